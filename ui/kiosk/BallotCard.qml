pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One topic of a ballot: a badge with a number or a sign, its words, and beside it the way to read more.
Item {
    id: card

    property string topic: ""
    property string kind: "topic"
    property string said: ""
    property string second: ""
    property string digit: ""
    property string sign: ""
    property string language: Theme.language
    property bool isOut: false
    property bool hasMore: false
    property bool leavesRoom: false
    property real capitals: Theme.answer
    property real room: 100000
    property alias label: tile.label
    property alias chosen: tile.chosen

    readonly property real moreRoom: card.leavesRoom ? CardRulers.moreWidth : 0

    signal learnMore
    signal toggled

    Tile {
        id: tile

        readonly property real across: tile.width - 3 * Theme.grid - CardRulers.badge

        Accessible.checkable: true
        Accessible.name: card.said ? `${tile.label}, ${card.said}` : tile.label
        Accessible.role: Accessible.CheckBox
        height: card.height
        horizontalPadding: Theme.grid
        objectName: `${card.kind}-${card.topic}`
        verticalPadding: Rulers.choicePadding
        width: card.width - card.moreRoom
        x: Theme.rightToLeft ? card.moreRoom : 0

        contentItem: Item {
            Rectangle {
                id: badge

                border.color: tile.chosen ? Theme.azulejo : Theme.grout
                border.width: card.isOut ? 0 : 2 * Theme.hairline
                color: tile.chosen ? Theme.azulejo : card.isOut ? "transparent" : Theme.tile
                height: CardRulers.badge
                radius: card.kind === "rank" ? height / 2 : Theme.radius / 2
                width: height
                x: Theme.rightToLeft ? parent.width - width : 0
                y: (parent.height - height) / 2

                Loader {
                    active: card.sign !== ""
                    anchors.fill: parent
                    anchors.margins: 2 * Theme.millimetre

                    sourceComponent: Icon {
                        colour: tile.chosen ? Theme.azulejoInk : Theme.inkSoft
                        path: card.sign
                        weight: tile.chosen ? 3.4 : 2
                    }
                }

                Loader {
                    active: card.digit !== ""
                    anchors.fill: parent

                    sourceComponent: Words {
                        Accessible.ignored: true
                        capitals: 6
                        centred: true
                        color: Theme.azulejoInk
                        room: badge.height
                        strong: true
                        text: card.digit
                        verticalAlignment: Text.AlignVCenter
                    }
                }
            }

            Words {
                id: words

                Accessible.ignored: true
                capitals: card.capitals
                language: card.language
                objectName: "words"
                room: card.room - 2 * tile.verticalPadding - second.tall
                text: tile.label
                width: tile.across
                x: Theme.rightToLeft ? 0 : CardRulers.badge + Theme.grid
                y: (parent.height - height - second.height) / 2
            }

            Words {
                id: second

                Accessible.ignored: true
                capitals: CardRulers.second
                color: card.isOut ? Theme.clay : Theme.ink
                height: text ? tall : 0
                room: CardRulers.secondShare * card.room
                strong: true
                text: card.second
                width: tile.across
                x: words.x
                y: words.y + words.height
            }
        }

        onClicked: {
            card.toggled();
            Hearing.tell(card, tile.Accessible.name);
        }
    }

    Loader {
        active: card.hasMore
        height: card.height
        width: CardRulers.moreWidth - 3 * Theme.millimetre
        x: Theme.rightToLeft ? 0 : card.width - width

        sourceComponent: ToolButton {
            Accessible.name: `${label}: ${tile.label}`
            label: qsTr("Learn more")
            objectName: `more-${card.topic}`
            quiet: false
            sign: Icons.info

            onClicked: card.learnMore()
        }
    }
}
