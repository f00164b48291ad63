import QtQuick
import ui.components
import ui.theme

// A vote: a shape of its own, a sign and a word.
Tile {
    id: tile

    property string code: ""
    property string sign: ""
    property bool isWide: true

    readonly property real badgeSize: 18 * Theme.millimetre

    Accessible.checkable: true
    Accessible.role: Accessible.RadioButton
    padding: 2.5 * Theme.millimetre

    contentItem: Item {
        Item {
            id: badge

            height: Math.min(tile.badgeSize, parent.height)
            width: height
            x: tile.isWide ? (parent.width - width) / 2 : (Theme.rightToLeft ? parent.width - width : 0)
            y: tile.isWide ? 0 : (parent.height - height) / 2

            Rectangle {
                anchors.fill: parent
                anchors.margins: tile.code === "disagree" ? parent.width * 0.12 : 0
                border.color: Theme.azulejo
                border.width: tile.code === "unsure" ? Theme.hairline * 2 : 0
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
            capitals: Theme.answer
            centred: tile.isWide
            height: tile.isWide ? parent.height - badge.height - 1.5 * Theme.millimetre : parent.height
            objectName: "words"
            room: height
            strong: true
            text: tile.label
            verticalAlignment: Text.AlignVCenter
            width: tile.isWide ? parent.width : parent.width - badge.width - Theme.grid
            x: tile.isWide || Theme.rightToLeft ? 0 : badge.width + Theme.grid
            y: tile.isWide ? badge.height + 1.5 * Theme.millimetre : 0
        }
    }
}
