pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One question and its choices.
Item {
    id: page

    required property ChoiceViewModel viewModel

    objectName: "ChoicePage"

    Sheets {
        id: sheets

        anchors.fill: parent
        columns: page.width > 150 * Theme.millimetre * Theme.textFactor ? 2 : 1
        fewestColumns: 1
        gap: 3 * Theme.millimetre
        model: page.viewModel.choices
        stretch: 1.5

        delegate: ChoiceTile {
            id: tile

            required property var modelData
            required property int index

            chosen: page.viewModel.chosen.includes(String(tile.modelData.code))
            label: String(tile.modelData.text)
            language: String(tile.modelData.language)
            many: page.viewModel.isMany
            objectName: `choice-${tile.modelData.code}`
            room: sheets.cardRoom

            onClicked: page.viewModel.toggle(String(tile.modelData.code))
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
