pragma ComponentBehavior: Bound

import QtQuick
import ui.components

// A number, a date or a time: the question, what was entered, and the buttons for it.
Item {
    id: page

    required property EntryViewModel viewModel

    readonly property string fault: page.viewModel.heading.fault ?? ""

    function begin() {
        sheets.current = 0;
    }

    objectName: "EntryPage"

    onFaultChanged: page.begin()

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: 1
        stretch: 1.5
        tallOf: (card, width, room) => EntryRulers.card(page.viewModel.keys.length, page.viewModel.columns, page.viewModel.parts.length, room)

        delegate: EntryCard {
            required property int index

            columns: page.viewModel.columns
            keys: page.viewModel.keys
            note: page.viewModel.note
            parts: page.viewModel.parts

            onPressed: code => page.viewModel.press(code)
            onTurned: part => page.viewModel.turnTo(part)
        }
        heading: QuestionHead {
            hasMore: page.viewModel.hasMore
            heading: page.viewModel.heading
            instruction: page.viewModel.instruction
            notice: page.viewModel.notice

            onLearnMore: page.viewModel.learnMore()
            onListen: page.viewModel.listen()
        }
    }
}
