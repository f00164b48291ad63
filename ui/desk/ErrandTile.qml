import QtQuick
import ui.components
import ui.theme

// One thing to do: what it is called, and a line about it.
Tile {
    id: tile

    required property string title
    required property string told
    required property string sign

    readonly property real signSize: 9 * Theme.millimetre

    Accessible.description: tile.told
    implicitHeight: Math.max(Theme.target, title.tall + told.tall + 2 * tile.padding + Theme.millimetre)
    label: tile.title
    padding: 3.5 * Theme.millimetre

    contentItem: Item {
        Icon {
            id: icon

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.azulejo
            height: tile.signSize
            path: tile.sign
            width: height
        }

        Item {
            anchors.left: icon.right
            anchors.leftMargin: Theme.grid
            anchors.right: arrow.left
            anchors.rightMargin: Theme.grid / 2
            anchors.verticalCenter: parent.verticalCenter
            height: title.tall + told.tall + Theme.millimetre

            Words {
                id: title

                Accessible.ignored: true
                strong: true
                text: tile.title
                width: parent.width
            }

            Words {
                id: told

                Accessible.ignored: true
                anchors.top: title.bottom
                anchors.topMargin: Theme.millimetre
                capitals: Theme.help * 0.85
                color: Theme.inkSoft
                text: tile.told
                width: parent.width
            }
        }

        Icon {
            id: arrow

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.azulejo
            mirrored: Theme.rightToLeft
            path: Icons.next
        }
    }
}
