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
    property string instruction: ""
    property string instructionLanguage: Theme.language
    property bool isRemark: false
    property bool hasMore: false
    property string notice: ""
    property real room: 100000

    readonly property string text: String(head.heading.text)
    readonly property string language: String(head.heading.language)
    readonly property real moreWidth: head.hasMore ? 34 * Theme.millimetre + Theme.grid : 0
    readonly property real smallest: 0.82 / Theme.textFactor

    signal learnMore

    function tallAt(width: real, room: real): real {
        const across = width - head.moreWidth;
        const extras = head.extrasAt(across);
        const share = Typesetter.share(head.text, head.language, Theme.statement, Theme.millimetre, true, across, room - extras);
        const words = Typesetter.tall(head.text, head.language, Theme.statement, Theme.millimetre, true, across, share < head.smallest ? 100000 : room - extras);
        return Math.max(words + extras, head.hasMore ? Theme.target : 0);
    }

    function extrasAt(width: real): real {
        const instruction = Typesetter.tall(head.instruction, head.instructionLanguage, Theme.help, Theme.millimetre, head.isRemark, width, 100000);
        const notice = noticeBar.tallAt(width);
        return (instruction > 0 ? instruction + column.spacing : 0) + (notice > 0 ? notice + column.spacing : 0);
    }

    implicitHeight: Math.max(column.implicitHeight, head.hasMore ? more.height : 0)

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: head.moreWidth
        spacing: Theme.grid / 2

        Words {
            Accessible.role: Accessible.Heading
            balanced: true
            capitals: Theme.statement
            language: head.language
            objectName: "heading"
            room: Math.max(head.room - head.extrasAt(column.width), 1)
            strong: true
            text: head.text
            width: column.width
        }

        Words {
            color: head.isRemark ? Theme.clay : Theme.inkSoft
            language: head.instructionLanguage
            objectName: "instruction"
            strong: head.isRemark
            text: head.instruction
            visible: head.instruction !== ""
            width: column.width
        }

        Notice {
            id: noticeBar

            text: head.notice
            width: column.width
        }
    }

    ToolButton {
        id: more

        anchors.right: parent.right
        anchors.top: parent.top
        capitals: Math.min(Theme.help, 6) * 0.8
        label: qsTr("Learn more")
        objectName: "learnMore"
        quiet: false
        sign: Icons.info
        visible: head.hasMore
        width: head.moreWidth - Theme.grid

        onClicked: head.learnMore()
    }
}
