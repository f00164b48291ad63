import QtQuick
import ui.components
import ui.theme

// One sentence about what was just tried; bad news has the colour and the sign of trouble.
Rectangle {
    id: strip

    property string text: ""
    property bool isGood: false

    readonly property bool isThere: strip.text !== ""
    readonly property real innerHeight: words.tall + 4 * Theme.millimetre

    Accessible.name: strip.text
    Accessible.role: Accessible.AlertMessage
    color: "transparent"
    height: strip.isThere ? strip.innerHeight + Theme.grid : 0
    visible: strip.isThere

    Rectangle {
        border.color: strip.isGood ? Theme.azulejo : Theme.clay
        border.width: Theme.hairline * 2
        color: Theme.tile
        height: strip.innerHeight
        radius: Theme.radius
        width: parent.width

        Icon {
            id: sign

            anchors.left: parent.left
            anchors.leftMargin: 3 * Theme.millimetre
            anchors.verticalCenter: parent.verticalCenter
            colour: strip.isGood ? Theme.azulejo : Theme.clay
            height: 6 * Theme.millimetre
            path: strip.isGood ? Icons.tick : Icons.info
            width: height
        }

        Words {
            id: words

            Accessible.ignored: true
            anchors.left: sign.right
            anchors.leftMargin: 3 * Theme.millimetre
            anchors.right: parent.right
            anchors.rightMargin: 3 * Theme.millimetre
            anchors.verticalCenter: parent.verticalCenter
            color: strip.isGood ? Theme.ink : Theme.clay
            objectName: "remark"
            text: strip.text
        }
    }
}
