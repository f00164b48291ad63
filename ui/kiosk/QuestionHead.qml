pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The question, what to do, and more about it for those who want it.
Item {
    id: head

    property var heading: ({
            "text": "",
            "language": Theme.language
        })
    property alias instruction: titled.remark
    property alias instructionLanguage: titled.remarkLanguage
    property alias isRemark: titled.isUrgent
    property alias notice: titled.notice
    property alias room: titled.room
    property bool hasMore: false

    readonly property real moreWidth: head.hasMore ? CardRulers.moreWidth + Theme.grid : 0

    signal learnMore

    function tallAt(width: real, room: real): real {
        return Math.max(titled.tallAt(width - head.moreWidth, room), head.hasMore ? Theme.target : 0);
    }

    implicitHeight: head.tallAt(head.width, head.room)

    Titled {
        id: titled

        capitals: Theme.statement
        language: String(head.heading.language)
        text: String(head.heading.text)
        width: head.width - head.moreWidth
        x: Theme.rightToLeft ? head.moreWidth : 0
    }

    Loader {
        active: head.hasMore
        x: Theme.rightToLeft ? 0 : head.width - width

        sourceComponent: ToolButton {
            label: qsTr("Learn more")
            objectName: "learnMore"
            quiet: false
            sign: Icons.info
            width: CardRulers.moreWidth

            onClicked: head.learnMore()
        }
    }
}
