import QtQuick
import ui.components
import ui.theme

// A vote: a shape of its own, a sign and a word; side by side where the tile is flat.
Tile {
    id: tile

    property string code: ""
    property string sign: ""
    property real capitals: Theme.answer

    readonly property real wordsWidth: tile.width - 2 * tile.padding - (tile.isFlat ? tile.badgeSize + tile.padding : 0)
    readonly property real wordsHeight: tile.height - 2 * tile.padding - (tile.isFlat ? 0 : tile.badgeSize + Theme.millimetre)
    readonly property real share: Typesetter.share(tile.label, Theme.language, Theme.answer, Theme.millimetre, true, tile.wordsWidth, tile.wordsHeight)
    readonly property bool isFlat: tile.height < 40 * Theme.millimetre
    readonly property real badgeSize: Math.min((tile.isFlat ? tile.width > 70 * Theme.millimetre ? 14 : 10 : 18) * Theme.millimetre, tile.height - 2 * tile.padding)

    Accessible.checkable: true
    Accessible.role: Accessible.RadioButton
    padding: 2.4 * Theme.millimetre
    signed: true

    contentItem: Item {
        Item {
            id: badge

            height: tile.badgeSize
            width: height
            x: tile.isFlat ? (Theme.rightToLeft ? parent.width - width : 0) : (parent.width - width) / 2
            y: tile.isFlat ? (parent.height - height) / 2 : 0

            Rectangle {
                anchors.fill: parent
                anchors.margins: tile.code === "disagree" ? parent.width * 0.12 : 0
                border.color: Theme.azulejo
                border.width: 3 * Theme.hairline
                color: tile.code === "unsure" ? "transparent" : Theme.azulejo
                radius: tile.code === "agree" ? width / 2 : tile.code === "disagree" ? Theme.radius / 2 : width / 3
                rotation: tile.code === "disagree" ? 45 : 0
            }

            Icon {
                anchors.fill: parent
                anchors.margins: parent.width * 0.24
                colour: tile.code === "unsure" ? Theme.azulejo : Theme.azulejoInk
                path: tile.sign
                weight: 3
            }
        }

        Words {
            Accessible.ignored: true
            capitals: tile.capitals
            centred: !tile.isFlat
            height: tile.wordsHeight
            objectName: "words"
            room: height
            strong: true
            text: tile.label
            verticalAlignment: Text.AlignVCenter
            width: tile.wordsWidth
            x: tile.isFlat && !Theme.rightToLeft ? badge.width + tile.padding : 0
            y: tile.isFlat ? 0 : badge.height + Theme.millimetre
        }
    }
}
