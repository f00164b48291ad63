pragma Singleton

import QtQuick
import ui.theme

// How high the buttons of an entry will be, and what was entered beside them.
QtObject {
    id: rulers

    readonly property real gap: 1.2 * Theme.millimetre
    readonly property real partGap: 3 * Theme.millimetre
    readonly property real note: 12 * Theme.millimetre

    // As high as the part with the most buttons needs, so that nothing moves from part to part.
    function card(keys: int, columns: int, parts: int, room: real): real {
        const rows = Math.max(Math.ceil(keys / columns), parts === 3 ? 5 : 4);
        const pad = rows * (Theme.target + rulers.gap) - rulers.gap;
        return Math.min(room, Math.max(pad, parts * (Theme.target + rulers.partGap) + rulers.note));
    }
}
