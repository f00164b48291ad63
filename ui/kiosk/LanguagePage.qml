pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Languages are tiles on a wall; each says its own name in its own script.
Item {
    id: page

    required property LanguageViewModel viewModel

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
        columns: Math.max(2, Math.floor((sheets.width + sheets.gap) / (44 * Theme.millimetre * Theme.nearness * Math.min(Theme.textFactor, 1.4) + sheets.gap)))
        fewestColumns: 2
        model: page.viewModel.tiles.concat(page.viewModel.mayWish ? [page.wish] : [])
        stretch: 1.6

        delegate: LanguageTile {
            required property var modelData
            required property int index

            readonly property string tag: String(modelData.tag)

            chosen: tag !== "" && tag === page.viewModel.current
            english: String(modelData.english)
            label: String(modelData.endonym)
            language: String(modelData.language)
            objectName: tag === "" ? "wish" : `language-${tag}`
            room: sheets.cardRoom

            onClicked: tag === "" ? page.viewModel.wish() : page.viewModel.pick(tag)
        }
        heading: Titled {
            text: qsTr("Choose your language")
        }
    }
}
