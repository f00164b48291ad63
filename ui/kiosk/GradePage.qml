pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One topic and its grades: words under each other, numbers in a row.
Item {
    id: page

    required property GradeViewModel viewModel

    readonly property var grades: page.viewModel.grades
    readonly property bool isShort: page.viewModel.longest > 0
    readonly property real narrowest: Rulers.choiceSign + 3 * Theme.grid + 1.3 * page.viewModel.longest * Theme.answer * Theme.millimetre
    readonly property int inRow: Math.max(1, Math.min(page.grades.length, Math.floor(page.width / (page.narrowest + sheets.gap))))
    readonly property int inColumns: page.width > 150 * Theme.millimetre * Theme.textFactor ? 2 : 1

    // What is to be chosen from is written in one size.
    readonly property real letters: Rulers.choiceLetters(page.grades, Theme.answer, sheets.plan.cardWidth, sheets.cardRoom)

    function begin() {
        sheets.current = 0;
    }

    objectName: "GradePage"

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: page.grades.length
        columns: page.isShort ? page.inRow : page.inColumns
        fewestColumns: page.isShort ? page.inRow : 1
        gap: 3 * Theme.millimetre
        stretch: 1.5
        tallOf: (card, width, room) => Rulers.choice(page.grades[card].text, page.grades[card].language, width, room)

        delegate: ChoiceTile {
            id: tile

            required property int index

            readonly property var grade: page.grades[sheets.first + tile.index]
            readonly property string code: tile.grade?.code ?? ""

            capitals: page.letters
            chosen: page.viewModel.given === tile.code
            label: tile.grade?.text ?? ""
            language: tile.grade?.language ?? Theme.language
            objectName: `grade-${tile.code}`
            room: sheets.cardRoom

            onClicked: page.viewModel.grade(tile.code)
        }
        heading: QuestionHead {
            hasMore: page.viewModel.hasMore
            heading: page.viewModel.topic
            instruction: String(page.viewModel.asked.text)
            instructionLanguage: String(page.viewModel.asked.language)
            notice: page.viewModel.notice

            onLearnMore: page.viewModel.learnMore()
        }
    }
}
