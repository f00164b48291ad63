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

        anchors.bottom: parent.bottom
        anchors.bottomMargin: page.viewModel.isOver ? close.height + Theme.grid : 0
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        equal: false
        model: page.viewModel.lines

        delegate: CardLine {
            required property var modelData
            required property int index

            language: String(modelData.language)
            room: sheets.cardRoom
            side: String(modelData.side)
            text: String(modelData.text)
        }
        heading: Titled {
            capitals: Theme.statement
            language: String(page.viewModel.title.language)
            notice: page.viewModel.notice
            text: String(page.viewModel.title.text)
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
