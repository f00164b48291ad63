import QtQuick
import ui.components
import ui.theme

// A button as wide as its words.
BigButton {
    id: button

    property real room: 200 * Theme.millimetre

    readonly property real natural: Typesetter.wide(button.label, Theme.language, button.capitals, Theme.millimetre, true) + button.iconSize + button.gap + 2 * button.padding + 2 * Theme.millimetre

    padding: 4 * Theme.millimetre
    width: Math.min(button.room, Math.max(40 * Theme.millimetre, button.natural))
}
