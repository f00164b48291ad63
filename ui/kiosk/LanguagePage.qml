pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Languages are tiles on a wall; each says its own name in its own script.
Item {
    id: page

    required property LanguageViewModel viewModel

    readonly property real least: 44 * Theme.millimetre * Theme.nearness * Math.min(Theme.textFactor, 1.4)
    readonly property var tiles: page.viewModel.tiles.concat(page.viewModel.mayWish ? [page.wish] : [])
    readonly property var wish: ({
            "tag": "",
            "endonym": qsTr("My language is not here"),
            "english": "",
            "language": Theme.language
        })

    objectName: "LanguagePage"

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: page.tiles.length
        columns: Math.max(2, Math.floor((sheets.width + sheets.gap) / (page.least + sheets.gap)))
        fewestColumns: Math.max(2, Math.ceil(columns / 2))
        stretch: 1.6
        tallOf: (card, width, room) => CardRulers.language(page.tiles[card].endonym, page.tiles[card].english, page.tiles[card].language, width)

        delegate: LanguageTile {
            required property int index

            readonly property var shown: page.tiles[sheets.first + index]
            readonly property string tag: shown?.tag ?? ""

            chosen: tag !== "" && tag === page.viewModel.current
            english: shown?.english ?? ""
            label: shown?.endonym ?? ""
            language: shown?.language ?? Theme.language
            objectName: tag === "" ? "wish" : `language-${tag}`
            width: sheets.plan.cardWidth

            onPressed: {
                if (tag !== "")
                    page.viewModel.touch(tag);
            }
            onClicked: tag === "" ? page.viewModel.wish() : page.viewModel.pick(tag)
        }
        heading: Titled {
            text: qsTr("Choose your language")
        }
    }
}
