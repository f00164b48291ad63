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
        gap: 3 * Theme.millimetre
        model: page.viewModel.lines

        delegate: Point {
            required property var modelData
            required property int index

            capitals: 1.15 * Theme.help
            room: sheets.cardRoom
            text: String(modelData.text)
        }
        heading: Titled {
            text: qsTr("How this works")
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
