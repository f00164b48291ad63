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

    readonly property bool isBeside: EntryRulers.isBeside(card.width)
    readonly property bool isField: card.parts.length === 1
    readonly property int across: EntryRulers.columns(card.keys.length, card.columns, card.width)
    readonly property int rows: Math.ceil(card.keys.length / card.across)
    readonly property real widestKey: (card.across === 3 && card.keys.length > 11 && !card.isPad ? 62 : card.isPad ? 40 : 30) * Theme.millimetre
    readonly property bool isPad: card.keys.some(key => key.code === "erase")
    readonly property real keysRoom: card.isBeside ? Math.max(0.6 * card.width, card.width - 48 * Theme.millimetre) : card.width
    readonly property real keysWidth: Math.min(card.keysRoom, card.across * (card.widestKey + EntryRulers.gap) - EntryRulers.gap)
    readonly property real keysTop: card.isBeside ? 0 : EntryRulers.above(card.parts.length)
    readonly property real pitch: Math.min((card.height - card.keysTop + EntryRulers.gap) / card.rows, 26 * Theme.millimetre + EntryRulers.gap)
    readonly property real unit: (card.keysWidth + EntryRulers.gap) / card.across
    readonly property real keysLeft: card.isBeside ? (Theme.rightToLeft ? 0 : card.width - card.keysWidth) : (card.width - card.keysWidth) / 2
    readonly property real partsWidth: card.isBeside ? card.width - card.keysWidth - 2 * Theme.grid : card.width
    readonly property real partsLeft: card.isBeside && Theme.rightToLeft ? card.width - card.partsWidth : 0
    readonly property real noteTall: card.isField ? 0 : EntryRulers.note
    readonly property real partTall: card.isBeside ? Math.min(30 * Theme.millimetre, (card.height - card.noteTall) / card.parts.length - EntryRulers.partGap) : EntryRulers.part
    readonly property real partWide: card.isBeside ? card.partsWidth : (card.partsWidth + EntryRulers.partGap) / card.parts.length - EntryRulers.partGap

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
            readonly property int place: Theme.rightToLeft ? card.parts.length - 1 - part.index : part.index

            chosen: card.parts.length > 1 && (part.told?.now ?? false)
            height: card.partTall
            isField: card.isField
            label: part.told?.label ?? ""
            objectName: `part-${part.index}`
            value: part.told?.text ?? ""
            width: card.partWide
            x: card.partsLeft + (card.isBeside ? 0 : part.place * (card.partWide + EntryRulers.partGap))
            y: card.isBeside ? part.index * (card.partTall + EntryRulers.partGap) : 0

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
        y: card.isBeside ? card.parts.length * (card.partTall + EntryRulers.partGap) : card.partTall + EntryRulers.gap
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
            x: card.keysLeft + (card.isPad || !Theme.rightToLeft ? key.index % card.across : card.across - 1 - key.index % card.across) * card.unit
            y: card.keysTop + Math.floor(key.index / card.across) * card.pitch

            onClicked: card.pressed(key.told.code)
        }
    }
}
