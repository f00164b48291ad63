pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One question and its choices.
Item {
    id: page

    required property ChoiceViewModel viewModel

    readonly property var choices: page.viewModel.choices
    readonly property var chosen: page.viewModel.chosen
    readonly property string fault: page.viewModel.heading.fault ?? ""
    readonly property bool isCompact: page.viewModel.layout === "compact"
    readonly property real capitals: page.isCompact ? Theme.help : Theme.answer
    readonly property real columnWidth: (page.isCompact ? 55 : 75) * Theme.millimetre * Theme.textFactor

    // What is to be chosen from is written in one size.
    readonly property real letters: Rulers.choiceLetters(page.choices, page.capitals, sheets.plan.cardWidth, sheets.cardRoom)

    function begin() {
        sheets.current = 0;
    }

    objectName: "ChoicePage"

    onFaultChanged: page.begin()

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: page.choices.length
        columns: Math.min(page.isCompact ? 4 : 2, Math.max(1, Math.floor(page.width / page.columnWidth)))
        fewestColumns: 1
        gap: 3 * Theme.millimetre
        shareIn: (width, room) => Rulers.choiceShare(page.choices, page.capitals, width, room)
        stretch: 1.5
        tallOf: (card, width, room) => Rulers.choiceIn(page.choices[card].text, page.choices[card].language, page.capitals, width, room)

        delegate: ChoiceTile {
            id: tile

            required property int index

            readonly property var choice: page.choices[sheets.first + tile.index]
            readonly property string code: tile.choice?.code ?? ""

            capitals: page.letters
            chosen: page.chosen.includes(tile.code)
            label: tile.choice?.text ?? ""
            language: tile.choice?.language ?? Theme.language
            many: page.viewModel.isMany
            objectName: `choice-${tile.code}`
            room: sheets.cardRoom

            onClicked: page.viewModel.toggle(tile.code)
        }
        heading: QuestionHead {
            hasMore: page.viewModel.hasMore
            heading: page.viewModel.heading
            instruction: page.viewModel.remark || page.viewModel.instruction
            isRemark: page.viewModel.remark !== ""
            notice: page.viewModel.notice

            onLearnMore: page.viewModel.learnMore()
            onListen: page.viewModel.listen(page.viewModel.heading.sound)
        }
    }
}
