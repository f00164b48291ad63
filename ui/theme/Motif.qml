pragma Singleton

import QtQuick

// One tile of a wall, drawn for this program: a quarter of it, mirrored four times on a grid of 56 by 56.
QtObject {
    id: motif

    readonly property real side: 56
    readonly property string joints: "M0 0 H56 V56 H0 Z"
    readonly property string leaves: motif.four("M4 4 C5 12 11 19 20 20 C19 11 12 5 4 4 M28 0 L24.5 0 L28 3.5 M28 28 L28 24.5 C26 24.5 24.5 26 24.5 28")
    readonly property string lines: motif.four("M6 0 C10 4.5 15 4.5 21 0 M0 6 C4.5 10 4.5 15 0 21 M28 18.5 C22.8 18.5 18.5 22.8 18.5 28")
    readonly property string glaze: motif.four("M0 0 L3.6 0 C3.6 2 2 3.6 0 3.6 M23 23 L26 21.4 C24 22 22 24 21.4 26 Z")

    function four(quarter: string): string {
        return [[1, 1], [-1, 1], [-1, -1], [1, -1]].map(([across, down]) => motif.mirrored(quarter, across, down)).join(" ");
    }

    function mirrored(quarter: string, across: int, down: int): string {
        return quarter.replace(/(-?[\d.]+) (-?[\d.]+)/g, (_, x, y) => `${28 + across * x} ${28 + down * y}`);
    }
}
