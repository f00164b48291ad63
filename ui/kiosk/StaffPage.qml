pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The staff door: digits, and behind them the end of the day.
Item {
    id: page

    required property StaffViewModel viewModel

    readonly property real keyHeight: Math.max(Theme.target, Math.min(26 * Theme.millimetre, (page.height - head.height - Theme.grid) / 4 - keys.spacing))

    objectName: "StaffPage"

    Column {
        id: head

        spacing: Theme.millimetre
        width: parent.width

        Words {
            Accessible.role: Accessible.Heading
            capitals: 5
            centred: true
            objectName: "heading"
            strong: true
            text: qsTr("For staff only")
            width: parent.width
        }

        Words {
            capitals: 5
            centred: true
            height: 14 * Theme.millimetre
            language: page.viewModel.dots > 0 ? "en" : Theme.language
            room: height
            text: "●".repeat(page.viewModel.dots) || page.viewModel.remark || qsTr("PIN")
            verticalAlignment: Text.AlignVCenter
            visible: !page.viewModel.isOpen
            width: parent.width
        }
    }

    Grid {
        id: keys

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: head.bottom
        anchors.topMargin: Theme.grid / 2
        columns: 3
        layoutDirection: Theme.rightToLeft ? Qt.RightToLeft : Qt.LeftToRight
        spacing: 3 * Theme.millimetre
        visible: !page.viewModel.isOpen

        Repeater {
            model: ["1", "2", "3", "4", "5", "6", "7", "8", "9", "delete", "0", "enter"]

            BigButton {
                required property string modelData

                Accessible.name: modelData
                capitals: 5
                height: page.keyHeight
                label: modelData.length === 1 ? modelData : ""
                objectName: `pin-${modelData}`
                padding: 2 * Theme.millimetre
                primary: modelData === "enter"
                sign: modelData === "delete" ? Icons.eraser : modelData === "enter" ? Icons.tick : ""
                width: page.keyHeight * 1.5

                onClicked: page.viewModel.press(modelData)
            }
        }
    }

    Column {
        anchors.centerIn: parent
        spacing: Theme.grid
        visible: page.viewModel.isOpen
        width: Math.min(parent.width, 150 * Theme.millimetre)

        BigButton {
            label: qsTr("Let this person begin")
            objectName: "letIn"
            primary: true
            visible: page.viewModel.canAdmit
            width: parent.width

            onClicked: page.viewModel.letIn()
        }

        BigButton {
            label: qsTr("End the day")
            objectName: "endDay"
            primary: !page.viewModel.canAdmit
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
