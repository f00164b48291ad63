pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// What was entered, part by part, and the buttons of the part that is entered now.
Item {
    id: card

    property var parts: []
    property var keys: []
    property int columns: 3
    property string note: ""

    readonly property bool isField: card.parts.length === 1
    readonly property bool isPad: card.keys.some(key => key.code === "erase")
    readonly property bool isNamed: !card.isPad && card.columns === 3
    readonly property int rows: Math.ceil(card.keys.length / card.columns)
    readonly property real widestKey: (card.isNamed ? 62 : card.isPad ? 40 : 30) * Theme.millimetre
    readonly property real keysRoom: Math.max(0.6 * card.width, card.width - 48 * Theme.millimetre)
    readonly property real keysWidth: Math.min(card.keysRoom, card.columns * (card.widestKey + EntryRulers.gap) - EntryRulers.gap)
    readonly property real keysLeft: Theme.rightToLeft ? 0 : card.width - card.keysWidth
    readonly property real pitch: Math.min((card.height + EntryRulers.gap) / card.rows, 26 * Theme.millimetre + EntryRulers.gap)
    readonly property real unit: (card.keysWidth + EntryRulers.gap) / card.columns
    readonly property real partsWidth: card.width - card.keysWidth - 2 * Theme.grid
    readonly property real partsLeft: Theme.rightToLeft ? card.width - card.partsWidth : 0
    readonly property real noteTall: card.isField ? 0 : EntryRulers.note
    readonly property real partTall: Math.min(30 * Theme.millimetre, (card.height - card.noteTall) / card.parts.length - EntryRulers.partGap)

    signal pressed(code: string)
    signal turned(part: int)

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false

    Repeater {
        model: card.parts.length

        PartTile {
            id: part

            required property int index

            readonly property var told: card.parts[part.index]

            chosen: card.parts.length > 1 && (part.told?.now ?? false)
            height: card.partTall
            isField: card.isField
            label: part.told?.label ?? ""
            objectName: `part-${part.index}`
            value: part.told?.text ?? ""
            width: card.partsWidth
            x: card.partsLeft
            y: part.index * (card.partTall + EntryRulers.partGap)

            onClicked: card.turned(part.index)
        }
    }

    Words {
        capitals: Math.min(Theme.help, 4)
        color: Theme.inkSoft
        objectName: "note"
        room: EntryRulers.note
        text: card.note
        visible: card.note !== ""
        width: card.partsWidth
        x: card.partsLeft
        y: card.parts.length * (card.partTall + EntryRulers.partGap)
    }

    Repeater {
        model: card.keys.length

        KeyTile {
            id: key

            required property int index

            readonly property var told: card.keys[key.index]

            Accessible.name: key.told?.spoken ?? ""
            capitals: Math.min(Theme.answer, 10)
            chosen: key.told?.isOn ?? false
            height: card.pitch - EntryRulers.gap
            label: key.told?.label ?? ""
            objectName: `entry-${key.told?.code ?? ""}`
            sign: key.told?.sign ?? ""
            visible: (key.told?.code ?? "") !== ""
            width: card.unit - EntryRulers.gap
            x: card.keysLeft + (card.isPad || !Theme.rightToLeft ? key.index % card.columns : card.columns - 1 - key.index % card.columns) * card.unit
            y: Math.floor(key.index / card.columns) * card.pitch

            onClicked: card.pressed(key.told.code)
        }
    }
}
