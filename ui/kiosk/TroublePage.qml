import QtQuick
import ui.components
import ui.theme

// The truth when something could not be saved.
Item {
    id: page

    required property TroubleViewModel viewModel

    readonly property real share: (page.height - Theme.target - 3 * column.spacing) / 100

    objectName: "TroublePage"

    Column {
        id: column

        anchors.centerIn: parent
        spacing: 1.5 * Theme.grid
        width: parent.width

        Words {
            Accessible.role: Accessible.AlertMessage
            balanced: true
            capitals: Theme.answer
            centred: true
            objectName: "heading"
            room: 50 * page.share
            strong: true
            text: qsTr("Your answer could not be saved. Please call a worker.")
            width: parent.width
        }

        Words {
            balanced: true
            centred: true
            room: 35 * page.share
            text: qsTr("Everything that was saved before is safe.")
            width: parent.width
        }

        TwoWays {
            anchors.horizontalCenter: parent.horizontalCenter
            label: qsTr("Leave without saving")
            name: "leaveUnsaved"
            room: page.width
            usualLabel: qsTr("Try again")
            usualName: "tryAgain"

            onChosen: page.viewModel.leave()
            onUsualChosen: page.viewModel.tryAgain()
        }

        Words {
            capitals: Theme.staff
            centred: true
            color: Theme.inkSoft
            language: "en"
            room: 15 * page.share
            text: page.viewModel.reason
            width: parent.width
        }
    }
}
