import QtQuick
import ui.components
import ui.theme

// A friendly goodbye.
Item {
    id: page

    required property GoneViewModel viewModel

    objectName: "GonePage"

    Column {
        anchors.centerIn: parent
        spacing: 3 * Theme.grid
        width: parent.width

        Words {
            Accessible.role: Accessible.Heading
            balanced: true
            capitals: Theme.statement
            centred: true
            objectName: "heading"
            room: page.height * 0.35
            strong: true
            text: qsTr("Your answers are deleted.")
            visible: page.viewModel.hasDeleted
            width: parent.width
        }

        Words {
            balanced: true
            capitals: Theme.answer
            centred: true
            room: page.height * 0.35
            text: qsTr("Goodbye. Thank you for your time.")
            width: parent.width
        }

        BigButton {
            anchors.horizontalCenter: parent.horizontalCenter
            label: qsTr("Finish")
            objectName: "finish"
            primary: true
            width: Math.min(parent.width, 120 * Theme.millimetre)

            onClicked: page.viewModel.finish()
        }
    }
}
