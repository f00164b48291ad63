pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One question and its choices.
Item {
    id: page

    required property ChoiceViewModel viewModel

    readonly property bool isWide: page.width > 200 * Theme.millimetre * Math.min(Theme.textFactor, 1.5)

    objectName: "ChoicePage"

    Sheets {
        id: sheets

        anchors.fill: parent
        columns: page.isWide && page.viewModel.choices.length * (Theme.target * 1.1 + gap) > page.height * 0.62 ? 2 : 1
        model: page.viewModel.choices

        delegate: ChoiceTile {
            id: tile

            required property var modelData
            required property int index

            chosen: page.viewModel.chosen.includes(String(tile.modelData.code))
            label: String(tile.modelData.text)
            language: String(tile.modelData.language)
            many: page.viewModel.isMany
            objectName: `choice-${tile.modelData.code}`
            room: sheets.height - Theme.target - Theme.grid

            onClicked: page.viewModel.toggle(String(tile.modelData.code))
        }
        heading: QuestionHead {
            heading: page.viewModel.heading
            instruction: page.viewModel.remark || page.viewModel.instruction
            isRemark: page.viewModel.remark !== ""
            hasMore: page.viewModel.hasMore
            notice: page.viewModel.notice
            room: sheets.height - Theme.target - Theme.grid
            width: sheets.width

            onLearnMore: page.viewModel.learnMore()
        }
    }
}
