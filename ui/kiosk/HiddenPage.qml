import QtQuick
import ui.components
import ui.theme

// Nothing of the answers is on the screen. A touch brings them back.
Item {
    id: page

    required property HelpViewModel viewModel

    objectName: "HiddenPage"

    Tile {
        Accessible.name: `${heading.text} ${how.text}`
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
            colour: Theme.azulejo
            height: 20 * Theme.millimetre
            path: Icons.hide
            width: height
        }

        Words {
            id: heading

            balanced: true
            capitals: Theme.answer
            centred: true
            objectName: "heading"
            room: page.height * 0.3
            strong: true
            text: qsTr("Your screen is hidden.")
            width: parent.width
        }

        Words {
            id: how

            balanced: true
            capitals: Theme.answer
            centred: true
            room: page.height * 0.3
            text: qsTr("Touch here to go on.")
            width: parent.width
        }
    }
}
