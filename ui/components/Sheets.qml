pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// Cards in rows under a heading. What does not fit is dealt onto sheets that large buttons turn; nothing is cut.
//
// Only the cards of one sheet exist: a delegate shows the card `sheets.first + index`, and is seen where there
// is one. A heading says with its own `tallAt(width, room)` how high it will be.
Item {
    id: sheets

    property int cards: 0
    property var tallOf: (card, width, room) => Theme.target
    // The share of their size that letters keep where every card has this room.
    property var shareIn: (width, room) => 0
    property Component delegate: null
    property var heading: null
    property int columns: 1
    property int fewestColumns: sheets.columns
    property bool equal: true
    property bool flows: false
    property bool middle: false
    property real gap: Theme.grid
    property real stretch: 1

    readonly property bool isReady: sheets.isBuilt && sheets.width > 0 && sheets.height > 0
    readonly property bool upright: sheets.width > sheets.height
    readonly property real turnerSide: upright ? (Theme.isTiny ? 21 : Theme.textStep === 1 ? 26 : 34) * Theme.millimetre : Theme.target
    readonly property real wholeRoom: sheets.height - (upright ? 0 : sheets.turnerSide + Theme.grid)
    readonly property real narrowest: (sheets.upright ? sheets.width - sheets.turnerSide - Theme.grid : sheets.width - (sheets.columns - 1) * sheets.gap) / (sheets.upright ? 1 : sheets.columns)
    readonly property real cardRoom: sheets.isReady ? sheets.roomOfOne() : sheets.wholeRoom
    readonly property var plan: sheets.isReady ? sheets.arrange() : sheets.dealt(0, 0, 1)
    readonly property int count: sheets.plan.count
    readonly property int first: sheets.plan.firsts[sheets.current] ?? 0
    readonly property var nowhere: ({
            "sheet": -1,
            "track": 0,
            "y": 0,
            "height": 0
        })
    readonly property int shown: (sheets.plan.firsts[sheets.current + 1] ?? sheets.first) - sheets.first

    property int current: 0
    property int slots: 0
    property bool isBuilt: false

    // The first arrangement that needs no turning, else the one with the fewest sheets.
    function arrange(): var {
        const whole = sheets.bestAt(sheets.width, sheets.height);
        if (whole.count === 1)
            return whole;
        const taken = sheets.turnerSide + Theme.grid;
        return sheets.upright ? sheets.bestAt(sheets.width - taken, sheets.height) : sheets.bestAt(sheets.width, sheets.height - taken);
    }

    function bestAt(width: real, height: real): var {
        let best = null;
        for (let columns = Math.min(sheets.fewestColumns, sheets.columns); columns <= sheets.columns; columns++) {
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
        const talls = [];
        for (let card = 0; card < sheets.cards && height > 0; card++)
            talls.push(sheets.tallOf(card, cardWidth, sheets.cardRoom));
        const rows = sheets.flows ? talls : sheets.rowsOf(talls, columns);
        const head = sheets.headed(width, height, columns > 1 ? rows.slice(0, 1) : rows);
        const tracks = sheets.flows ? columns : 1;
        const all = sheets.filled(rows, head.below, head.below, tracks);
        const first = sheets.filled(rows, head.below, height, tracks);
        const stays = !head.isAlone && rows.every(tall => tall <= head.below + 0.5) && all.count <= first.count;
        const found = stays ? all : first;
        const left = sheets.leftBelow(found, head.below);
        const places = sheets.flows ? found.rows : sheets.spread(found, left, columns, talls.length);
        return {
            "places": places,
            "firsts": sheets.firstsOf(places, found.count),
            "count": found.count,
            "cardWidth": cardWidth,
            "width": width,
            "heading": head,
            "stays": stays,
            "down": sheets.middle ? left / 2 : 0
        };
    }

    // Two cards share a sheet with the heading where their letters lose little for it; without it where none is
    // smaller than at the first text size.
    function roomOfOne(): real {
        const headed = (sheets.wholeRoom - (sheets.heading?.leastAt?.(sheets.narrowest) ?? 0) - 2 * sheets.gap) / 2;
        if (headed >= Theme.target && sheets.shareIn(sheets.narrowest, headed) > Math.max(0.7, 0.999 / Theme.textFactor))
            return headed;
        const pair = (sheets.wholeRoom - sheets.gap) / 2;
        return pair >= Theme.target && sheets.shareIn(sheets.narrowest, pair) * Theme.textFactor > 0.999 ? pair : sheets.wholeRoom;
    }

    function rowsOf(talls: var, columns: int): var {
        const rows = [];
        for (let i = 0; i < talls.length; i += columns)
            rows.push(Math.max(...talls.slice(i, i + columns)));
        return sheets.equal ? rows.fill(Math.max(0, ...rows)) : rows;
    }

    // The heading at its natural size, or smaller so that the first row stands under it, or alone. It makes room
    // for a second card where it stays as large as at the first text size.
    function headed(width: real, height: real, rows: var): var {
        const natural = sheets.heading ? sheets.heading.tallAt(width, height) : 0;
        const gap = natural > 0 ? sheets.gap : 0;
        const pair = rows.length > 1 ? height - rows[0] - sheets.gap - rows[1] - gap : 0;
        const isPair = natural > pair && (sheets.heading?.leastAt?.(width) ?? height) <= pair;
        const room = isPair ? pair : rows.length ? height - rows[0] - gap : height;
        const tall = sheets.heading && natural > room ? sheets.heading.tallAt(width, room) : natural;
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
            const room = sheet === 0 ? first : later;
            if (y + tall > room + 0.5 && (y > 0 || sheet === 0)) {
                y = 0;
                track += 1;
                if (track >= tracks || room < tall) {
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

    function leftBelow(places: var, below: real): real {
        const last = places.rows[places.rows.length - 1];
        return last && places.count === 1 ? Math.max(0, below - last.y - last.height) : 0;
    }

    // Where everything stands on one sheet, rows may grow into the room that is left.
    function spread(found: var, left: real, columns: int, count: int): var {
        const rows = found.rows;
        const most = rows.length ? (sheets.stretch - 1) * Math.min(...rows.map(row => row.height)) : 0;
        const more = rows.length ? Math.min(left / rows.length, most) : 0;
        const places = [];
        for (let card = 0; card < count; card++) {
            const number = Math.floor(card / columns);
            const row = rows[number];
            places.push({
                "sheet": row.sheet,
                "track": card % columns,
                "y": row.y + number * more,
                "height": row.height + more
            });
        }
        return places;
    }

    function firstsOf(places: var, count: int): var {
        const firsts = Array(count + 1).fill(places.length);
        for (let card = places.length - 1; card >= 0; card--)
            firsts.fill(card, 0, places[card].sheet + 1);
        return firsts;
    }

    function headsSheet(sheet: int): bool {
        return sheets.plan.stays || sheet === 0;
    }

    function put(index: int, item: Item) {
        const place = () => {
            const found = sheets.plan.places[sheets.first + index];
            return found && found.sheet === sheets.current ? found : sheets.nowhere;
        };
        const start = () => sheets.upright && Theme.rightToLeft ? sheets.width - sheets.plan.width : 0;
        const across = () => place().track * (sheets.plan.cardWidth + sheets.gap);
        item.visible = Qt.binding(() => place().sheet === sheets.current);
        item.width = Qt.binding(() => sheets.plan.cardWidth);
        item.height = Qt.binding(() => place().height);
        item.x = Qt.binding(() => start() + (Theme.rightToLeft ? sheets.plan.width - item.width - across() : across()));
        item.y = Qt.binding(() => place().y + sheets.plan.down + (sheets.headsSheet(sheets.current) ? sheets.plan.heading.top : 0));
    }

    Component.onCompleted: sheets.isBuilt = true
    onCountChanged: sheets.current = Math.min(sheets.current, sheets.count - 1)
    onShownChanged: sheets.slots = Math.max(sheets.slots, sheets.shown)

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
        when: sheets.heading !== null
    }

    Repeater {
        delegate: sheets.delegate
        model: sheets.slots

        onItemAdded: (index, item) => sheets.put(index, item)
    }

    Loader {
        active: sheets.count > 1
        height: sheets.upright ? sheets.height : Theme.target
        width: sheets.upright ? sheets.turnerSide : sheets.width
        x: sheets.upright && !Theme.rightToLeft ? sheets.width - width : 0
        y: sheets.height - height

        sourceComponent: SheetTurner {
            count: sheets.count
            current: sheets.current
            objectName: "turner"
            upright: sheets.upright

            onTurned: sheet => {
                sheets.current = sheet;
                Turning.turned();
            }
        }
    }
}
