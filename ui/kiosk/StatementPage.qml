pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One sentence and three answers, told apart by place, sign and word.
Item {
    id: page

    required property StatementViewModel viewModel

    readonly property bool isWide: page.width > page.height
    readonly property real tileHeight: page.isWide ? 44 * Theme.millimetre : 32 * Theme.millimetre

    objectName: "StatementPage"

    Column {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        spacing: 2 * Theme.millimetre

        Notice {
            id: noticeBar

            text: page.viewModel.notice
            width: parent.width
        }
    }

    Words {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: head.bottom
        anchors.topMargin: Theme.grid
        capitals: Theme.statement
        centred: true
        language: String(page.viewModel.statement.language)
        objectName: "heading"
        height: room
        room: page.height - votes.height - head.height - 2 * Theme.grid
        strong: true
        text: String(page.viewModel.statement.text)
        verticalAlignment: Text.AlignVCenter
    }

    Grid {
        id: votes

        anchors.bottom: parent.bottom
        columns: page.isWide ? 3 : 1
        spacing: Theme.grid
        width: parent.width

        Repeater {
            model: [
                {
                    "code": "agree",
                    "icon": Icons.tick,
                    "label": qsTr("I agree")
                },
                {
                    "code": "disagree",
                    "icon": Icons.cross,
                    "label": qsTr("I disagree")
                },
                {
                    "code": "unsure",
                    "icon": Icons.unsure,
                    "label": qsTr("I am not sure")
                }
            ]

            VoteTile {
                required property var modelData

                chosen: page.viewModel.vote === modelData.code
                code: String(modelData.code)
                height: page.isWide ? page.tileHeight : Math.min(page.tileHeight, page.height * 0.2)
                sign: String(modelData.icon)
                isWide: page.isWide
                label: String(modelData.label)
                objectName: `vote-${code}`
                width: (votes.width - (votes.columns - 1) * votes.spacing) / votes.columns

                onClicked: code === "agree" ? page.viewModel.agree() : code === "disagree" ? page.viewModel.disagree() : page.viewModel.beUnsure()
            }
        }
    }
}
