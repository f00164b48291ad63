pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// A short random code that says nothing about the answers, to read and as a QR code.
Item {
    id: receipt

    property string code: ""
    property list<string> modules: []

    readonly property int count: receipt.modules.length
    readonly property bool isWide: receipt.width > receipt.height
    readonly property real side: Math.floor(Math.min(receipt.height * (receipt.isWide ? 0.8 : 0.45), receipt.width * 0.45, 70 * Theme.millimetre) / (receipt.count + 8))

    Rectangle {
        id: plate

        color: "#FFFFFF"
        height: receipt.side * (receipt.count + 8)
        width: height
        x: receipt.isWide ? (Theme.rightToLeft ? parent.width - width : 0) : (parent.width - width) / 2
        y: receipt.isWide ? (parent.height - height) / 2 : 0

        Repeater {
            model: receipt.modules

            Row {
                id: line

                required property string modelData
                required property int index

                LayoutMirroring.enabled: false
                x: 4 * receipt.side
                y: (4 + line.index) * receipt.side

                Repeater {
                    model: line.modelData.length

                    Rectangle {
                        required property int index

                        color: line.modelData[index] === "1" ? "#000000" : "#FFFFFF"
                        height: receipt.side
                        width: receipt.side
                    }
                }
            }
        }
    }

    Column {
        id: texts

        spacing: Theme.grid
        width: receipt.isWide ? parent.width - plate.width - Theme.grid * 2 : parent.width
        x: receipt.isWide && !Theme.rightToLeft ? plate.width + Theme.grid * 2 : 0
        y: receipt.isWide ? Math.max(0, (parent.height - height) / 2) : plate.height + Theme.grid

        Words {
            capitals: Math.min(Theme.answer, 10)
            strong: true
            text: qsTr("Your receipt")
            width: parent.width
        }

        Words {
            capitals: 9
            language: "en"
            objectName: "code"
            strong: true
            text: receipt.code
            width: parent.width
        }

        Words {
            room: receipt.isWide ? receipt.height * 0.35 : receipt.height * 0.2
            text: qsTr("This code only shows that an answer was counted. It does not show what you said.")
            width: parent.width
        }

        Words {
            room: receipt.isWide ? receipt.height * 0.25 : receipt.height * 0.12
            text: qsTr("Write it down or take a photo, if you like.")
            width: parent.width
        }
    }
}
