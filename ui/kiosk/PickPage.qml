pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// A few large ways on, all of one size; a press on one of them goes there.
Item {
    id: page

    required property PickViewModel viewModel

    readonly property var ways: page.viewModel.ways

    function begin() {
        sheets.current = 0;
    }

    objectName: "PickPage"

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: page.ways.length
        columns: page.width > 150 * Theme.millimetre * Theme.textFactor ? 2 : 1
        stretch: 2
        tallOf: (card, width, room) => CardRulers.way(page.ways[card].text, page.ways[card].language, page.ways[card].second, width, room)

        delegate: WayTile {
            id: tile

            required property int index

            readonly property var way: page.ways[sheets.first + tile.index]

            label: tile.way?.text ?? ""
            language: tile.way?.language ?? Theme.language
            objectName: `way-${tile.way?.code ?? ""}`
            room: sheets.cardRoom
            second: tile.way?.second ?? ""

            onClicked: page.viewModel.pick(tile.way.code)
        }
        heading: QuestionHead {
            heading: page.viewModel.heading
            notice: page.viewModel.notice
        }
    }
}
