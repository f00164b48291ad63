import QtQuick
import ui.components
import ui.theme

// One line of several, each behind a small glazed tile.
Item {
    id: point

    property string text: ""
    property string language: Theme.language
    property real capitals: Theme.help
    property real room: 100000

    Rectangle {
        border.color: Theme.grout
        border.width: Theme.hairline
        color: Theme.glaze
        height: CardRulers.dotSide
        radius: Theme.radius / 4
        width: height
        x: Theme.rightToLeft ? point.width - width : 0
        y: (words.tall / Math.max(1, words.lineCount) - height) / 2
    }

    Words {
        id: words

        capitals: point.capitals
        language: point.language
        objectName: "words"
        room: point.room
        text: point.text
        width: point.width - CardRulers.pointInset
        x: Theme.rightToLeft ? 0 : CardRulers.pointInset
    }
}
