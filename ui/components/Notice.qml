import QtQuick
import ui.theme

// One quiet sentence with a sign, for what a person should know and need not act on.
Rectangle {
    id: notice

    property string text: ""
    property string language: Theme.language
    property string icon: Icons.info

    readonly property real capitals: Math.min(Theme.help, 6.5)
    readonly property real signSize: 6 * Theme.millimetre
    readonly property real inset: 3 * Theme.grid / 2 + notice.signSize

    function tallAt(width: real): real {
        const words = Typesetter.tall(notice.text, notice.language, notice.capitals, Theme.millimetre, false, width - notice.inset, 100000);
        return notice.text === "" ? 0 : Math.max(words, notice.signSize) + Theme.grid;
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
        height: notice.signSize
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
