import QtQuick
import ui.theme

// One of the few tools that stand at the same place on every screen: a sign and its word.
Tile {
    id: button

    required property string sign
    property bool flips: false
    property real capitals: Theme.staff * Math.min(Theme.textFactor, 1.25)

    implicitHeight: Theme.target
    padding: Theme.millimetre
    quiet: true

    contentItem: Item {
        Icon {
            id: icon

            anchors.horizontalCenter: parent.horizontalCenter
            colour: button.inkColour
            height: 7 * Theme.millimetre
            mirrored: button.flips
            path: button.sign
            width: height
            y: Math.max(0, (parent.height - height - words.tall) / 2)
        }

        Words {
            id: words

            Accessible.ignored: true
            capitals: button.capitals
            centred: true
            color: button.inkColour
            objectName: "words"
            room: Math.min(button.height - 2 * button.padding - icon.height, 12 * Theme.millimetre)
            text: button.label
            width: parent.width
            y: icon.y + icon.height
        }
    }
}
