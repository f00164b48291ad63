import QtQuick
import ui.components
import ui.theme

// One row of the rail: a sign and its word.
Tile {
    id: tile

    required property string sign

    implicitHeight: 18 * Theme.millimetre
    padding: 3 * Theme.millimetre
    quiet: true

    contentItem: Item {
        Icon {
            id: icon

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            colour: tile.chosen ? Theme.azulejo : Theme.ink
            height: 7 * Theme.millimetre
            path: tile.sign
            width: height
        }

        Words {
            Accessible.ignored: true
            anchors.left: icon.right
            anchors.leftMargin: 3 * Theme.millimetre
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            objectName: "words"
            room: tile.height - Theme.millimetre
            strong: tile.chosen
            text: tile.label
        }
    }
}
