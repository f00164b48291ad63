pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One sentence and three answers, told apart by place, sign and word.
Item {
    id: page

    required property StatementViewModel viewModel

    readonly property bool isWide: page.width > page.height
    readonly property real share: page.isWide ? 0.25 + 0.05 * Theme.textStep : 0.15
    readonly property real tileHeight: Math.max(page.isWide ? 1.2 * Theme.target : Theme.target, Math.min((page.isWide ? 46 : 34) * Theme.millimetre, page.height * page.share))

    readonly property real smallest: page.sharedBy(page.tileCount)

    property int tileCount: 0

    // The size in which all three words fit, so that none speaks louder.
    function sharedBy(count: int): real {
        let least = 1;
        for (let index = 0; index < count; index++)
            least = Math.min(least, (tiles.itemAt(index) as VoteTile)?.share ?? 1);
        return least;
    }

    objectName: "StatementPage"

    Notice {
        id: noticeBar

        anchors.left: parent.left
        anchors.right: parent.right
        text: page.viewModel.notice
    }

    Rectangle {
        id: sentence

        anchors.bottom: votes.top
        anchors.bottomMargin: Theme.grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: noticeBar.bottom
        anchors.topMargin: page.viewModel.notice ? Theme.grid : 0
        border.color: Theme.grout
        border.width: Theme.hairline
        color: Theme.tile
        radius: Theme.radius

        Words {
            Accessible.role: Accessible.Heading
            anchors.centerIn: parent
            balanced: true
            capitals: Theme.statement
            centred: true
            height: parent.height - Theme.grid
            language: String(page.viewModel.statement.language)
            objectName: "heading"
            room: height
            strong: true
            text: String(page.viewModel.statement.text)
            verticalAlignment: Text.AlignVCenter
            width: parent.width - 3 * Theme.margin
        }
    }

    Grid {
        id: votes

        anchors.bottom: parent.bottom
        columns: page.isWide ? 3 : 1
        spacing: Theme.grid
        width: parent.width

        Repeater {
            id: tiles

            onItemAdded: page.tileCount += 1
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
                capitals: Typesetter.shrunk(Theme.language, Theme.answer, Theme.millimetre, page.smallest)
                height: page.tileHeight
                label: String(modelData.label)
                objectName: `vote-${code}`
                sign: String(modelData.icon)
                width: (votes.width - (votes.columns - 1) * votes.spacing) / votes.columns

                onClicked: code === "agree" ? page.viewModel.agree() : code === "disagree" ? page.viewModel.disagree() : page.viewModel.beUnsure()
            }
        }
    }
}
