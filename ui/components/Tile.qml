pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import ui.theme

// What everything pressable is made of. It acts on release, sinks while pressed, and says what it is.
T.AbstractButton {
    id: tile

    property bool chosen: false
    property bool primary: false
    property bool quiet: false
    property bool grave: false
    property bool signed: false
    property string label: ""

    readonly property color inkColour: tile.primary && tile.enabled ? Theme.azulejoInk : tile.grave ? Theme.clay : Theme.ink

    Accessible.checkable: tile.checkable
    Accessible.checked: tile.chosen
    Accessible.name: tile.label
    Accessible.role: tile.checkable ? Accessible.CheckBox : Accessible.Button
    focusPolicy: Qt.StrongFocus
    implicitHeight: Theme.target
    implicitWidth: Theme.target
    opacity: tile.enabled ? 1 : 0.45
    padding: 3 * Theme.millimetre

    background: Rectangle {
        border.color: tile.chosen ? Theme.azulejo : tile.grave ? Theme.clay : Theme.grout
        border.width: tile.chosen ? Theme.chosenLine : tile.quiet || tile.primary ? 0 : Theme.hairline
        color: tile.primary ? (tile.down ? Qt.darker(Theme.azulejo, 1.25) : Theme.azulejo) : tile.down || tile.chosen ? Theme.tint : tile.quiet ? "transparent" : Theme.tile
        radius: Theme.radius

        Loader {
            active: tile.visualFocus || tile.signed && tile.chosen
            anchors.fill: parent

            sourceComponent: TileMarks {
                isFocused: tile.visualFocus
                isSigned: tile.signed && tile.chosen
            }
        }
    }

    transform: Translate {
        y: tile.down ? Theme.millimetre : 0
    }

    Keys.onEnterPressed: tile.click()
    Keys.onReturnPressed: tile.click()
}
