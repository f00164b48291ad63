import QtQuick
import ui.components
import ui.theme

// Nothing of the answers is on the screen. A touch brings them back.
Item {
    id: page

    required property HelpViewModel viewModel

    objectName: "HiddenPage"

    Tile {
        Accessible.name: qsTr("Touch here to go on.")
        anchors.fill: parent
        focus: true
        objectName: "unhide"

        onClicked: page.viewModel.close()
    }

    Column {
        anchors.centerIn: parent
        spacing: 2 * Theme.grid
        width: parent.width - 4 * Theme.grid

        Icon {
            anchors.horizontalCenter: parent.horizontalCenter
            height: 20 * Theme.millimetre
            path: Icons.hide
            width: height
        }

        Words {
            capitals: Theme.answer
            centred: true
            objectName: "heading"
            room: page.height * 0.3
            strong: true
            text: qsTr("Your screen is hidden.")
            width: parent.width
        }

        Words {
            capitals: Theme.answer
            centred: true
            room: page.height * 0.3
            text: qsTr("Touch here to go on.")
            width: parent.width
        }
    }
}
