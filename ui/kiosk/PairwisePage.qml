pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Two topics: the one, the other, or both alike. The first stands where reading begins.
Item {
    id: page

    required property PairwiseViewModel viewModel

    readonly property bool isWide: page.width > page.height
    readonly property real noticed: page.viewModel.notice ? noticeBar.height + Theme.grid / 2 : 0
    readonly property real headed: page.noticed + (head.text ? head.height + Theme.grid : 0)
    readonly property real rest: page.height - page.headed
    readonly property real alikeWidth: page.isWide ? Math.max(1.6 * Theme.target, page.width * 0.17) : page.width
    readonly property real alikeHeight: page.isWide ? Math.min(page.rest, 3 * Theme.target) : Theme.target
    readonly property real sideWidth: page.isWide ? (page.width - page.alikeWidth) / 2 - Theme.grid : page.width
    readonly property real sideHeight: page.isWide ? page.rest : (page.rest - page.alikeHeight) / 2 - Theme.grid

    // What is to be chosen from is written in one size.
    readonly property real letters: Rulers.shared([page.viewModel.first, page.viewModel.second], Theme.answer, true, first.wordsWidth, Math.min(first.wordsHeight, second.wordsHeight))

    objectName: "PairwisePage"

    Notice {
        id: noticeBar

        text: page.viewModel.notice
        width: page.width
    }

    Words {
        id: head

        Accessible.role: Accessible.Heading
        balanced: true
        capitals: Math.min(Theme.statement, 12)
        language: String(page.viewModel.heading.language)
        objectName: "heading"
        room: Math.max(0.12 * page.height, 0.3 * page.height - 0.75 * page.noticed)
        strong: true
        text: String(page.viewModel.heading.text)
        width: page.width
        y: page.noticed
    }

    PairSide {
        id: first

        capitals: page.letters
        chosen: page.viewModel.given === "first"
        hasMore: Boolean(page.viewModel.first.hasMore)
        height: page.sideHeight
        isWide: page.isWide
        label: String(page.viewModel.first.text)
        language: String(page.viewModel.first.language)
        topic: String(page.viewModel.first.id)
        width: page.sideWidth
        x: page.isWide && Theme.rightToLeft ? page.width - width : 0
        y: page.headed

        onLearnMore: page.viewModel.learnMore(topic)
        onPreferred: page.viewModel.prefer(topic)
    }

    BigButton {
        Accessible.checkable: true
        Accessible.role: Accessible.RadioButton
        chosen: page.viewModel.given === "alike"
        height: page.alikeHeight
        label: qsTr("Both alike")
        objectName: "alike"
        sign: page.isWide ? "" : Icons.alike
        signed: true
        width: page.alikeWidth
        x: page.isWide ? (page.width - width) / 2 : 0
        y: page.isWide ? page.headed + (page.rest - second.below - height) / 2 : first.y + first.height + Theme.grid

        onClicked: page.viewModel.prefer("")
    }

    PairSide {
        id: second

        capitals: page.letters
        chosen: page.viewModel.given === "second"
        hasMore: Boolean(page.viewModel.second.hasMore)
        height: page.sideHeight
        isWide: page.isWide
        label: String(page.viewModel.second.text)
        language: String(page.viewModel.second.language)
        topic: String(page.viewModel.second.id)
        width: page.sideWidth
        x: page.isWide && !Theme.rightToLeft ? page.width - width : 0
        y: page.height - height

        onLearnMore: page.viewModel.learnMore(topic)
        onPreferred: page.viewModel.prefer(topic)
    }
}
