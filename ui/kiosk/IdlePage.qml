import QtQuick
import ui.components
import ui.theme

// Is anybody still here? One press is enough.
Item {
    id: page

    required property IdleViewModel viewModel

    readonly property real share: (page.height - 3 * column.spacing) / 100

    objectName: "IdlePage"

    Column {
        id: column

        anchors.centerIn: parent
        spacing: 1.5 * Theme.grid
        width: parent.width

        Words {
            Accessible.role: Accessible.Heading
            balanced: true
            capitals: Theme.statement
            centred: true
            objectName: "heading"
            room: 28 * page.share
            strong: true
            text: qsTr("Are you still here?")
            width: parent.width
        }

        Words {
            capitals: Theme.statement
            centred: true
            color: Theme.azulejo
            room: 18 * page.share
            strong: true
            text: page.viewModel.countdown
            width: parent.width
        }

        Words {
            balanced: true
            centred: true
            room: 30 * page.share
            text: page.viewModel.consequence
            width: parent.width
        }

        BigButton {
            anchors.horizontalCenter: parent.horizontalCenter
            capitals: Theme.answer
            height: Math.max(Theme.target, Math.min(1.6 * Theme.target, 24 * page.share))
            label: qsTr("I am still here")
            objectName: "stay"
            primary: true
            width: Math.min(parent.width, 180 * Theme.millimetre)

            onClicked: page.viewModel.stay()
        }
    }
}
