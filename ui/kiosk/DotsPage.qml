pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Dots to lay on topics; above them those that are left.
Item {
    id: page

    required property DotsViewModel viewModel

    readonly property var topics: page.viewModel.topics
    readonly property bool hasMore: page.topics.some(one => one.hasMore)

    readonly property bool hasRemark: page.viewModel.isRemark
    // What is to be chosen from is written in one size.
    readonly property real letters: CardRulers.dotsLetters(page.topics, sheets.plan.cardWidth, page.hasMore, sheets.cardRoom)

    function begin() {
        sheets.current = 0;
    }

    objectName: "DotsPage"

    onHasRemarkChanged: {
        if (page.hasRemark && !sheets.headsSheet(sheets.current))
            page.begin();
    }

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: page.topics.length
        columns: page.width > 240 * Theme.millimetre * Theme.textFactor ? 2 : 1
        fewestColumns: 1
        gap: 3 * Theme.millimetre
        tallOf: (card, width, room) => CardRulers.dots(page.topics[card].text, page.topics[card].language, width, page.hasMore, room)

        delegate: DotsCard {
            required property int index

            readonly property var shown: page.topics[sheets.first + index]

            capitals: page.letters
            count: shown?.count ?? 0
            hasMore: shown?.hasMore ?? false
            label: shown?.text ?? ""
            language: shown?.language ?? Theme.language
            leavesRoom: page.hasMore
            number: shown?.number ?? ""
            room: sheets.cardRoom
            said: shown?.said ?? ""
            topic: shown?.id ?? ""

            onLearnMore: page.viewModel.learnMore(topic)
            onLess: page.viewModel.less(topic)
            onMore: page.viewModel.more(topic)
        }
        heading: PurseHead {
            heading: page.viewModel.heading
            instruction: page.viewModel.instruction
            isRemark: page.viewModel.isRemark
            notice: page.viewModel.notice
            parts: page.viewModel.total
            share: page.viewModel.left / Math.max(1, page.viewModel.total)
        }
    }
}
