import QtQuick
import ui.components
import ui.theme

// One part of what is entered: its name and what it is so far. A field is only looked at.
Tile {
    id: tile

    property string value: ""
    property bool isField: false

    readonly property real nameTall: tile.label === "" ? 0 : 7 * Theme.millimetre

    Accessible.name: tile.label ? `${tile.label}: ${tile.value || "–"}` : tile.value || "–"
    Accessible.role: tile.isField ? Accessible.StaticText : Accessible.Button
    enabled: !tile.isField
    opacity: 1
    horizontalPadding: 3 * Theme.millimetre
    verticalPadding: Theme.millimetre

    contentItem: Item {
        Words {
            Accessible.ignored: true
            capitals: Theme.staff * Math.min(Theme.textFactor, 1.5)
            color: Theme.inkSoft
            height: tile.nameTall
            room: tile.nameTall
            text: tile.label
            visible: tile.label !== ""
            width: parent.width
        }

        Words {
            Accessible.ignored: true
            capitals: Math.min(Theme.answer, 12)
            height: parent.height - tile.nameTall
            objectName: "words"
            room: height
            strong: true
            text: tile.value || "–"
            verticalAlignment: Text.AlignVCenter
            width: parent.width
            y: tile.nameTall
        }
    }
}
