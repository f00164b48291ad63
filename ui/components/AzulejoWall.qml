import QtQuick
import ui.theme

// A quiet wall of one motif. Its columns can be glazed one after another, in reading direction.
Item {
    id: wall

    property real side: 28 * Theme.millimetre
    property int glazed: wall.columns

    readonly property int pitch: Math.round(wall.side)
    readonly property int columns: Math.ceil(wall.width / wall.pitch)
    readonly property real start: (wall.width - wall.columns * wall.pitch) / 2

    clip: true
    opacity: Theme.isDark ? 0.45 : 0.6
    visible: !Theme.isStrong

    Image {
        fillMode: Image.Tile
        height: wall.height
        horizontalAlignment: Image.AlignLeft
        source: Theme.bareTile
        sourceSize: Qt.size(wall.pitch, wall.pitch)
        verticalAlignment: Image.AlignTop
        width: wall.columns * wall.pitch
        x: wall.start
    }

    Image {
        fillMode: Image.Tile
        height: wall.height
        horizontalAlignment: Image.AlignLeft
        source: Theme.glazedTile
        sourceSize: Qt.size(wall.pitch, wall.pitch)
        verticalAlignment: Image.AlignTop
        width: wall.glazed * wall.pitch
        x: Theme.rightToLeft ? wall.width - wall.start - width : wall.start
    }
}
