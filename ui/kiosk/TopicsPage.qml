pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Debate topics. Each can be marked, and each can be read about before.
Item {
    id: page

    required property TopicsViewModel viewModel

    readonly property var topics: page.viewModel.topics
    readonly property var marked: page.viewModel.marked

    // What is to be chosen from is written in one size.
    readonly property real letters: Rulers.choiceLetters(page.topics, Theme.answer, sheets.plan.cardWidth - CardRulers.moreWidth, sheets.cardRoom)

    function begin() {
        sheets.current = 0;
    }

    objectName: "TopicsPage"

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: page.topics.length
        columns: page.width > 180 * Theme.millimetre * Theme.textFactor ? 2 : 1
        fewestColumns: 1
        gap: 3 * Theme.millimetre
        stretch: 1.4
        tallOf: (card, width, room) => CardRulers.topic(page.topics[card].text, page.topics[card].language, width, room)

        delegate: TopicCard {
            required property int index

            readonly property var shown: page.topics[sheets.first + index]

            capitals: page.letters
            chosen: page.marked.includes(topic)
            hasMore: shown?.hasMore ?? false
            label: shown?.text ?? ""
            language: shown?.language ?? Theme.language
            room: sheets.cardRoom
            topic: shown?.id ?? ""

            onLearnMore: page.viewModel.learnMore(topic)
            onToggled: page.viewModel.toggle(topic)
        }
        heading: QuestionHead {
            heading: page.viewModel.heading
            notice: page.viewModel.notice
        }
    }
}
