pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// A few lines that help. Arguments carry the side they speak for, as a sign and a word.
Item {
    id: page

    required property CardViewModel viewModel

    objectName: "CardPage"

    Sheets {
        id: sheets

        anchors.bottom: page.viewModel.isOver ? close.top : parent.bottom
        anchors.bottomMargin: page.viewModel.isOver ? Theme.grid : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        equal: false
        model: page.viewModel.lines

        delegate: Rectangle {
            id: line

            required property var modelData
            required property int index

            readonly property string side: String(line.modelData.side)

            border.color: Theme.grout
            border.width: Theme.hairline
            color: Theme.tile
            implicitHeight: words.tall + (line.side ? sideWords.tall : 0) + 6 * Theme.millimetre
            radius: Theme.radius

            Icon {
                id: sign

                anchors.left: parent.left
                anchors.leftMargin: 3 * Theme.millimetre
                anchors.verticalCenter: parent.verticalCenter
                colour: Theme.azulejo
                height: line.side ? 8 * Theme.millimetre : 0
                path: line.side === "for" ? Icons.tick : Icons.cross
                visible: line.side !== ""
                width: height
            }

            Words {
                id: sideWords

                anchors.left: sign.right
                anchors.leftMargin: 3 * Theme.millimetre
                anchors.right: parent.right
                anchors.rightMargin: 3 * Theme.millimetre
                capitals: Math.min(Theme.help, 7)
                color: Theme.azulejo
                height: line.side ? tall : 0
                strong: true
                text: line.side === "for" ? qsTr("For") : line.side === "against" ? qsTr("Against") : ""
                y: 3 * Theme.millimetre
            }

            Words {
                id: words

                anchors.left: sign.right
                anchors.leftMargin: 3 * Theme.millimetre
                anchors.right: parent.right
                anchors.rightMargin: 3 * Theme.millimetre
                anchors.top: sideWords.bottom
                capitals: Theme.answer
                language: String(line.modelData.language)
                room: sheets.height - 2 * Theme.target
                text: String(line.modelData.text)
            }
        }
        heading: Column {
            spacing: 2 * Theme.millimetre
            width: sheets.width

            Words {
                capitals: Theme.statement
                language: String(page.viewModel.title.language)
                objectName: "heading"
                room: sheets.height - Theme.target - Theme.grid
                strong: true
                text: String(page.viewModel.title.text)
                width: parent.width
            }

            Notice {
                text: page.viewModel.notice
                width: parent.width
            }
        }
    }

    BigButton {
        id: close

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        label: qsTr("Close")
        objectName: "close"
        primary: true
        visible: page.viewModel.isOver
        width: Math.min(parent.width, 110 * Theme.millimetre)

        onClicked: page.viewModel.close()
    }
}
