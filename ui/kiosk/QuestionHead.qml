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

    readonly property real extras: instructionWords.height + (head.notice !== "" ? noticeBar.height + column.spacing : 0) + 2 * column.spacing

    signal learnMore

    implicitHeight: Math.max(column.implicitHeight, head.hasMore ? more.height : 0)

    Column {
        id: column

        anchors.left: parent.left
        anchors.right: head.hasMore ? more.left : parent.right
        anchors.rightMargin: head.hasMore ? Theme.grid : 0
        spacing: 2 * Theme.millimetre

        Words {
            capitals: Theme.statement
            language: String(head.heading.language)
            objectName: "heading"
            room: Math.max(head.room - head.extras, Theme.target)
            strong: true
            text: String(head.heading.text)
            width: column.width
        }

        Words {
            id: instructionWords

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

    BigButton {
        id: more

        anchors.right: parent.right
        anchors.top: parent.top
        sign: Icons.info
        label: qsTr("Learn more")
        objectName: "learnMore"
        visible: head.hasMore
        width: Math.min(60 * Theme.millimetre, head.width * 0.3)

        onClicked: head.learnMore()
    }
}
