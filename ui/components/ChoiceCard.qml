pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// An answer that stands beside others: its picture, a ring or a star over its words.
Tile {
    id: card

    property string language: Theme.language
    property string picture: ""
    property string sign: ""
    property bool many: false
    property real capitals: Theme.answer
    property real room: 100000

    readonly property real above: Rulers.aboveCard(card.picture !== "", card.sign)

    Accessible.checkable: true
    Accessible.role: card.many ? Accessible.CheckBox : Accessible.RadioButton
    horizontalPadding: Theme.grid
    signed: true
    verticalPadding: Rulers.choicePadding

    contentItem: Item {
        Column {
            anchors.centerIn: parent
            width: parent.width

            Loader {
                active: card.picture !== ""
                anchors.horizontalCenter: parent.horizontalCenter
                visible: active

                sourceComponent: Item {
                    height: card.above
                    width: card.availableWidth

                    Image {
                        asynchronous: false
                        fillMode: Image.PreserveAspectFit
                        height: Rulers.cardPicture
                        source: card.picture
                        sourceSize.height: height
                        width: parent.width
                    }
                }
            }

            Loader {
                active: card.picture === "" && card.sign === "star"
                anchors.horizontalCenter: parent.horizontalCenter
                visible: active

                sourceComponent: Item {
                    height: card.above
                    width: Rulers.choiceSign

                    Icon {
                        colour: card.chosen ? Theme.azulejo : Theme.grout
                        height: Rulers.choiceSign
                        path: Icons.star
                        weight: card.chosen ? 3 : 2
                        width: height
                    }
                }
            }

            Loader {
                active: card.picture === "" && card.sign === "ring"
                anchors.horizontalCenter: parent.horizontalCenter
                visible: active

                sourceComponent: Item {
                    height: card.above
                    width: Rulers.choiceSign

                    Rectangle {
                        border.color: card.chosen ? Theme.azulejo : Theme.grout
                        border.width: 2 * Theme.hairline
                        color: card.chosen ? Theme.azulejo : Theme.tile
                        height: Rulers.choiceSign
                        radius: card.many ? Theme.radius / 2 : height / 2
                        width: height
                    }
                }
            }

            Words {
                Accessible.ignored: true
                capitals: card.capitals
                centred: true
                language: card.language
                objectName: "words"
                room: card.room - card.above - 2 * card.verticalPadding
                text: card.label
                width: parent.width
            }
        }
    }
}
