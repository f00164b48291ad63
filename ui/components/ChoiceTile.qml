pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// An answer: its sign says whether one or many may be chosen, and whether it is.
Tile {
    id: tile

    property string language: Theme.language
    property bool many: false
    property real capitals: Theme.answer
    property real room: 100000

    Accessible.checkable: true
    Accessible.role: tile.many ? Accessible.CheckBox : Accessible.RadioButton
    horizontalPadding: Theme.grid
    implicitHeight: Rulers.choiceIn(tile.label, tile.language, tile.capitals, tile.width, tile.room)
    verticalPadding: Rulers.choicePadding

    contentItem: Item {
        Rectangle {
            border.color: tile.chosen ? Theme.azulejo : Theme.grout
            border.width: 2 * Theme.hairline
            color: tile.chosen ? Theme.azulejo : Theme.tile
            height: Rulers.choiceSign
            radius: tile.many ? Theme.radius / 2 : height / 2
            width: height
            x: Theme.rightToLeft ? parent.width - width : 0
            y: (parent.height - height) / 2

            Loader {
                active: tile.chosen
                anchors.fill: parent
                anchors.margins: 1.4 * Theme.millimetre

                sourceComponent: Icon {
                    colour: Theme.azulejoInk
                    path: Icons.tick
                    weight: 3.4
                }
            }
        }

        Words {
            Accessible.ignored: true
            capitals: tile.capitals
            language: tile.language
            objectName: "words"
            room: tile.room - 2 * tile.verticalPadding
            text: tile.label
            width: parent.width - Rulers.choiceSign - Theme.grid
            x: Theme.rightToLeft ? 0 : Rulers.choiceSign + Theme.grid
            y: (parent.height - height) / 2
        }
    }
}
