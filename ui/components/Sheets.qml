pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// Cards in rows under a heading. What does not fit is dealt onto sheets that large buttons turn; nothing is cut.
//
// A card or a heading with a function `tallAt(width, room)` says how high it will be; any other its implicitHeight.
Item {
    id: sheets

    property alias model: cards.model
    property alias delegate: cards.delegate
    property Item heading: null
    property int columns: 1
    property int fewestColumns: sheets.columns
    property bool equal: true
    property bool flows: false
    property bool middle: false
    property real gap: Theme.grid
    property real stretch: 1
    property int current: 0

    readonly property bool upright: sheets.width > sheets.height
    readonly property real turnerSide: upright ? 26 * Theme.millimetre : Theme.target
    readonly property var plan: sheets.arrange(sheets.generation)
    readonly property int count: sheets.plan.count
    readonly property real cardRoom: sheets.height - (upright ? 0 : sheets.turnerSide + Theme.grid)
    readonly property var nowhere: ({
            "sheet": -1,
            "x": 0,
            "y": 0,
            "width": 0,
            "height": 0
        })

    property int generation: 0

    function tallOf(item: var, width: real, room: real): real {
        return item ? item.tallAt ? item.tallAt(width, room) : item.implicitHeight : 0;
    }

    // The first arrangement that needs no turning, else the one with the fewest sheets.
    function arrange(generation: int): var {
        const whole = sheets.bestAt(sheets.width, sheets.height);
        if (whole.count === 1 || sheets.width <= 0 || sheets.height <= 0)
            return whole;
        const taken = sheets.turnerSide + Theme.grid;
        return sheets.upright ? sheets.bestAt(sheets.width - taken, sheets.height) : sheets.bestAt(sheets.width, sheets.height - taken);
    }

    function bestAt(width: real, height: real): var {
        let best = null;
        for (let columns = sheets.fewestColumns; columns <= sheets.columns; columns++) {
            const found = sheets.dealt(width, height, columns);
            if (!best || found.count < best.count)
                best = found;
            if (best.count === 1)
                break;
        }
        return best;
    }

    function dealt(width: real, height: real, columns: int): var {
        const cardWidth = (width - (columns - 1) * sheets.gap) / columns;
        const talls = Array.from({
            "length": cards.count
        }, (_, index) => sheets.tallOf(cards.itemAt(index), cardWidth, sheets.cardRoom));
        const rows = sheets.flows ? talls : sheets.rowsOf(talls, columns);
        const head = sheets.headed(width, height, rows);
        const tracks = sheets.flows ? columns : 1;
        const all = sheets.filled(rows, head.below, head.below, tracks);
        const first = sheets.filled(rows, head.below, height, tracks);
        const stays = !head.isAlone && rows.every(tall => tall <= head.below + 0.5) && all.count <= first.count;
        const places = stays ? all : head.isAlone ? sheets.filled(rows, 0, height, tracks) : first;
        return {
            "places": sheets.flows ? places.rows : sheets.spread(places, head.below, columns, talls.length),
            "count": places.count,
            "cardWidth": cardWidth,
            "width": width,
            "heading": head,
            "stays": stays,
            "down": sheets.middle && places.count === 1 ? sheets.leftBelow(places, head.below) / 2 : 0
        };
    }

    function leftBelow(places: var, below: real): real {
        const last = places.rows[places.rows.length - 1];
        return last ? Math.max(0, below - last.y - last.height) : 0;
    }

    function rowsOf(talls: var, columns: int): var {
        const rows = [];
        for (let i = 0; i < talls.length; i += columns)
            rows.push(Math.max(...talls.slice(i, i + columns)));
        return sheets.equal ? rows.fill(Math.max(0, ...rows)) : rows;
    }

    // The heading at its natural size, or smaller so that the first row stands under it, or alone.
    function headed(width: real, height: real, rows: var): var {
        const natural = sheets.tallOf(sheets.heading, width, height);
        const gap = natural > 0 ? sheets.gap : 0;
        const room = rows.length ? height - rows[0] - gap : height;
        const tall = natural > room ? sheets.tallOf(sheets.heading, width, room) : natural;
        const isAlone = tall > room + 0.5;
        return {
            "room": isAlone ? height : Math.max(tall, room),
            "isAlone": isAlone,
            "tall": isAlone ? natural : tall,
            "below": isAlone ? 0 : height - tall - gap,
            "top": tall + gap
        };
    }

    // Rows under each other; then, where there are several tracks, beside each other; then on the next sheet.
    function filled(rows: var, first: real, later: real, tracks: int): var {
        const places = [];
        let sheet = 0;
        let track = 0;
        let y = 0;
        for (const tall of rows) {
            const room = () => sheet === 0 ? first : later;
            if (y + tall > room() + 0.5 && (y > 0 || sheet === 0)) {
                y = 0;
                track += 1;
                if (track >= tracks || room() < tall) {
                    track = 0;
                    sheet += 1;
                }
            }
            places.push({
                "sheet": sheet,
                "track": track,
                "y": y,
                "height": tall
            });
            y += tall + sheets.gap;
        }
        return {
            "rows": places,
            "count": sheet + 1
        };
    }

    // Where everything stands on one sheet, rows may grow into the room that is left.
    function spread(places: var, below: real, columns: int, count: int): var {
        const rows = places.rows;
        const left = sheets.leftBelow(places, below);
        const most = rows.length ? (sheets.stretch - 1) * Math.min(...rows.map(row => row.height)) : 0;
        const more = places.count === 1 ? Math.max(0, Math.min(left / rows.length, most)) : 0;
        return Array.from({
            "length": count
        }, (_, index) => {
            const number = Math.floor(index / columns);
            const row = rows[number];
            return {
                "sheet": row.sheet,
                "track": index % columns,
                "y": row.y + number * more,
                "height": row.height + more
            };
        });
    }

    function place(index: int, item: Item) {
        const place = () => sheets.plan.places[index] ?? sheets.nowhere;
        const start = () => sheets.upright && Theme.rightToLeft ? sheets.width - sheets.plan.width : 0;
        const across = () => place().track * (sheets.plan.cardWidth + sheets.gap);
        item.width = Qt.binding(() => sheets.plan.cardWidth);
        item.height = Qt.binding(() => place().height);
        item.visible = Qt.binding(() => place().sheet === sheets.current);
        item.x = Qt.binding(() => start() + (Theme.rightToLeft ? sheets.plan.width - item.width - across() : across()));
        item.y = Qt.binding(() => place().y + (sheets.headsSheet(place().sheet) ? sheets.plan.heading.top : 0) + sheets.plan.down);
    }

    function headsSheet(sheet: int): bool {
        return sheets.plan.stays || sheet === 0;
    }

    onCountChanged: sheets.current = Math.min(sheets.current, sheets.count - 1)

    Item {
        id: headingBox

        data: sheets.heading ? [sheets.heading] : []
        height: sheets.plan.heading.tall
        visible: sheets.headsSheet(sheets.current)
        width: sheets.plan.width
        x: Theme.rightToLeft ? sheets.width - width : 0
    }

    Binding {
        property: "width"
        target: sheets.heading
        value: sheets.plan.width
        when: sheets.heading !== null
    }

    Binding {
        property: "room"
        target: sheets.heading
        value: sheets.plan.heading.room
        when: sheets.heading !== null && "room" in sheets.heading
    }

    Repeater {
        id: cards

        onItemAdded: (index, item) => {
            sheets.place(index, item);
            if (index === cards.count - 1)
                sheets.generation += 1;
        }
        onItemRemoved: sheets.generation += 1
    }

    SheetTurner {
        count: sheets.count
        current: sheets.current
        height: sheets.upright ? sheets.height : Theme.target
        objectName: "turner"
        upright: sheets.upright
        visible: sheets.count > 1
        width: sheets.upright ? sheets.turnerSide : sheets.width
        x: sheets.upright && !Theme.rightToLeft ? sheets.width - width : 0
        y: sheets.height - height

        onTurned: sheet => sheets.current = sheet
    }
}
