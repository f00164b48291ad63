pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// A row of small tiles that get glazed, and the same in words beside it.
Item {
    id: progress

    property int count: 0
    property int done: 0
    property string text: ""

    readonly property real pitch: progress.pitchOf(progress.count)
    readonly property real side: 0.8 * progress.pitch
    readonly property real tilesWidth: progress.widthOf(progress.count)

    function pitchOf(count: int): real {
        return Math.min(5 * Theme.millimetre, 0.5 * progress.width / Math.max(1, count));
    }

    function widthOf(count: int): real {
        return count * progress.pitchOf(count) + Theme.grid / 2;
    }

    // How high it will be with so many tiles and this text.
    function tallWith(count: int, text: string): real {
        return Math.max(4 * Theme.millimetre, Typesetter.tall(text, Theme.language, words.capitals, Theme.millimetre, false, progress.width - progress.widthOf(count), words.room));
    }

    Accessible.name: progress.text
    Accessible.role: Accessible.ProgressBar
    implicitHeight: progress.tallWith(progress.count, progress.text)

    Repeater {
        model: progress.count

        Rectangle {
            id: tile

            required property int index

            readonly property bool isHere: tile.index === progress.done
            readonly property bool isDone: tile.index < progress.done
            readonly property real start: tile.index * progress.pitch

            border.color: tile.isHere || tile.isDone ? Theme.azulejo : Theme.grout
            border.width: tile.isHere ? 2 * Theme.hairline : Theme.hairline
            color: tile.isDone ? Theme.glaze : Theme.tile
            height: progress.side
            radius: Theme.radius / 4
            width: progress.side
            x: Theme.rightToLeft ? progress.width - tile.start - width : tile.start
            y: (progress.height - height) / 2
        }
    }

    Words {
        id: words

        Accessible.ignored: true
        capitals: Theme.staff * Math.min(Theme.textFactor, 1.25)
        color: Theme.inkSoft
        room: 12 * Theme.millimetre
        text: progress.text
        width: progress.width - progress.tilesWidth
        x: Theme.rightToLeft ? 0 : progress.tilesWidth
        y: (progress.height - height) / 2
    }
}
