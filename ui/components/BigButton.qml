import QtQuick
import ui.theme

Tile {
    id: button

    property string sign: ""
    property bool flips: false
    property bool iconLast: false
    property real capitals: Theme.help

    readonly property string said: Theme.isHushed ? "" : button.label
    readonly property real iconSize: button.sign ? Math.max(7, 1.3 * button.capitals / Theme.textFactor) * Theme.millimetre : 0
    readonly property real gap: button.sign ? 2 * Theme.millimetre : 0
    readonly property real textWidth: button.width - 2 * button.padding - button.iconSize - button.gap

    implicitHeight: Theme.target
    implicitWidth: 50 * Theme.millimetre
    verticalPadding: 2 * Theme.millimetre

    contentItem: Item {
        Row {
            anchors.centerIn: parent
            layoutDirection: button.iconLast ? Qt.RightToLeft : Qt.LeftToRight
            spacing: button.gap

            Icon {
                anchors.verticalCenter: parent.verticalCenter
                colour: button.inkColour
                height: button.iconSize
                mirrored: button.flips
                path: button.sign
                visible: button.sign !== ""
                width: button.iconSize
            }

            Words {
                id: words

                Accessible.ignored: true
                anchors.verticalCenter: parent.verticalCenter
                capitals: button.capitals
                centred: true
                color: button.inkColour
                objectName: "words"
                room: button.height - 2 * button.verticalPadding
                strong: true
                text: button.said
                width: Math.min(button.textWidth, Typesetter.wide(button.said, Theme.language, button.capitals, Theme.millimetre, true))
            }
        }
    }
}
