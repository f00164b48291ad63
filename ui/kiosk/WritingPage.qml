pragma ComponentBehavior: Bound

import QtQuick
import ui.components

// The resident's own words: the question and a tile to begin, or the keyboard under what is written.
Item {
    id: page

    required property WritingViewModel viewModel

    readonly property string fault: page.viewModel.heading.fault ?? ""

    function begin() {
        sheets.current = 0;
    }

    objectName: "WritingPage"

    onFaultChanged: page.begin()

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: 1
        stretch: 3
        tallOf: (card, width, room) => CardRulers.written(page.viewModel.words, width, room)
        visible: !page.viewModel.isWriting

        delegate: WriteTile {
            required property int index

            objectName: "write"
            room: sheets.cardRoom
            words: page.viewModel.words

            onClicked: page.viewModel.takeKeyboard()
        }
        heading: QuestionHead {
            heading: page.viewModel.heading
            instruction: String(page.viewModel.hint.text)
            instructionLanguage: String(page.viewModel.hint.language)
            notice: page.viewModel.notice
        }
    }

    Loader {
        active: page.viewModel.isWriting
        anchors.fill: parent

        sourceComponent: WritingDesk {
            asked: page.viewModel.heading
            keys: page.viewModel.keys
            remaining: page.viewModel.left
            strip: page.viewModel.strip
            words: page.viewModel.words

            onDone: page.viewModel.putAway()
            onPicked: index => page.viewModel.pick(index)
            onPressed: (row, column) => page.viewModel.press(row, column)
        }
    }
}
