pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// Keys as data: rows of at most twelve widths, and a strip of candidates above them. Tap only.
// Beside a field that holds the cursor it takes no focus.
Item {
    id: keyboard

    property var keys: []
    property var strip: []
    property real room: 100000
    property bool takesFocus: true

    readonly property real gap: 1.2 * Theme.millimetre
    readonly property real unit: (keyboard.width + keyboard.gap) / 12
    readonly property int rowCount: keyboard.keys.reduce((most, key) => Math.max(most, key.row + 1), 0)
    readonly property bool hasStrip: keyboard.strip.length > 0
    // Room for the strip is kept while it is away, so that no key moves under a finger.
    readonly property int levels: keyboard.rowCount + (keyboard.hasStrip ? 1 : 0)
    readonly property real pitch: Math.min(Theme.target + keyboard.gap, (keyboard.room + keyboard.gap) / (keyboard.rowCount + 1))
    readonly property real capitals: Math.min(Theme.answer, 9, (keyboard.unit - keyboard.gap) / Theme.millimetre / 1.6)
    readonly property var starts: keyboard.startsOf(keyboard.keys)

    signal pressed(row: int, column: int)
    signal picked(index: int)

    // Each row stands in the middle of the twelve widths.
    function startsOf(keys: var): var {
        const at = [];
        for (const key of keys)
            at[key.row] = (at[key.row] ?? 12) - key.width;
        const next = at.map(left => left / 2);
        return keys.map(key => {
            const start = next[key.row];
            next[key.row] += key.width;
            return start;
        });
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: false
    height: keyboard.levels * keyboard.pitch - keyboard.gap

    CandidateStrip {
        candidates: keyboard.strip
        capitals: keyboard.capitals
        height: keyboard.pitch - keyboard.gap
        spacing: keyboard.gap
        takesFocus: keyboard.takesFocus
        unit: keyboard.unit
        width: keyboard.width

        onPicked: index => keyboard.picked(index)
    }

    Repeater {
        model: keyboard.keys

        KeyTile {
            required property var modelData
            required property int index

            capitals: keyboard.capitals
            height: keyboard.pitch - keyboard.gap
            label: String(modelData.label)
            objectName: `key-${modelData.row}-${modelData.column}`
            sign: String(modelData.sign)
            takesFocus: keyboard.takesFocus
            width: modelData.width * keyboard.unit - keyboard.gap
            x: keyboard.starts[index] * keyboard.unit
            y: (modelData.row + keyboard.levels - keyboard.rowCount) * keyboard.pitch

            onClicked: keyboard.pressed(modelData.row, modelData.column)
        }
    }
}
