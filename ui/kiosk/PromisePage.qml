pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// What the city promises. Yes and no stand at the foot, equally large.
Item {
    id: page

    required property PromiseViewModel viewModel

    objectName: "PromisePage"

    Sheets {
        id: sheets

        anchors.fill: parent
        columns: page.width > 220 * Theme.millimetre * Math.min(Theme.textFactor, 1.5) ? 2 : 1
        equal: false
        flows: true
        gap: 2.6 * Theme.millimetre
        model: page.viewModel.lines

        delegate: Point {
            required property var modelData
            required property int index

            language: String(modelData.language)
            room: sheets.cardRoom
            text: String(modelData.text)
        }
        heading: Titled {
            language: String(page.viewModel.title.language)
            notice: page.viewModel.notice
            text: String(page.viewModel.title.text)
        }
    }
}
