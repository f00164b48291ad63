pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The resident's own words. While the keyboard is out, the question makes room for what is written.
Item {
    id: page

    required property WritingViewModel viewModel

    readonly property bool isWriting: page.viewModel.isWriting
    readonly property string shownWords: page.viewModel.words + (page.isWriting ? "▏" : "")

    objectName: "WritingPage"

    QuestionHead {
        id: head

        heading: page.viewModel.heading
        instruction: String(page.viewModel.hint.text)
        instructionLanguage: String(page.viewModel.hint.language)
        notice: page.viewModel.notice
        room: page.height - 2.5 * Theme.target - 2 * Theme.grid
        visible: !page.isWriting
        width: page.width
    }

    Tile {
        id: field

        Accessible.name: `${qsTr("Write here")} ${page.viewModel.words}`
        height: (page.isWriting ? keyboard.y - Theme.grid : write.y - Theme.grid) - y
        objectName: "field"
        width: page.isWriting ? page.width - done.width - Theme.grid : page.width
        x: page.isWriting && Theme.rightToLeft ? done.width + Theme.grid : 0
        y: page.isWriting ? 0 : head.implicitHeight + Theme.grid

        contentItem: Item {
            Words {
                Accessible.ignored: true
                capitals: Theme.answer
                color: page.viewModel.words === "" ? Theme.inkSoft : Theme.ink
                height: parent.height
                objectName: "words"
                room: height
                text: page.shownWords || qsTr("Write here")
                width: parent.width
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
        width: Math.min(page.width, 130 * Theme.millimetre)

        onClicked: page.viewModel.takeKeyboard()
    }

    BigButton {
        id: done

        height: Math.min(field.height, Math.max(Theme.target, field.height - left.height))
        label: qsTr("Done")
        objectName: "done"
        primary: true
        sign: Icons.tick
        visible: page.isWriting
        width: Math.min(56 * Theme.millimetre, page.width * 0.3)
        x: Theme.rightToLeft ? 0 : page.width - width

        onClicked: page.viewModel.putAway()
    }

    Words {
        id: left

        capitals: Theme.staff
        centred: true
        color: Theme.inkSoft
        height: field.height >= 30 * Theme.millimetre ? 10 * Theme.millimetre : 0
        room: 10 * Theme.millimetre
        text: page.viewModel.left
        verticalAlignment: Text.AlignBottom
        visible: page.isWriting && field.height >= 30 * Theme.millimetre
        width: done.width
        x: done.x
        y: done.height
    }

    Keyboard {
        id: keyboard

        keys: page.viewModel.keys
        room: page.height - 26 * Theme.millimetre
        strip: page.viewModel.strip
        visible: page.isWriting
        width: page.width
        y: page.height - height

        onPicked: index => page.viewModel.pick(index)
        onPressed: (row, column) => page.viewModel.press(row, column)
    }
}
