pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The staff door: digits, and behind them the end of the day.
Item {
    id: page

    required property StaffViewModel viewModel

    readonly property real keySide: Math.min(26 * Theme.millimetre, (page.height - head.height - Theme.grid * 2) / 4 - Theme.grid / 2)

    objectName: "StaffPage"

    Column {
        id: head

        spacing: 2 * Theme.millimetre
        width: parent.width

        Words {
            centred: true
            objectName: "heading"
            strong: true
            text: qsTr("For staff only")
            width: parent.width
        }

        Words {
            centred: true
            text: "●".repeat(page.viewModel.dots) || qsTr("PIN")
            visible: !page.viewModel.isOpen
            width: parent.width
        }

        Words {
            centred: true
            color: Theme.clay
            text: page.viewModel.remark
            visible: page.viewModel.remark !== ""
            width: parent.width
        }
    }

    Grid {
        LayoutMirroring.enabled: false
        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: head.bottom
        anchors.topMargin: Theme.grid
        columns: 3
        spacing: Theme.grid / 2
        visible: !page.viewModel.isOpen

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "enter"]

            BigButton {
                required property string modelData

                height: page.keySide
                sign: modelData === "delete" ? Icons.eraser : modelData === "enter" ? Icons.tick : ""
                label: modelData.length === 1 ? modelData : ""
                objectName: `pin-${modelData}`
                padding: 2 * Theme.millimetre
                primary: modelData === "enter"
                width: page.keySide * 1.5

                Accessible.name: modelData

                onClicked: page.viewModel.press(modelData)
            }
        }
    }

    Column {
        anchors.centerIn: parent
        spacing: Theme.grid
        visible: page.viewModel.isOpen
        width: Math.min(parent.width, 140 * Theme.millimetre)

        BigButton {
            label: qsTr("End the day")
            objectName: "endDay"
            primary: true
            width: parent.width

            onClicked: page.viewModel.endDay()
        }

        BigButton {
            label: qsTr("Go on")
            objectName: "goOn"
            width: parent.width

            onClicked: page.viewModel.close()
        }
    }
}
