pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// How this works.
Item {
    id: page

    required property HelpViewModel viewModel

    objectName: "HelpPage"

    Sheets {
        id: sheets

        anchors.bottom: close.top
        anchors.bottomMargin: Theme.grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        equal: false
        model: page.viewModel.lines

        delegate: Item {
            id: line

            required property var modelData
            required property int index

            implicitHeight: words.tall

            Rectangle {
                id: dot

                anchors.left: parent.left
                color: Theme.glaze
                height: 4 * Theme.millimetre
                radius: Theme.radius / 4
                width: height
                y: (words.tall / Math.max(1, words.lineCount) - height) / 2
            }

            Words {
                id: words

                anchors.left: dot.right
                anchors.leftMargin: Theme.grid
                anchors.right: parent.right
                capitals: Theme.help * 1.15
                room: sheets.height - Theme.target - Theme.grid
                text: String(line.modelData.text)
            }
        }
        heading: Words {
            capitals: Math.min(Theme.answer, 10)
            objectName: "heading"
            strong: true
            text: qsTr("How this works")
            width: sheets.width
        }
    }

    BigButton {
        id: close

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        label: qsTr("Close")
        objectName: "close"
        primary: true
        width: Math.min(parent.width, 110 * Theme.millimetre)

        onClicked: page.viewModel.close()
    }
}
