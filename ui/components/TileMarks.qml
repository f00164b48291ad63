import QtQuick
import ui.theme

// Around a tile that has the focus, a ring; in the corner of a chosen one, a tick.
Item {
    id: marks

    property bool isFocused: false
    property bool isSigned: false

    Rectangle {
        anchors.fill: parent
        anchors.margins: -1.2 * Theme.millimetre
        border.color: Theme.azulejo
        border.width: 0.7 * Theme.millimetre
        color: "transparent"
        radius: 1.5 * Theme.radius
        visible: marks.isFocused
    }

    Rectangle {
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.azulejo
        height: 7 * Theme.millimetre
        radius: Theme.radius
        visible: marks.isSigned
        width: height

        Icon {
            anchors.fill: parent
            anchors.margins: 1.2 * Theme.millimetre
            colour: Theme.azulejoInk
            path: Icons.tick
            weight: 3.2
        }
    }
}
