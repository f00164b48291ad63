pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// What is left of a whole, from where reading begins; in as many parts as can be counted by eye.
Rectangle {
    id: meter

    property real share: 1
    property int parts: 0

    readonly property real inner: meter.width - 2 * meter.border.width

    Accessible.ignored: true
    border.color: Theme.azulejo
    border.width: 2 * Theme.hairline
    color: Theme.tile
    radius: Theme.radius / 2

    Rectangle {
        color: Theme.azulejo
        height: meter.height - 2 * meter.border.width
        objectName: "meterLeft"
        width: meter.inner * meter.share
        x: Theme.rightToLeft ? meter.width - meter.border.width - width : meter.border.width
        y: meter.border.width
    }

    Repeater {
        model: meter.parts > 1 && meter.parts <= 20 ? meter.parts - 1 : 0

        Rectangle {
            required property int index

            color: Theme.paper
            height: meter.height
            width: Theme.millimetre
            x: meter.width * (index + 1) / meter.parts - width / 2
        }
    }
}
