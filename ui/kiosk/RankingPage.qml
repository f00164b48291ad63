pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Topics or choices to put in an order: each tap gives the next place.
Item {
    id: page

    required property RankingViewModel viewModel

    readonly property var options: page.viewModel.options
    readonly property string noPlace: page.viewModel.noPlace
    readonly property bool hasMore: page.options.some(one => one.hasMore)

    // What is to be chosen from is written in one size.
    readonly property real letters: CardRulers.ballotLetters(page.options, [page.noPlace], CardRulers.besideMore(sheets.plan.cardWidth, page.hasMore), sheets.cardRoom)

    function begin() {
        sheets.current = 0;
    }

    objectName: "RankingPage"

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: page.options.length
        columns: page.width > 180 * Theme.millimetre * Theme.textFactor ? 2 : 1
        fewestColumns: 1
        gap: 3 * Theme.millimetre
        stretch: 1.4
        tallOf: (card, width, room) => CardRulers.ballot(page.options[card].text, page.options[card].language, page.noPlace, CardRulers.besideMore(width, page.hasMore), room)

        delegate: BallotCard {
            required property int index

            readonly property var shown: page.options[sheets.first + index]

            capitals: page.letters
            chosen: digit !== ""
            digit: shown?.place ?? ""
            hasMore: shown?.hasMore ?? false
            isOut: shown?.isOut ?? false
            kind: "rank"
            label: shown?.text ?? ""
            language: shown?.language ?? Theme.language
            leavesRoom: page.hasMore
            room: sheets.cardRoom
            said: shown?.said ?? ""
            second: isOut ? page.noPlace : ""
            topic: shown?.id ?? ""

            onLearnMore: page.viewModel.learnMore(topic)
            onToggled: page.viewModel.rank(topic)
        }
        heading: QuestionHead {
            hasMore: page.viewModel.hasMore
            heading: page.viewModel.heading
            instruction: page.viewModel.instruction
            isRemark: page.viewModel.isRemark
            notice: page.viewModel.notice

            onLearnMore: page.viewModel.learnMore("")
            onListen: page.viewModel.listen(page.viewModel.heading.sound)
        }
    }
}
