pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One question whose choices stand beside each other: a row, a grid of pictures, or words that can be heard.
Item {
    id: page

    required property ChoiceViewModel viewModel

    readonly property var choices: page.viewModel.choices
    readonly property var chosen: page.viewModel.chosen
    readonly property string layout: page.viewModel.layout
    readonly property string sign: page.viewModel.sign
    readonly property string fault: page.viewModel.heading.fault ?? ""
    readonly property bool isRow: page.layout === "row"
    readonly property bool isNumbered: page.isRow && page.sign !== "ring"
    readonly property real capitals: page.isNumbered ? Theme.answer : page.isRow ? Theme.help : Math.min(Theme.answer, 10)
    readonly property real listening: page.choices.some(choice => choice.sound) ? CardRulers.listen : 0
    readonly property real gap: 3 * Theme.millimetre
    readonly property real least: page.leastWidth()
    readonly property int across: page.columnsIn(page.width)

    // What is to be chosen from is written in one size.
    readonly property real letters: Rulers.shared(page.choices, page.capitals, false, sheets.plan.cardWidth - page.listening - 2 * Theme.grid, sheets.cardRoom - Rulers.aboveCard(page.choices.some(choice => choice.picture), page.sign) - 2 * Rulers.choicePadding)

    function begin() {
        sheets.current = 0;
    }

    // The narrowest tile in which the longest word stands unbroken.
    function leastWidth(): real {
        const widest = page.choices.map(choice => Math.max(...String(choice.text).split(" ").map(word => Typesetter.wide(word, choice.language, page.capitals, Theme.millimetre, false))));
        const words = Math.max(Theme.target, Math.max(...widest) + (page.isNumbered ? 1 : 2) * Theme.grid) + page.listening;
        return page.isRow ? words : Math.max(words, 50 * Theme.millimetre * Math.min(Theme.textFactor, 1.5) + page.listening);
    }

    // As many as fit, in rows that are equally long.
    function columnsIn(width: real): int {
        const fit = Math.max(1, Math.floor((width + page.gap) / (page.least + page.gap)));
        const most = page.isRow ? fit : Math.min(fit, 4);
        return Math.ceil(page.choices.length / Math.ceil(page.choices.length / most)) || 1;
    }

    objectName: "TilesPage"

    onFaultChanged: page.begin()

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: page.choices.length
        columns: page.across
        fewestColumns: Math.min(page.across, page.columnsIn(sheets.width - sheets.turnerSide - Theme.grid))
        gap: page.gap
        stretch: page.isRow ? 2 : 1.4
        tallOf: (card, width, room) => {
            const choice = page.choices[card];
            const above = Rulers.aboveCard(choice.picture !== "", page.sign);
            return Rulers.card(choice.text, choice.language, page.capitals, width - page.listening, room, above);
        }

        delegate: Item {
            id: cell

            required property int index

            readonly property var choice: page.choices[sheets.first + cell.index]
            readonly property string sound: cell.choice?.sound ?? ""

            ChoiceCard {
                capitals: page.letters
                chosen: page.chosen.includes(cell.choice?.code ?? "")
                height: cell.height
                label: cell.choice?.text ?? ""
                language: cell.choice?.language ?? Theme.language
                many: page.viewModel.isMany
                objectName: `choice-${cell.choice?.code ?? ""}`
                picture: cell.choice?.picture ?? ""
                room: sheets.cardRoom
                sign: page.sign
                width: cell.width - page.listening
                x: Theme.rightToLeft ? page.listening : 0

                onClicked: page.viewModel.toggle(cell.choice.code)
            }

            Loader {
                active: cell.sound !== ""
                height: cell.height
                x: Theme.rightToLeft ? 0 : cell.width - width

                sourceComponent: ToolButton {
                    Accessible.name: `${label}: ${cell.choice?.text ?? ""}`
                    height: cell.height
                    label: qsTr("Listen")
                    objectName: `listen-${cell.choice?.code ?? ""}`
                    quiet: false
                    sign: Icons.listen
                    width: CardRulers.listen - page.gap

                    onClicked: page.viewModel.listen(cell.sound)
                }
            }
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
