import QtQuick
import ui.components
import ui.theme

// A language says its own name, and in small letters the name that staff know it by.
Tile {
    id: tile

    property string english: ""
    property string language: Theme.language
    property real room: CardRulers.endonymRoom

    readonly property real below: tile.english ? CardRulers.english : 0

    padding: Theme.grid / 2
    signed: true

    contentItem: Item {
        Words {
            Accessible.ignored: true
            capitals: tile.english ? CardRulers.endonym : CardRulers.wish
            centred: true
            height: parent.height - tile.below
            language: tile.language
            objectName: "words"
            room: tile.room
            strong: true
            text: tile.label
            verticalAlignment: Text.AlignVCenter
            width: parent.width
        }

        Words {
            Accessible.ignored: true
            capitals: Theme.staff
            centred: true
            color: Theme.inkSoft
            height: tile.below
            language: "en"
            room: CardRulers.english
            text: tile.english
            verticalAlignment: Text.AlignVCenter
            width: parent.width
            y: parent.height - height
        }
    }
}
