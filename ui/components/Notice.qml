import QtQuick
import ui.theme

// One quiet sentence with a sign, for what a person should know and need not act on.
Rectangle {
    id: notice

    property string text: ""
    property string language: Theme.language
    property string icon: Icons.info

    readonly property real capitals: Math.min(Theme.help, Theme.isTiny ? 3.4 : 6.5)

    function tallAt(width: real): real {
        return Rulers.notice(notice.text, notice.language, notice.capitals, width);
    }

    color: Theme.tint
    implicitHeight: notice.tallAt(notice.width)
    radius: Theme.radius
    visible: notice.text !== ""

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: Theme.grid / 2
        anchors.verticalCenter: parent.verticalCenter
        height: 6 * Theme.millimetre
        path: notice.icon
        width: height
    }

    Words {
        anchors.left: sign.right
        anchors.leftMargin: Theme.grid / 2
        anchors.right: parent.right
        anchors.rightMargin: Theme.grid / 2
        anchors.verticalCenter: parent.verticalCenter
        capitals: notice.capitals
        language: notice.language
        text: notice.text
    }
}
