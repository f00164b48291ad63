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

    readonly property real small: Math.min(Theme.help * 0.8, 6.5)
    readonly property real large: Math.min(Theme.help, 7.5)
    readonly property real inset: 2 * row.padding + sign.width + Theme.grid / 2
    readonly property real questionRoom: 0.45 * row.room
    readonly property real answerRoom: 0.5 * row.room - 2 * row.padding

    function tallAt(width: real, room: real): real {
        const question = Typesetter.tall(row.question, row.language, row.small, Theme.millimetre, false, width - row.inset, 0.45 * room);
        const answer = Typesetter.tall(row.answer, Theme.language, row.large, Theme.millimetre, true, width - row.inset, 0.5 * room - 2 * row.padding);
        return Math.max(Theme.target, question + answer + 2 * row.padding);
    }

    implicitHeight: row.tallAt(row.width, row.room)
    label: `${row.question} ${row.answer}`

    contentItem: Item {
        Words {
            id: asked

            Accessible.ignored: true
            anchors.left: parent.left
            anchors.right: sign.left
            anchors.rightMargin: Theme.grid / 2
            capitals: row.small
            color: Theme.inkSoft
            language: row.language
            room: row.questionRoom
            text: row.question
        }

        Words {
            Accessible.ignored: true
            anchors.left: parent.left
            anchors.right: sign.left
            anchors.rightMargin: Theme.grid / 2
            anchors.top: asked.bottom
            capitals: row.large
            room: row.answerRoom
            strong: true
            text: row.answer
        }

        Icon {
            id: sign

            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            colour: Theme.azulejo
            path: Icons.write
        }
    }
}
