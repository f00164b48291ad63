import QtQuick
import ui.components
import ui.theme

// One line of a card; an argument says first whether it speaks for or against.
Rectangle {
    id: line

    property string text: ""
    property string language: Theme.language
    property string side: ""
    property string word: ""
    property real room: 100000

    readonly property real pad: CardRulers.linePadding
    readonly property real inset: CardRulers.lineInset(line.side !== "")
    readonly property real start: Theme.rightToLeft ? line.pad : line.inset - line.pad
    readonly property real sideTall: CardRulers.side(line.word, line.width)

    border.color: Theme.grout
    border.width: Theme.hairline
    color: Theme.tile
    radius: Theme.radius

    Icon {
        colour: Theme.azulejo
        path: line.side === "for" ? Icons.tick : Icons.cross
        visible: line.side !== ""
        weight: 3
        x: Theme.rightToLeft ? line.width - width - line.pad : line.pad
        y: (line.height - height) / 2
    }

    Words {
        capitals: CardRulers.lineSide
        color: Theme.azulejo
        strong: true
        text: line.word
        width: line.width - line.inset
        x: line.start
        y: line.pad
    }

    Words {
        capitals: Theme.answer
        language: line.language
        objectName: "words"
        room: line.room - line.sideTall - 2 * line.pad
        text: line.text
        width: line.width - line.inset
        x: line.start
        y: line.pad + line.sideTall
    }
}
