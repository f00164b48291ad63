pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Shapes
import ui.components
import ui.theme

// A short random code that says nothing about the answers, to read and as a QR code.
Item {
    id: receipt

    property string code: ""
    property var modules: []

    readonly property bool isWide: receipt.width > receipt.height
    readonly property int across: receipt.modules.length + 8
    readonly property real most: Math.min(receipt.height * (receipt.isWide ? 0.9 : 0.4), receipt.width * 0.4, 80 * Theme.millimetre)
    readonly property real side: Math.max(1, Math.floor(receipt.most / receipt.across))

    Rectangle {
        id: plate

        color: "#FFFFFF"
        height: receipt.side * receipt.across
        radius: Theme.radius
        width: height
        x: receipt.isWide ? (Theme.rightToLeft ? parent.width - width : 0) : (parent.width - width) / 2
        y: receipt.isWide ? (parent.height - height) / 2 : 0

        Shape {
            preferredRendererType: Shape.GeometryRenderer
            scale: receipt.side
            transformOrigin: Item.TopLeft

            ShapePath {
                fillColor: "#000000"
                strokeWidth: -1

                PathSvg {
                    path: receipt.modules.map((row, y) => [...row].map((dark, x) => dark === "1" ? `M${x + 4} ${y + 4} h1 v1 h-1 Z` : "").join("")).join("")
                }
            }
        }
    }

    Column {
        id: texts

        readonly property real share: (receipt.isWide ? receipt.height : receipt.height - plate.height - Theme.grid) / 100

        spacing: Theme.grid
        width: receipt.isWide ? parent.width - plate.width - Theme.margin : parent.width
        x: receipt.isWide && !Theme.rightToLeft ? plate.width + Theme.margin : 0
        y: receipt.isWide ? Math.max(0, (parent.height - height) / 2) : plate.height + Theme.grid

        Words {
            Accessible.role: Accessible.Heading
            capitals: Math.min(Theme.answer, 10)
            room: 17 * texts.share
            strong: true
            text: qsTr("Your receipt")
            width: texts.width
        }

        Words {
            capitals: 9
            language: "en"
            objectName: "code"
            room: 17 * texts.share
            strong: true
            text: receipt.code
            width: texts.width
        }

        Words {
            room: 30 * texts.share
            text: qsTr("This code only shows that an answer was counted. It does not show what you said.")
            width: texts.width
        }

        Words {
            room: 24 * texts.share
            text: qsTr("Write it down or take a photo, if you like.")
            width: texts.width
        }
    }
}
