import QtQuick
import ui.components
import ui.theme

// What was asked, what was answered, and a pencil.
Tile {
    id: row

    property string question: ""
    property string answer: ""
    property string language: Theme.language
    property real room: 100000

    label: `${row.question} ${row.answer}`
    padding: CardRulers.rowPadding

    contentItem: Item {
        id: content

        readonly property real across: row.width - CardRulers.rowInset
        readonly property real start: Theme.rightToLeft ? content.width - content.across : 0

        Words {
            id: asked

            Accessible.ignored: true
            capitals: CardRulers.rowSmall
            color: Theme.inkSoft
            language: row.language
            room: 0.45 * row.room
            text: row.question
            width: content.across
            x: content.start
        }

        Words {
            Accessible.ignored: true
            capitals: CardRulers.rowLarge
            room: 0.5 * row.room - 2 * row.padding
            strong: true
            text: row.answer
            width: content.across
            x: content.start
            y: asked.tall
        }

        Icon {
            colour: Theme.azulejo
            path: Icons.write
            x: Theme.rightToLeft ? 0 : content.width - width
            y: (content.height - height) / 2
        }
    }
}
