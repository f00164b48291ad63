pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// How this works.
Item {
    id: page

    required property HelpViewModel viewModel

    readonly property var lines: page.viewModel.lines
    readonly property real capitals: 1.15 * Theme.help

    objectName: "HelpPage"

    Sheets {
        id: sheets

        anchors.fill: parent
        anchors.bottomMargin: Theme.target + Theme.grid
        cards: page.lines.length
        equal: false
        gap: 3 * Theme.millimetre
        tallOf: (card, width, room) => CardRulers.point(page.lines[card].text, page.lines[card].language, page.capitals, width, room)

        delegate: Point {
            required property int index

            capitals: page.capitals
            room: sheets.cardRoom
            text: page.lines[sheets.first + index]?.text ?? ""
        }
        heading: Titled {
            text: qsTr("How this works")
        }
    }

    BigButton {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        label: qsTr("Close")
        objectName: "close"
        primary: true
        width: Math.min(parent.width, 120 * Theme.millimetre)

        onClicked: page.viewModel.close()
    }
}
