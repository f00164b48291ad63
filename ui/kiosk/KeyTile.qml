import QtQuick
import ui.components
import ui.theme

// One key. Its letter, or a sign where it does something else.
Tile {
    id: key

    property string sign: ""

    readonly property string path: key.sign === "erase" ? Icons.eraser : key.sign === "turn" && key.label === "" ? Icons.shift : ""

    Accessible.name: key.label || (key.sign === "erase" ? qsTr("Delete letter") : key.sign === "space" ? qsTr("Space") : qsTr("Capital letters"))
    padding: Theme.millimetre

    contentItem: Item {
        Words {
            Accessible.ignored: true
            capitals: key.label.length > 2 ? Theme.help : Math.min(Theme.answer, 9)
            centred: true
            height: parent.height
            objectName: "words"
            room: parent.height
            text: key.sign === "space" ? qsTr("Space") : key.label
            verticalAlignment: Text.AlignVCenter
            visible: key.path === ""
            width: parent.width
        }

        Icon {
            anchors.centerIn: parent
            height: Math.min(parent.height, 8 * Theme.millimetre)
            path: key.path || Icons.tick
            visible: key.path !== ""
            width: height
        }
    }
}
