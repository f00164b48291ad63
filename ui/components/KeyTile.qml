import QtQuick
import ui.theme

// One key. Its letter, or a sign where it does something else.
Tile {
    id: key

    property string sign: ""
    property real capitals: Theme.answer
    property bool takesFocus: true

    readonly property bool isShift: key.sign === "turn" && key.label === ""
    readonly property string path: key.isShift ? Icons.shift : ({
            "back": Icons.back,
            "erase": Icons.eraser,
            "next": Icons.next
        })[key.sign] ?? ""
    readonly property string spoken: ({
            "back": qsTr("Previous"),
            "erase": qsTr("Delete letter"),
            "next": qsTr("More"),
            "space": qsTr("Space"),
            "turn": qsTr("Capital letters")
        })[key.sign] ?? ""

    Accessible.name: key.label || key.spoken
    focusPolicy: key.takesFocus ? Qt.StrongFocus : Qt.NoFocus
    padding: 0.6 * Theme.millimetre

    contentItem: Item {
        Words {
            Accessible.ignored: true
            capitals: key.label.length > 2 || key.sign ? Math.min(Theme.help, key.capitals) : key.capitals
            centred: true
            height: parent.height
            objectName: "words"
            room: parent.height
            text: key.path ? "" : key.label || key.spoken
            verticalAlignment: Text.AlignVCenter
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
