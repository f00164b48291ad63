import QtQuick
import ui.theme

// The question, what is left in words, and the same as a bar.
Item {
    id: head

    property alias heading: asked.heading
    property alias instruction: asked.instruction
    property alias isRemark: asked.isRemark
    property alias notice: asked.notice
    property alias share: meter.share
    property alias parts: meter.parts
    property real room: 100000

    readonly property real below: meter.height + 2 * Theme.millimetre

    function tallAt(width: real, room: real): real {
        return asked.tallAt(width, room - head.below) + head.below;
    }

    implicitHeight: head.tallAt(head.width, head.room)

    QuestionHead {
        id: asked

        room: head.room - head.below
        width: head.width
    }

    Meter {
        id: meter

        height: 6 * Theme.millimetre
        width: head.width
        y: head.height - height
    }
}
