import QtQuick
import ui.theme

// One of the few tools that stand at the same place on every screen: a sign and its word.
Tile {
    id: button

    required property string sign
    property bool flips: false

    implicitHeight: Theme.target
    padding: 0.8 * Theme.millimetre
    quiet: true

    contentItem: Item {
        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            anchors.top: parent.top
            colour: button.inkColour
            height: 6.2 * Theme.millimetre
            mirrored: button.flips
            path: button.sign
            width: height
        }

        Words {
            Accessible.ignored: true
            anchors.bottom: parent.bottom
            capitals: Theme.staff * Math.min(Theme.textFactor, 1.25)
            centred: true
            color: button.inkColour
            height: 12 * Theme.millimetre
            objectName: "words"
            room: height
            text: button.label
            verticalAlignment: Text.AlignVCenter
            width: parent.width
        }
    }
}
