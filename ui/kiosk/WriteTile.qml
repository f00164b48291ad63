import QtQuick
import ui.components
import ui.theme

// A touch brings the keyboard; what was written before stands here.
Tile {
    id: tile

    property string words: ""
    property real room: 100000

    horizontalPadding: Theme.grid
    label: tile.words || qsTr("Write here")
    verticalPadding: 2 * Theme.millimetre

    contentItem: Item {
        Icon {
            colour: Theme.azulejo
            height: Rulers.choiceSign
            path: Icons.write
            width: height
            x: Theme.rightToLeft ? parent.width - width : 0
            y: text.y + (Math.min(text.tall, 1.9 * Theme.answer * Theme.millimetre) - height) / 2
        }

        Words {
            id: text

            Accessible.ignored: true
            capitals: Theme.answer
            color: tile.words ? Theme.ink : Theme.inkSoft
            objectName: "words"
            room: tile.room - 2 * tile.verticalPadding
            text: tile.label
            width: parent.width - Rulers.choiceSign - Theme.grid
            x: Theme.rightToLeft ? 0 : Rulers.choiceSign + Theme.grid
            y: tile.words ? 0 : (parent.height - height) / 2
        }
    }
}
