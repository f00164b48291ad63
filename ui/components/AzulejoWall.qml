import QtQuick
import QtQuick.Shapes
import ui.theme

// A quiet wall of tiles: one motif, drawn by us, in four rotations.
Item {
    id: wall

    property real side: 14 * Theme.millimetre

    readonly property int columns: Math.ceil(wall.width / wall.side)
    readonly property int rows: Math.ceil(wall.height / wall.side)

    clip: true
    opacity: Theme.isStrong ? 0 : Theme.isDark ? 0.35 : 0.5

    Repeater {
        model: wall.columns * wall.rows

        Item {
            id: cell

            required property int index

            height: wall.side
            rotation: 90 * ((cell.index % 2) + 2 * (Math.floor(cell.index / wall.columns) % 2) * (cell.index % 2 ? -1 : 1) - (Math.floor(cell.index / wall.columns) % 2 && !(cell.index % 2) ? 3 : 0))
            width: wall.side
            x: (cell.index % wall.columns) * wall.side
            y: Math.floor(cell.index / wall.columns) * wall.side

            Shape {
                height: 28
                scale: wall.side / 28
                transformOrigin: Item.TopLeft
                width: 28

                ShapePath {
                    fillColor: "transparent"
                    strokeColor: Theme.grout
                    strokeWidth: 0.4

                    PathSvg {
                        path: "M0 0 H28 V28 H0 Z"
                    }
                }

                ShapePath {
                    fillColor: "transparent"
                    strokeColor: Theme.azulejo
                    strokeWidth: 1.6

                    PathSvg {
                        path: "M28 0 C16 2 2 16 0 28 M14 0 C12 6 6 12 0 14"
                    }
                }

                ShapePath {
                    fillColor: Theme.azulejo
                    strokeColor: "transparent"

                    PathSvg {
                        path: "M28 28 C20 27 15 22 14 14 C22 15 27 20 28 28"
                    }
                }

                ShapePath {
                    fillColor: Theme.glaze
                    strokeColor: "transparent"

                    PathSvg {
                        path: "M0 0 H5 A5 5 0 0 1 0 5 Z"
                    }
                }
            }
        }
    }
}
