import QtQuick
import ui.theme

// One of the few tools that stand at the same place on every screen: a sign and its word.
Tile {
    id: button

    required property string sign
    property bool flips: false
    property real capitals: Theme.staff * Math.min(Theme.textFactor, 1.25)

    horizontalPadding: 0.4 * Theme.millimetre
    implicitHeight: Theme.target
    verticalPadding: 0.6 * Theme.millimetre
    quiet: true

    contentItem: Item {
        Icon {
            id: icon

            anchors.horizontalCenter: parent.horizontalCenter
            colour: button.inkColour
            height: 6 * Theme.millimetre
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
            room: Math.min(button.availableHeight - icon.height, 20 * Theme.millimetre)
            text: Theme.isHushed ? "" : button.label
            width: parent.width
            y: icon.y + icon.height
        }
    }
}
