import QtQuick
import ui.components
import ui.theme

// What is being written, the keyboard under it, and one large way back.
Item {
    id: desk

    required property var asked
    property string words: ""
    property string remaining: ""
    property alias keys: keyboard.keys
    property alias strip: keyboard.strip

    readonly property real fieldHeight: keyboard.y - Theme.grid
    readonly property bool hasQuestion: desk.fieldHeight > 44 * Theme.millimetre
    readonly property real pad: 3 * Theme.millimetre
    readonly property real leftTall: desk.fieldHeight > 32 * Theme.millimetre ? 12 * Theme.millimetre : 0

    signal done
    signal picked(index: int)
    signal pressed(row: int, column: int)

    Rectangle {
        id: field

        border.color: Theme.azulejo
        border.width: 2 * Theme.hairline
        color: Theme.tile
        height: desk.fieldHeight
        radius: Theme.radius
        width: desk.width - done.width - Theme.grid
        x: Theme.rightToLeft ? done.width + Theme.grid : 0

        Words {
            id: question

            capitals: Theme.staff * Math.min(Theme.textFactor, 1.5)
            color: Theme.inkSoft
            language: String(desk.asked.language)
            room: 14 * Theme.millimetre
            text: desk.hasQuestion ? String(desk.asked.text) : ""
            width: field.width - 2 * desk.pad
            x: desk.pad
            y: desk.pad
        }

        Words {
            Accessible.name: desk.words || qsTr("Write here")
            Accessible.role: Accessible.EditableText
            capitals: Theme.answer
            objectName: "words"
            room: field.height - y - desk.pad
            text: `${desk.words}▏`
            width: field.width - 2 * desk.pad
            x: desk.pad
            y: desk.pad + question.tall
        }
    }

    BigButton {
        id: done

        height: desk.fieldHeight - desk.leftTall
        label: qsTr("Done")
        objectName: "done"
        primary: true
        sign: Icons.tick
        width: Math.min(56 * Theme.millimetre, desk.width * 0.3)
        x: Theme.rightToLeft ? 0 : desk.width - width

        onClicked: desk.done()
    }

    Words {
        capitals: Theme.staff
        centred: true
        color: Theme.inkSoft
        height: desk.leftTall
        room: desk.leftTall
        text: desk.leftTall > 0 ? desk.remaining : ""
        verticalAlignment: Text.AlignBottom
        width: done.width
        x: done.x
        y: done.height
    }

    Keyboard {
        id: keyboard

        room: desk.height - Theme.target - Theme.grid
        width: desk.width
        y: desk.height - height

        onPicked: index => desk.picked(index)
        onPressed: (row, column) => desk.pressed(row, column)
    }
}
