pragma ComponentBehavior: Bound

import QtQuick

// What the letters could become, as many as fit; the rest is turned to like sheets.
Item {
    id: strip

    property var candidates: []
    property real unit: 0
    property real capitals: 0
    property real spacing: 0
    property bool takesFocus: true
    property int page: 0

    readonly property var pages: strip.dealt(strip.candidates)
    readonly property var shown: strip.pages[Math.min(strip.page, strip.pages.length - 1)] ?? []

    signal picked(index: int)

    function widthOf(label: string): real {
        return Math.max(1, Math.min(4, 0.5 + 0.5 * label.length));
    }

    function dealt(candidates: var): var {
        const pages = [];
        let at = 13;
        candidates.forEach((candidate, index) => {
            const width = strip.widthOf(String(candidate.label));
            if (at + width > 10) {
                pages.push([]);
                at = 0;
            }
            pages[pages.length - 1].push({
                "index": index,
                "label": String(candidate.label),
                "start": at,
                "width": width
            });
            at += width;
        });
        return pages;
    }

    onCandidatesChanged: strip.page = 0

    Repeater {
        model: strip.shown

        KeyTile {
            required property var modelData

            capitals: strip.capitals
            height: strip.height
            label: modelData.label
            objectName: `pick-${modelData.index}`
            takesFocus: strip.takesFocus
            width: modelData.width * strip.unit - strip.spacing
            x: modelData.start * strip.unit

            onClicked: strip.picked(modelData.index)
        }
    }

    KeyTile {
        height: strip.height
        objectName: "previousCandidates"
        sign: "back"
        takesFocus: strip.takesFocus
        visible: strip.page > 0
        width: strip.unit - strip.spacing
        x: 10 * strip.unit

        onClicked: strip.page -= 1
    }

    KeyTile {
        height: strip.height
        objectName: "nextCandidates"
        sign: "next"
        takesFocus: strip.takesFocus
        visible: strip.page < strip.pages.length - 1
        width: strip.unit - strip.spacing
        x: 11 * strip.unit

        onClicked: strip.page += 1
    }
}
