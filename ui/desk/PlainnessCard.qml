import QtQuick
import ui.components
import ui.theme

// Remarks on plain language: a calm list, or nothing at all.
Card {
    id: card

    property var lines: []
    property bool leadsOn: false

    signal asked

    title: qsTr("How plain the texts are")
    visible: card.lines.length > 0

    LineList {
        lines: card.lines
        objectName: "plainness"
        width: parent.width
    }

    Words {
        color: Theme.inkSoft
        horizontalAlignment: Text.AlignLeft
        text: qsTr("These are remarks only. People who read the language know better.")
        width: parent.width
    }

    ActionButton {
        anchors.left: parent.left
        label: qsTr("All remarks …")
        objectName: "readRemarks"
        visible: card.leadsOn

        onClicked: card.asked()
    }
}
