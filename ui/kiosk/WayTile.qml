import QtQuick
import ui.components
import ui.theme

// One way on, and in smaller letters what it takes.
Tile {
    id: tile

    property string language: Theme.language
    property string second: ""
    property real room: 100000

    Accessible.name: tile.second ? `${tile.label}, ${tile.second}` : tile.label
    horizontalPadding: Theme.grid
    verticalPadding: Theme.grid

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width

            Words {
                Accessible.ignored: true
                capitals: Theme.answer
                centred: true
                language: tile.language
                objectName: "words"
                room: tile.room - below.tall - 2 * tile.verticalPadding
                strong: true
                text: tile.label
                width: parent.width
            }

            Words {
                id: below

                Accessible.ignored: true
                capitals: CardRulers.second
                centred: true
                color: Theme.inkSoft
                text: tile.second
                visible: tile.second !== ""
                width: parent.width
            }
        }
    }
}
