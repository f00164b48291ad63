import QtQuick
import ui.components
import ui.theme

// Work under way: what it is, how far it is, and a way to stop it. Short work shows nothing.
Item {
    id: veil

    required property DeskViewModel viewModel

    readonly property bool isBusy: veil.viewModel.busy !== ""
    readonly property bool knowsShare: veil.viewModel.busyShare >= 0

    property bool isShown: false

    visible: veil.isBusy

    onIsBusyChanged: veil.isShown = false

    Timer {
        interval: 250
        running: veil.isBusy

        onTriggered: veil.isShown = true
    }

    MouseArea {
        anchors.fill: parent
    }

    Rectangle {
        anchors.fill: parent
        color: Theme.paper
        opacity: 0.97
        visible: veil.isShown
    }

    Column {
        anchors.centerIn: parent
        spacing: Theme.grid
        visible: veil.isShown
        width: Math.min(parent.width - 2 * Theme.grid, 180 * Theme.millimetre)

        Words {
            Accessible.role: Accessible.StaticText
            capitals: Theme.answer
            centred: true
            text: veil.viewModel.busy
            width: parent.width
        }

        Rectangle {
            border.color: Theme.grout
            border.width: Theme.hairline
            color: Theme.tile
            height: 5 * Theme.millimetre
            radius: Theme.radius / 2
            visible: veil.knowsShare
            width: parent.width

            Rectangle {
                anchors.left: parent.left
                color: Theme.azulejo
                height: parent.height
                radius: parent.radius
                width: parent.width * Math.max(0, veil.viewModel.busyShare)
            }
        }

        ActionButton {
            anchors.horizontalCenter: parent.horizontalCenter
            label: qsTr("Stop")
            objectName: "cancel"
            sign: Icons.cross
            visible: veil.viewModel.canCancel

            onClicked: veil.viewModel.cancel()
        }
    }
}
