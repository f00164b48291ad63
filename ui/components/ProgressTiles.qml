import QtQuick
import ui.theme

// A row of small tiles that get glazed, and the same in words.
Item {
    id: progress

    property int count: 0
    property int done: 0
    property string text: ""

    readonly property real side: Math.min(4 * Theme.millimetre, (progress.width - progress.count * row.spacing) / Math.max(1, progress.count))

    Accessible.name: progress.text
    Accessible.role: Accessible.ProgressBar
    implicitHeight: row.height + words.height + Theme.millimetre

    Row {
        id: row

        anchors.left: parent.left
        spacing: Theme.millimetre

        Repeater {
            model: progress.count

            Rectangle {
                required property int index

                border.color: Theme.grout
                border.width: Theme.hairline
                color: index < progress.done ? Theme.glaze : "transparent"
                height: progress.side
                radius: Theme.radius / 4
                width: progress.side
            }
        }
    }

    Words {
        id: words

        Accessible.ignored: true
        anchors.top: row.bottom
        anchors.topMargin: Theme.millimetre
        capitals: Theme.staff * Math.min(Theme.textFactor, 1.25)
        color: Theme.inkSoft
        text: progress.text
        width: parent.width
    }
}
