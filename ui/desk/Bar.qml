import QtQuick
import ui.components
import ui.theme

// How often one answer was given. Where the number is told by its ten, the bar is pale between its ends.
Item {
    id: bar

    required property var modelData

    readonly property real labelWidth: bar.width * 0.42
    readonly property real numberWidth: bar.width * 0.22

    Accessible.name: `${label.text}: ${number.text} ${percent.text}`
    Accessible.role: Accessible.StaticText
    height: Math.max(label.tall, number.tall, 7 * Theme.millimetre) + Theme.millimetre

    Words {
        id: label

        Accessible.ignored: true
        anchors.left: parent.left
        anchors.verticalCenter: parent.verticalCenter
        horizontalAlignment: Text.AlignLeft
        language: String(bar.modelData.language)
        text: String(bar.modelData.text)
        width: bar.labelWidth - 3 * Theme.millimetre
    }

    Rectangle {
        id: track

        anchors.left: parent.left
        anchors.leftMargin: bar.labelWidth
        anchors.right: parent.right
        anchors.rightMargin: bar.numberWidth
        anchors.verticalCenter: parent.verticalCenter
        border.color: Theme.grout
        border.width: Theme.hairline
        color: Theme.paper
        height: 6 * Theme.millimetre

        Rectangle {
            anchors.left: parent.left
            border.color: Theme.azulejo
            border.width: Theme.hairline
            color: Theme.tint
            height: parent.height
            visible: bar.modelData.most > bar.modelData.least
            width: parent.width * bar.modelData.most
        }

        Rectangle {
            anchors.left: parent.left
            color: Theme.azulejo
            height: parent.height
            width: parent.width * bar.modelData.least
        }
    }

    Words {
        id: percent

        Accessible.ignored: true
        anchors.left: track.right
        anchors.leftMargin: 3 * Theme.millimetre
        anchors.verticalCenter: parent.verticalCenter
        strong: true
        text: String(bar.modelData.percent)
        visible: text !== ""
        width: bar.modelData.percent === "" ? 0 : bar.numberWidth * 0.36
    }

    Words {
        id: number

        Accessible.ignored: true
        anchors.left: percent.right
        anchors.right: parent.right
        anchors.verticalCenter: parent.verticalCenter
        capitals: Theme.help * 0.85
        color: Theme.inkSoft
        text: String(bar.modelData.number)
    }
}
