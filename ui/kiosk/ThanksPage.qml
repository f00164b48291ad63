pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The answers are safe. Tiles are glazed one after another; nothing of the answers is shown again.
Item {
    id: page

    required property ThanksViewModel viewModel

    readonly property var lines: page.viewModel.lines
    readonly property bool showsReceipt: page.viewModel.receipt !== ""

    function capitalsOf(card: int): real {
        return card === 0 ? Theme.statement : Theme.answer;
    }

    objectName: "ThanksPage"

    AzulejoWall {
        id: wall

        glazed: glazing.running ? glazing.done : wall.columns
        height: page.showsReceipt ? 0 : Math.min(wall.pitch, parent.height * 0.2)
        width: parent.width
    }

    Notice {
        id: noticeBar

        anchors.top: wall.bottom
        anchors.topMargin: text !== "" ? Theme.grid : 0
        text: page.showsReceipt ? "" : page.viewModel.notice
        width: parent.width
    }

    Timer {
        id: glazing

        property int done: 0

        interval: 160
        repeat: true
        running: Theme.motion && glazing.done < wall.columns

        onTriggered: glazing.done += 1
    }

    Sheets {
        id: sheets

        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: noticeBar.bottom
        anchors.topMargin: Theme.grid
        cards: page.lines.length
        equal: false
        middle: true
        tallOf: (card, width, room) => Rulers.words(page.lines[card].text, page.lines[card].language, page.capitalsOf(card), card === 0, width, room)
        visible: !page.showsReceipt

        delegate: Words {
            required property int index

            readonly property int card: sheets.first + index

            balanced: true
            capitals: page.capitalsOf(card)
            centred: true
            language: page.lines[card]?.language ?? Theme.language
            room: sheets.cardRoom
            strong: card === 0
            text: page.lines[card]?.text ?? ""
            width: 0
        }
    }

    Receipt {
        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        code: page.viewModel.receipt
        modules: page.viewModel.modules
        visible: page.showsReceipt
    }

    TwoWays {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        hasOther: page.viewModel.mayShow && !page.showsReceipt
        label: qsTr("Show my receipt")
        name: "showReceipt"
        room: page.width
        usualLabel: qsTr("Finish")
        usualName: "finish"

        onChosen: page.viewModel.showReceipt()
        onUsualChosen: page.viewModel.finish()
    }
}
