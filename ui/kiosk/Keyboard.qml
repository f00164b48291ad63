pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Keys as data: rows of at most twelve widths, and a strip of candidates above them. Tap only.
Item {
    id: keyboard

    property var keys: []
    property var strip: []
    property real room: 100000

    readonly property real gap: 1.2 * Theme.millimetre
    readonly property int rowCount: keyboard.keys.reduce((most, key) => Math.max(most, key.row + 1), 0)
    readonly property real keyHeight: Math.min(Theme.target, (keyboard.room - (keyboard.rowCount + 1) * keyboard.gap) / (keyboard.rowCount + (keyboard.hasStrip ? 1 : 0)))
    readonly property bool hasStrip: keyboard.strip.length > 0
    readonly property real unit: (keyboard.width + keyboard.gap) / 12
    readonly property var starts: keyboard.place(keyboard.keys)

    signal pressed(row: int, column: int)
    signal picked(index: int)

    function place(keys: var): var {
        const widths = [];
        for (const key of keys)
            widths[key.row] = (widths[key.row] ?? 0) + key.width;
        const at = widths.map(width => (12 - width) / 2);
        return keys.map(key => {
            const x = at[key.row];
            at[key.row] += key.width;
            return x;
        });
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    height: keyboard.rowCount * (keyboard.keyHeight + keyboard.gap) + (keyboard.hasStrip ? keyboard.keyHeight + keyboard.gap : 0)

    Row {
        id: candidates

        spacing: keyboard.gap
        width: keyboard.width

        Repeater {
            model: keyboard.strip.slice(0, 12)

            KeyTile {
                required property var modelData
                required property int index

                height: keyboard.keyHeight
                label: String(modelData.label)
                objectName: `pick-${index}`
                width: Math.max(1, Math.min(2, label.length * 0.6)) * keyboard.unit - keyboard.gap

                onClicked: keyboard.picked(index)
            }
        }
    }

    Repeater {
        model: keyboard.keys

        KeyTile {
            required property var modelData
            required property int index

            height: keyboard.keyHeight
            label: String(modelData.label)
            objectName: `key-${modelData.row}-${modelData.column}`
            sign: String(modelData.sign)
            width: modelData.width * keyboard.unit - keyboard.gap
            x: keyboard.starts[index] * keyboard.unit
            y: (modelData.row + (keyboard.hasStrip ? 1 : 0)) * (keyboard.keyHeight + keyboard.gap)

            onClicked: keyboard.pressed(modelData.row, modelData.column)
        }
    }
}
