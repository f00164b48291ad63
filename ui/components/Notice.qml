import QtQuick
import ui.theme

// One quiet sentence with a sign, for what a person should know and need not act on.
Rectangle {
    id: notice

    property string text: ""
    property string language: Theme.language
    property string icon: Icons.info

    color: Theme.tint
    implicitHeight: notice.text !== "" ? words.tall + 4 * Theme.millimetre : 0
    radius: Theme.radius
    visible: notice.text !== ""

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: 2 * Theme.millimetre
        anchors.verticalCenter: parent.verticalCenter
        height: 6 * Theme.millimetre
        path: notice.icon
        width: height
    }

    Words {
        id: words

        anchors.left: sign.right
        anchors.leftMargin: 2 * Theme.millimetre
        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.millimetre
        anchors.verticalCenter: parent.verticalCenter
        capitals: Math.min(Theme.help, 6.5)
        language: notice.language
        text: notice.text
    }
}
