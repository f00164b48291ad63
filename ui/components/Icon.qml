import QtQuick
import QtQuick.Shapes
import ui.theme

Item {
    id: icon

    required property string path
    property color colour: Theme.ink
    property bool mirrored: false
    property real weight: 2

    implicitHeight: 8 * Theme.millimetre
    implicitWidth: icon.implicitHeight

    Shape {
        anchors.centerIn: parent
        height: 24
        scale: Math.min(icon.width, icon.height) / 24
        width: 24

        transform: Scale {
            origin.x: 12
            xScale: icon.mirrored ? -1 : 1
        }

        ShapePath {
            capStyle: ShapePath.RoundCap
            fillColor: "transparent"
            joinStyle: ShapePath.RoundJoin
            strokeColor: icon.colour
            strokeWidth: icon.weight

            PathSvg {
                path: icon.path
            }
        }
    }
}
