pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// What the city promises. Yes and no stand at the foot, equally large; who reads it once more goes on from here.
Item {
    id: page

    required property PromiseViewModel viewModel

    readonly property var lines: page.viewModel.lines

    objectName: "PromisePage"

    Sheets {
        id: sheets

        anchors.fill: parent
        anchors.bottomMargin: page.viewModel.isOver ? Theme.target + Theme.grid : 0
        cards: page.lines.length
        columns: page.width > 220 * Theme.millimetre * Math.min(Theme.textFactor, 1.5) ? 2 : 1
        equal: false
        flows: true
        gap: 2.6 * Theme.millimetre
        tallOf: (card, width, room) => CardRulers.point(page.lines[card].text, page.lines[card].language, Theme.help, width, room)

        delegate: Point {
            required property int index

            readonly property var line: page.lines[sheets.first + index]

            language: line?.language ?? Theme.language
            room: sheets.cardRoom
            text: line?.text ?? ""
        }
        heading: Titled {
            language: String(page.viewModel.title.language)
            notice: String(page.viewModel.notice.text)
            noticeLanguage: String(page.viewModel.notice.language)
            text: String(page.viewModel.title.text)
        }
    }
    Loader {
        active: page.viewModel.isOver
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        width: Math.min(parent.width, 120 * Theme.millimetre)

        sourceComponent: BigButton {
            label: qsTr("Close")
            objectName: "close"
            primary: true

            onClicked: page.viewModel.close()
        }
    }
}
