import QtQuick
import ui.components
import ui.theme

// A door: a sign, its name, and what is behind it.
Tile {
    id: door

    required property string sign
    required property string says

    Accessible.description: door.says
    implicitHeight: column.height + 2 * door.padding
    padding: 1.5 * Theme.grid

    contentItem: Item {
        Column {
            id: column

            anchors.verticalCenter: parent.verticalCenter
            spacing: 2 * Theme.millimetre
            width: parent.width

            Icon {
                anchors.horizontalCenter: parent.horizontalCenter
                colour: door.inkColour
                height: 16 * Theme.millimetre
                path: door.sign
                width: height
            }

            Words {
                Accessible.ignored: true
                capitals: Theme.answer
                centred: true
                color: door.inkColour
                objectName: "words"
                strong: true
                text: door.label
                width: parent.width
            }

            Words {
                Accessible.ignored: true
                centred: true
                color: door.inkColour
                objectName: "says"
                text: door.says
                width: parent.width
            }
        }
    }
}
