import QtQuick
import ui.components
import ui.theme

// One line of a card; an argument says first whether it speaks for or against.
Rectangle {
    id: line

    property string text: ""
    property string language: Theme.language
    property string side: ""
    property real room: 100000

    readonly property string word: line.side === "for" ? qsTr("For") : line.side === "against" ? qsTr("Against") : ""
    readonly property real wordCapitals: Math.min(Theme.help, 7)
    readonly property real pad: 3 * Theme.millimetre
    readonly property real inset: 2 * line.pad + (line.side ? sign.width + line.pad : 0)

    function tallAt(width: real, room: real): real {
        const word = line.wordAt(width);
        return word + 2 * line.pad + Typesetter.tall(line.text, line.language, Theme.answer, Theme.millimetre, false, width - line.inset, room - word - 2 * line.pad);
    }

    function wordAt(width: real): real {
        return Typesetter.tall(line.word, Theme.language, line.wordCapitals, Theme.millimetre, true, width - line.inset, 100000);
    }

    border.color: Theme.grout
    border.width: Theme.hairline
    color: Theme.tile
    implicitHeight: line.tallAt(line.width, line.room)
    radius: Theme.radius

    Icon {
        id: sign

        anchors.left: parent.left
        anchors.leftMargin: line.pad
        anchors.verticalCenter: parent.verticalCenter
        colour: Theme.azulejo
        path: line.side === "for" ? Icons.tick : Icons.cross
        visible: line.side !== ""
        weight: 3
    }

    Words {
        id: word

        anchors.left: parent.left
        anchors.leftMargin: line.inset - line.pad
        anchors.right: parent.right
        anchors.rightMargin: line.pad
        capitals: line.wordCapitals
        color: Theme.azulejo
        strong: true
        text: line.word
        y: line.pad
    }

    Words {
        anchors.left: parent.left
        anchors.leftMargin: line.inset - line.pad
        anchors.right: parent.right
        anchors.rightMargin: line.pad
        anchors.top: word.bottom
        capitals: Theme.answer
        language: line.language
        objectName: "words"
        room: line.room - line.wordAt(line.width) - 2 * line.pad
        text: line.text
    }
}
