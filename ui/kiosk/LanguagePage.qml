pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Languages are tiles on a wall; each says its own name in its own script.
Item {
    id: page

    required property LanguageViewModel viewModel

    readonly property var tiles: page.viewModel.mayWish ? page.viewModel.tiles.concat([
        {
            "tag": ""
        }
    ]) : page.viewModel.tiles

    objectName: "LanguagePage"

    Sheets {
        id: sheets

        anchors.fill: parent
        columns: Math.max(2, Math.floor((page.width + gap) / (62 * Theme.millimetre * Math.min(Theme.textFactor, 1.5) + gap)))
        gap: Theme.grid
        model: page.tiles

        delegate: Tile {
            id: tile

            required property var modelData
            required property int index

            readonly property bool isWish: tile.modelData.tag === ""

            checkable: false
            chosen: !tile.isWish && tile.modelData.tag === page.viewModel.current
            implicitHeight: Math.max(Theme.target * 1.15, (tile.isWish ? wishWords.tall : words.tall + english.tall) + 2 * tile.padding)
            label: tile.isWish ? wishWords.text : words.text
            objectName: tile.isWish ? "wish" : `language-${tile.modelData.tag}`
            padding: 2 * Theme.millimetre

            contentItem: Item {
                Words {
                    id: words

                    Accessible.ignored: true
                    anchors.bottom: english.top
                    anchors.left: parent.left
                    anchors.right: parent.right
                    anchors.top: parent.top
                    capitals: Math.min(Theme.answer, 11)
                    centred: true
                    language: String(tile.modelData.language ?? "en")
                    room: 30 * Theme.millimetre
                    strong: true
                    text: tile.isWish ? "" : String(tile.modelData.endonym)
                    verticalAlignment: Text.AlignVCenter
                }

                Words {
                    id: english

                    Accessible.ignored: true
                    anchors.bottom: parent.bottom
                    anchors.left: parent.left
                    anchors.right: parent.right
                    capitals: Theme.staff
                    centred: true
                    color: Theme.inkSoft
                    language: "en"
                    text: tile.isWish ? "" : String(tile.modelData.english)
                }

                Words {
                    id: wishWords

                    Accessible.ignored: true
                    anchors.fill: parent
                    capitals: Theme.help
                    centred: true
                    room: sheets.height
                    text: tile.isWish ? qsTr("My language is not here") : ""
                    verticalAlignment: Text.AlignVCenter
                }
            }

            onClicked: tile.isWish ? page.viewModel.wish() : page.viewModel.pick(String(tile.modelData.tag))
        }
        heading: Words {
            capitals: Math.min(Theme.answer, 10)
            strong: true
            text: qsTr("Choose your language")
            width: sheets.width
        }
    }
}
