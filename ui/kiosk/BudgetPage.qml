pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Topics with a cost, and the purse above them. What it no longer holds is marked.
Item {
    id: page

    required property BudgetViewModel viewModel

    readonly property var topics: page.viewModel.topics
    readonly property bool hasMore: page.topics.some(one => one.hasMore)

    // What is to be chosen from is written in one size.
    readonly property real letters: CardRulers.ballotLetters(page.topics, page.topics.map(one => one.cost), CardRulers.besideMore(sheets.plan.cardWidth, page.hasMore), sheets.cardRoom)

    function begin() {
        sheets.current = 0;
    }

    objectName: "BudgetPage"

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: page.topics.length
        columns: page.width > 180 * Theme.millimetre * Theme.textFactor ? 2 : 1
        fewestColumns: 1
        gap: 3 * Theme.millimetre
        stretch: 1.4
        tallOf: (card, width, room) => CardRulers.ballot(page.topics[card].text, page.topics[card].language, page.topics[card].cost, CardRulers.besideMore(width, page.hasMore), room)

        delegate: BallotCard {
            required property int index

            readonly property var shown: page.topics[sheets.first + index]

            capitals: page.letters
            chosen: shown?.chosen ?? false
            hasMore: shown?.hasMore ?? false
            isOut: shown?.isOut ?? false
            kind: "buy"
            label: shown?.text ?? ""
            language: shown?.language ?? Theme.language
            leavesRoom: page.hasMore
            room: sheets.cardRoom
            said: shown?.said ?? ""
            second: shown?.cost ?? ""
            sign: chosen ? Icons.tick : isOut ? Icons.lock : ""
            topic: shown?.id ?? ""

            onLearnMore: page.viewModel.learnMore(topic)
            onToggled: page.viewModel.toggle(topic)
        }
        heading: PurseHead {
            heading: page.viewModel.heading
            instruction: page.viewModel.instruction
            isRemark: page.viewModel.isRemark
            notice: page.viewModel.notice
            share: page.viewModel.share
        }
    }
}
