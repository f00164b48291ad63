import QtQuick
import QtQuick.Shapes
import ui.theme

// One tile of the wall: bare clay with its joints, until it is glazed.
Item {
    id: azulejo

    property bool glazed: true

    implicitHeight: 28 * Theme.millimetre
    implicitWidth: azulejo.implicitHeight

    Shape {
        height: Motif.side
        scale: azulejo.width / Motif.side
        transformOrigin: Item.TopLeft
        width: Motif.side

        ShapePath {
            fillColor: "transparent"
            strokeColor: Theme.grout
            strokeWidth: 0.5

            PathSvg {
                path: Motif.joints
            }
        }

        ShapePath {
            fillColor: "transparent"
            strokeColor: azulejo.glazed ? Theme.azulejo : "transparent"
            strokeWidth: 1.2

            PathSvg {
                path: Motif.lines
            }
        }

        ShapePath {
            fillColor: azulejo.glazed ? Theme.azulejo : "transparent"
            strokeColor: "transparent"

            PathSvg {
                path: Motif.leaves
            }
        }

        ShapePath {
            fillColor: azulejo.glazed ? Theme.glaze : "transparent"
            strokeColor: "transparent"

            PathSvg {
                path: Motif.glaze
            }
        }
    }
}
