pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Debate topics. Each can be marked, and each can be read about before.
Item {
    id: page

    required property TopicsViewModel viewModel

    objectName: "TopicsPage"

    Sheets {
        id: sheets

        anchors.fill: parent
        columns: page.width > 180 * Theme.millimetre * Theme.textFactor ? 2 : 1
        fewestColumns: 1
        gap: 3 * Theme.millimetre
        model: page.viewModel.topics
        stretch: 1.4

        delegate: TopicCard {
            required property var modelData
            required property int index

            chosen: page.viewModel.marked.includes(topic)
            hasMore: Boolean(modelData.hasMore)
            label: String(modelData.text)
            language: String(modelData.language)
            room: sheets.cardRoom
            topic: String(modelData.id)

            onLearnMore: page.viewModel.learnMore(topic)
            onToggled: page.viewModel.toggle(topic)
        }
        heading: QuestionHead {
            heading: page.viewModel.heading
            notice: page.viewModel.notice
        }
    }
}
