import QtQuick
import ui.components
import ui.theme

// The truth when something could not be saved.
Item {
    id: page

    required property TroubleViewModel viewModel

    objectName: "TroublePage"

    Column {
        anchors.centerIn: parent
        spacing: 2 * Theme.grid
        width: parent.width

        Words {
            capitals: Theme.answer
            centred: true
            objectName: "heading"
            room: page.height * 0.3
            strong: true
            text: qsTr("Your answer could not be saved. Please call a worker.")
            width: parent.width
        }

        Words {
            centred: true
            room: page.height * 0.2
            text: qsTr("Everything that was saved before is safe.")
            width: parent.width
        }

        Row {
            anchors.horizontalCenter: parent.horizontalCenter
            spacing: Theme.grid

            BigButton {
                label: qsTr("Leave without saving")
                objectName: "leaveUnsaved"
                width: Math.min((page.width - Theme.grid) / 2, 110 * Theme.millimetre)

                onClicked: page.viewModel.leave()
            }

            BigButton {
                label: qsTr("Try again")
                objectName: "tryAgain"
                primary: true
                width: Math.min((page.width - Theme.grid) / 2, 110 * Theme.millimetre)

                onClicked: page.viewModel.tryAgain()
            }
        }

        Words {
            capitals: Theme.staff
            centred: true
            color: Theme.inkSoft
            language: "en"
            room: page.height * 0.12
            text: page.viewModel.reason
            width: parent.width
        }
    }
}
