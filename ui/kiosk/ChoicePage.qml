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

    function begin() {
        sheets.current = 0;
    }

    objectName: "ChoicePage"

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: page.choices.length
        columns: page.width > 150 * Theme.millimetre * Theme.textFactor ? 2 : 1
        fewestColumns: 1
        gap: 3 * Theme.millimetre
        stretch: 1.5
        tallOf: (card, width, room) => Rulers.choice(page.choices[card].text, page.choices[card].language, width, room)

        delegate: ChoiceTile {
            id: tile

            required property int index

            readonly property var choice: page.choices[sheets.first + tile.index]
            readonly property string code: tile.choice?.code ?? ""

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
        }
    }
}
