import QtQuick
import ui.components
import ui.theme

// I have to go: three equal ways, and deleting is asked once more.
Item {
    id: page

    required property LeaveViewModel viewModel

    readonly property real tileHeight: Math.min(32 * Theme.millimetre, (page.height - heading.height - 4 * Theme.grid) / 3)

    objectName: "LeavePage"

    Words {
        id: heading

        anchors.top: parent.top
        capitals: Theme.statement
        centred: true
        objectName: "heading"
        room: page.height * 0.34
        strong: true
        text: page.viewModel.confirmsDeletion ? qsTr("Delete all your answers?") : qsTr("Do you have to go?")
        width: parent.width
    }

    Column {
        anchors.centerIn: parent
        anchors.verticalCenterOffset: heading.height / 2
        spacing: Theme.grid
        width: Math.min(parent.width, 200 * Theme.millimetre)

        BigButton {
            capitals: Theme.answer
            height: page.tileHeight
            sign: Icons.send
            label: qsTr("Send what I answered")
            flips: Theme.rightToLeft
            objectName: "sendAndLeave"
            visible: !page.viewModel.confirmsDeletion
            width: parent.width

            onClicked: page.viewModel.send()
        }

        BigButton {
            capitals: Theme.answer
            grave: true
            height: page.tileHeight
            sign: Icons.trash
            label: page.viewModel.confirmsDeletion ? qsTr("Yes, delete them") : qsTr("Delete my answers")
            objectName: page.viewModel.confirmsDeletion ? "confirmDelete" : "deleteAnswers"
            width: parent.width

            onClicked: page.viewModel.confirmsDeletion ? page.viewModel.deleteAll() : page.viewModel.askToDelete()
        }

        BigButton {
            capitals: Theme.answer
            height: page.tileHeight
            sign: Icons.back
            label: qsTr("Stay here")
            flips: Theme.rightToLeft
            objectName: "stay"
            width: parent.width

            onClicked: page.viewModel.stay()
        }
    }
}
