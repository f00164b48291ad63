pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// What the city promises. Yes and no have the same size and stand side by side.
Item {
    id: page

    required property PromiseViewModel viewModel

    objectName: "PromisePage"

    Sheets {
        id: sheets

        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        columns: page.width > 280 * Theme.millimetre && Theme.textStep === 1 ? 2 : 1
        equal: false
        gap: 2.6 * Theme.millimetre
        model: page.viewModel.lines

        delegate: Item {
            id: line

            required property var modelData
            required property int index

            implicitHeight: words.tall + 1.5 * Theme.millimetre

            Rectangle {
                id: dot

                anchors.left: parent.left
                color: Theme.glaze
                height: 3 * Theme.millimetre
                radius: Theme.radius / 4
                width: height
                y: (words.firstLine - height) / 2
            }

            Words {
                id: words

                readonly property real firstLine: words.tall / Math.max(1, words.lineCount)

                anchors.left: dot.right
                anchors.leftMargin: 3 * Theme.millimetre
                anchors.right: parent.right
                language: String(line.modelData.language)
                room: sheets.height - Theme.target - 2 * Theme.grid
                text: String(line.modelData.text)
            }
        }
        heading: Column {
            spacing: 2 * Theme.millimetre
            width: sheets.width

            Words {
                capitals: Math.min(Theme.answer, 10)
                language: String(page.viewModel.title.language)
                strong: true
                text: String(page.viewModel.title.text)
                width: sheets.width
            }

            Notice {
                text: page.viewModel.notice
                width: sheets.width
            }
        }
    }

    Row {
        id: buttons

        anchors.bottom: parent.bottom
        spacing: Theme.grid
        width: parent.width

        BigButton {
            id: no

            label: qsTr("No, thank you")
            objectName: "decline"
            width: (buttons.width - buttons.spacing) / 2

            onClicked: page.viewModel.decline()
        }

        BigButton {
            id: yes

            label: qsTr("I want to start")
            objectName: "consent"
            primary: true
            width: no.width

            onClicked: page.viewModel.consent()
        }
    }
}
