import QtQuick
import ui.components
import ui.theme

// A language says its own name, and in small letters the name that staff know it by.
Tile {
    id: tile

    property string english: ""
    property string language: Theme.language
    property real room: 100000

    readonly property bool isName: tile.english !== ""
    readonly property real capitals: Math.min(tile.isName ? Theme.answer : Theme.help, 11)
    readonly property real englishTall: tile.isName ? 7 * Theme.millimetre : 0

    function tallAt(width: real, room: real): real {
        const across = width - 2 * tile.padding;
        const words = Typesetter.tall(tile.label, tile.language, tile.capitals, Theme.millimetre, true, across, 26 * Theme.millimetre);
        return Math.max(Theme.target, words + tile.englishTall + 2 * tile.padding);
    }

    implicitHeight: tile.tallAt(tile.width, tile.room)
    padding: 2 * Theme.millimetre
    signed: true

    contentItem: Item {
        Words {
            Accessible.ignored: true
            capitals: tile.capitals
            centred: true
            height: parent.height - tile.englishTall
            language: tile.language
            objectName: "words"
            room: Math.min(height, 26 * Theme.millimetre)
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
            height: tile.englishTall
            language: "en"
            room: height
            text: tile.english
            verticalAlignment: Text.AlignVCenter
            width: parent.width
            y: parent.height - height
        }
    }
}
