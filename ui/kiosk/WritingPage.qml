pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The resident's own words. While the keyboard is out, the question makes room for what is written.
Item {
    id: page

    required property WritingViewModel viewModel

    readonly property bool isWriting: page.viewModel.isWriting
    readonly property real fieldHeight: page.isWriting ? page.height - keyboard.height - done.height - 3 * Theme.grid / 2 : page.height - head.height - write.height - 2 * Theme.grid

    objectName: "WritingPage"

    QuestionHead {
        id: head

        heading: page.viewModel.heading
        height: page.isWriting ? 0 : implicitHeight
        instruction: String(page.viewModel.hint.text)
        instructionLanguage: String(page.viewModel.hint.language)
        notice: page.viewModel.notice
        room: page.height * 0.5
        visible: !page.isWriting
        width: page.width
    }

    Tile {
        id: field

        Accessible.name: qsTr("Write here")
        height: page.fieldHeight
        objectName: "field"
        width: page.width
        y: page.isWriting ? 0 : head.height + Theme.grid

        contentItem: Item {
            clip: true

            Words {
                id: words

                Accessible.ignored: true
                anchors.left: parent.left
                anchors.right: parent.right
                capitals: Theme.answer
                color: page.viewModel.words === "" ? Theme.inkSoft : Theme.ink
                objectName: "words"
                room: field.height - 2 * field.padding
                text: page.viewModel.words + (page.isWriting ? "▏" : page.viewModel.words === "" ? qsTr("Write here") : "")
            }
        }

        onClicked: page.viewModel.takeKeyboard()
    }

    BigButton {
        id: write

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        label: qsTr("Write here")
        objectName: "write"
        sign: Icons.write
        visible: !page.isWriting
        width: Math.min(page.width, 120 * Theme.millimetre)

        onClicked: page.viewModel.takeKeyboard()
    }

    Keyboard {
        id: keyboard

        anchors.bottom: done.top
        anchors.bottomMargin: Theme.grid / 2
        keys: page.viewModel.keys
        room: page.height * 0.62
        strip: page.viewModel.strip
        visible: page.isWriting
        width: page.width

        onPicked: index => page.viewModel.pick(index)
        onPressed: (row, column) => page.viewModel.press(row, column)
    }

    Item {
        id: done

        anchors.bottom: parent.bottom
        height: page.isWriting ? Theme.target * 0.9 : 0
        visible: page.isWriting
        width: page.width

        Words {
            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            capitals: Math.min(Theme.help, 6)
            color: Theme.inkSoft
            room: parent.height
            text: page.viewModel.left
            width: parent.width * 0.6
        }

        BigButton {
            anchors.right: parent.right
            height: parent.height
            label: qsTr("Done")
            objectName: "done"
            primary: true
            sign: Icons.tick
            width: parent.width * 0.35

            onClicked: page.viewModel.putAway()
        }
    }
}
