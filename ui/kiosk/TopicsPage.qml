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
        columns: page.width > 260 * Theme.millimetre * Math.min(Theme.textFactor, 1.5) ? 2 : 1
        model: page.viewModel.topics

        delegate: Item {
            id: card

            required property var modelData
            required property int index

            readonly property bool hasMore: Boolean(card.modelData.hasMore)

            implicitHeight: Math.max(tile.implicitHeight, Theme.target)

            ChoiceTile {
                id: tile

                anchors.left: parent.left
                anchors.right: card.hasMore ? more.left : parent.right
                anchors.rightMargin: card.hasMore ? 2 * Theme.millimetre : 0
                chosen: page.viewModel.marked.includes(String(card.modelData.id))
                height: parent.height
                label: String(card.modelData.text)
                language: String(card.modelData.language)
                many: true
                objectName: `topic-${card.modelData.id}`
                room: sheets.height - Theme.target - Theme.grid

                onClicked: page.viewModel.toggle(String(card.modelData.id))
            }

            ToolButton {
                id: more

                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                height: Theme.target
                sign: Icons.info
                label: qsTr("Learn more")
                objectName: `more-${card.modelData.id}`
                quiet: false
                visible: card.hasMore
                width: 24 * Theme.millimetre

                onClicked: page.viewModel.learnMore(String(card.modelData.id))
            }
        }
        heading: QuestionHead {
            heading: page.viewModel.heading
            notice: page.viewModel.notice
            room: sheets.height - Theme.target - Theme.grid
            width: sheets.width
        }
    }
}
