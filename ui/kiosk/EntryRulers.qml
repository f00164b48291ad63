pragma Singleton

import QtQuick
import ui.theme

// Where buttons and parts of an entry stand: beside each other where it is wide, else under each other.
QtObject {
    id: rulers

    readonly property real gap: 1.2 * Theme.millimetre
    readonly property real partGap: 3 * Theme.millimetre
    readonly property real note: 12 * Theme.millimetre
    readonly property real part: 22 * Theme.millimetre

    function isBeside(width: real): bool {
        return width >= 120 * Theme.millimetre;
    }

    // Under the parts there is less room below and more beside: days and months stand in fewer rows.
    function columns(keys: int, columns: int, width: real): int {
        return rulers.isBeside(width) ? columns : keys > 25 ? 8 : keys === 13 ? 4 : columns;
    }

    // What the parts and their note take over the buttons.
    function above(parts: int): real {
        return rulers.part + rulers.partGap + (parts > 1 ? rulers.note : 0);
    }

    // As high as the part with the most buttons needs, so that nothing moves from part to part.
    function card(keys: int, columns: int, parts: int, width: real, room: real): real {
        const isBeside = rulers.isBeside(width);
        const rows = Math.max(Math.ceil(keys / rulers.columns(keys, columns, width)), isBeside && parts === 3 ? 5 : 4);
        const pad = rows * (Theme.target + rulers.gap) - rulers.gap;
        const tall = isBeside ? Math.max(pad, parts * (Theme.target + rulers.partGap) + rulers.note) : pad + rulers.above(parts);
        return Math.min(room, tall);
    }
}
