pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// Cards in rows under a heading. What does not fit is turned like sheets, by large buttons; nothing is ever cut.
Item {
    id: sheets

    property alias model: cards.model
    property alias delegate: cards.delegate
    property Item heading: null
    property int columns: 1
    property bool equal: true
    property real gap: Theme.grid
    property int current: 0

    readonly property real cardWidth: (sheets.width - (sheets.columns - 1) * sheets.gap) / sheets.columns
    readonly property real headingHeight: sheets.heading && sheets.heading.implicitHeight > 0 ? sheets.heading.implicitHeight + sheets.gap : 0
    readonly property real turnerHeight: Theme.target + sheets.gap
    readonly property var heights: sheets.measure(sheets.generation)
    readonly property var plan: sheets.arrange(sheets.heights, sheets.headingHeight)
    readonly property int count: sheets.plan.count
    readonly property var nowhere: ({
            "sheet": -1,
            "y": 0,
            "height": 0
        })

    property int generation: 0

    function measure(generation: int): var {
        const rows = [];
        for (let i = 0; i < cards.count; i += sheets.columns) {
            let tallest = 0;
            for (let j = i; j < Math.min(i + sheets.columns, cards.count); j++) {
                tallest = Math.max(tallest, cards.itemAt(j)?.implicitHeight ?? 0);
            }
            rows.push(tallest);
        }
        if (sheets.equal)
            rows.fill(Math.max(0, ...rows));
        return rows;
    }

    function fill(heights: var, room: real, first: int): var {
        const places = [];
        let sheet = first;
        let y = 0;
        for (const height of heights) {
            if (y > 0 && y + height > room + 0.5) {
                sheet += 1;
                y = 0;
            }
            places.push({
                "sheet": sheet,
                "y": y,
                "height": height
            });
            y += height + sheets.gap;
        }
        return places;
    }

    function arrange(heights: var, headingHeight: real): var {
        const room = sheets.height;
        let places = sheets.fill(heights, room - headingHeight, 0);
        let alone = false;
        const last = () => places.length ? places[places.length - 1].sheet : 0;
        if (last() > 0 || heights.some(height => height > room - headingHeight + 0.5)) {
            const below = room - headingHeight - sheets.turnerHeight;
            const two = heights.slice(0, 2).reduce((sum, height) => sum + height + sheets.gap, -sheets.gap);
            alone = headingHeight > 0 && (below < two || heights.some(height => height > below + 0.5));
            places = alone ? sheets.fill(heights, room - sheets.turnerHeight, 1) : sheets.fill(heights, below, 0);
        }
        return {
            "places": places,
            "alone": alone,
            "count": last() + 1
        };
    }

    function place(index: int, item: Item) {
        const place = () => sheets.plan.places[Math.floor(index / sheets.columns)] ?? sheets.nowhere;
        const column = () => Theme.rightToLeft ? sheets.columns - 1 - index % sheets.columns : index % sheets.columns;
        item.width = Qt.binding(() => sheets.cardWidth);
        item.height = Qt.binding(() => place().height);
        item.visible = Qt.binding(() => place().sheet === sheets.current);
        item.x = Qt.binding(() => column() * (sheets.cardWidth + sheets.gap));
        item.y = Qt.binding(() => place().y + (sheets.plan.alone ? 0 : sheets.headingHeight));
    }

    onCountChanged: sheets.current = Math.min(sheets.current, sheets.count - 1)

    Item {
        id: headingBox

        data: sheets.heading ? [sheets.heading] : []
        height: sheets.headingHeight
        visible: !sheets.plan.alone || sheets.current === 0
        width: sheets.width
    }

    Repeater {
        id: cards

        onItemAdded: (index, item) => {
            sheets.place(index, item);
            sheets.generation += 1;
        }
        onItemRemoved: sheets.generation += 1
    }

    BigButton {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        sign: Icons.back
        label: qsTr("Previous")
        flips: Theme.rightToLeft
        objectName: "previousSheet"
        visible: sheets.count > 1 && sheets.current > 0
        width: (sheets.width - pageWords.width) / 2 - sheets.gap

        onClicked: sheets.current -= 1
    }

    Words {
        id: pageWords

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        centred: true
        height: Theme.target
        room: height
        text: Typesetter.digits(`${sheets.current + 1} / ${sheets.count}`, Theme.language)
        verticalAlignment: Text.AlignVCenter
        visible: sheets.count > 1
        width: 26 * Theme.millimetre
    }

    BigButton {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        sign: Icons.next
        iconLast: true
        label: qsTr("More")
        flips: Theme.rightToLeft
        objectName: "nextSheet"
        visible: sheets.current < sheets.count - 1
        width: (sheets.width - pageWords.width) / 2 - sheets.gap

        onClicked: sheets.current += 1
    }
}
