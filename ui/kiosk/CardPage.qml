pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// A few lines that help. Arguments carry the side they speak for, as a sign and a word.
Item {
    id: page

    required property CardViewModel viewModel

    readonly property var lines: page.viewModel.lines
    readonly property var words: ({
            "for": qsTr("For"),
            "against": qsTr("Against")
        })

    function begin() {
        sheets.current = 0;
    }

    objectName: "CardPage"

    Sheets {
        id: sheets

        anchors.fill: parent
        anchors.bottomMargin: page.viewModel.isOver ? Theme.target + Theme.grid : 0
        cards: page.lines.length
        equal: false
        tallOf: (card, width, room) => CardRulers.line(page.lines[card].text, page.lines[card].language, page.words[page.lines[card].side] ?? "", width, room)

        delegate: CardLine {
            required property int index

            readonly property var line: page.lines[sheets.first + index]

            language: line?.language ?? Theme.language
            room: sheets.cardRoom
            side: line?.side ?? ""
            text: line?.text ?? ""
            word: page.words[side] ?? ""
        }
        heading: QuestionHead {
            heading: ({
                    "text": page.viewModel.title.text,
                    "language": page.viewModel.title.language,
                    "picture": page.viewModel.picture,
                    "sound": page.viewModel.sound
                })
            notice: page.viewModel.notice

            onListen: page.viewModel.listen()
        }
    }

    BigButton {
        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        label: qsTr("Close")
        objectName: "close"
        primary: true
        visible: page.viewModel.isOver
        width: Math.min(parent.width, 120 * Theme.millimetre)

        onClicked: page.viewModel.close()
    }
}
