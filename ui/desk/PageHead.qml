import QtQuick
import ui.components
import ui.theme

// What a page is about, and one line more.
Column {
    id: head

    property string title: ""
    property string titleLanguage: Theme.language
    property string lead: ""

    bottomPadding: 1.25 * Theme.grid
    spacing: 2 * Theme.millimetre

    Words {
        Accessible.role: Accessible.Heading
        capitals: Theme.statement * 0.9
        horizontalAlignment: Text.AlignLeft
        language: head.titleLanguage
        objectName: "heading"
        strong: true
        text: head.title
        width: head.width
    }

    Words {
        anchors.left: parent.left
        color: Theme.inkSoft
        objectName: "lead"
        text: head.lead
        visible: head.lead !== ""
        width: Math.min(head.width, 320 * Theme.millimetre)
    }
}
