pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// A quiet wall of one motif. Its tiles can be glazed one after another, in reading direction.
Item {
    id: wall

    property real side: 28 * Theme.millimetre
    property int glazed: wall.count

    readonly property int columns: Math.max(1, Math.round(wall.width / wall.side))
    readonly property real pitch: wall.width / wall.columns
    readonly property int rows: Math.ceil(wall.height / wall.pitch)
    readonly property int count: wall.columns * wall.rows

    clip: true
    opacity: Theme.isDark ? 0.45 : 0.6
    visible: !Theme.isStrong

    Repeater {
        model: wall.count

        Azulejo {
            required property int index

            readonly property int column: index % wall.columns

            glazed: index < wall.glazed
            height: wall.pitch
            width: wall.pitch
            x: (Theme.rightToLeft ? wall.columns - 1 - column : column) * wall.pitch
            y: Math.floor(index / wall.columns) * wall.pitch
        }
    }
}
