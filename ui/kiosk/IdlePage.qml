import QtQuick
import ui.components
import ui.theme

// Is anybody still here? One press is enough.
Item {
    id: page

    required property IdleViewModel viewModel

    objectName: "IdlePage"

    Column {
        anchors.centerIn: parent
        spacing: 2 * Theme.grid
        width: parent.width

        Words {
            capitals: Theme.statement
            centred: true
            objectName: "heading"
            room: page.height * 0.25
            strong: true
            text: qsTr("Are you still here?")
            width: parent.width
        }

        Words {
            capitals: Theme.statement
            centred: true
            room: page.height * 0.2
            text: page.viewModel.countdown
            width: parent.width
        }

        Words {
            centred: true
            room: page.height * 0.25
            text: page.viewModel.consequence
            width: parent.width
        }

        BigButton {
            anchors.horizontalCenter: parent.horizontalCenter
            capitals: Theme.answer
            height: Math.max(1.4 * Theme.target, page.height * 0.18)
            label: qsTr("I am still here")
            objectName: "stay"
            primary: true
            width: Math.min(parent.width, 160 * Theme.millimetre)

            onClicked: page.viewModel.stay()
        }
    }
}
