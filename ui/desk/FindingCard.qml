pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One item: its words, who answered, and a bar for every answer.
Rectangle {
    id: card

    required property var modelData

    border.color: Theme.grout
    border.width: Theme.hairline
    color: Theme.tile
    height: column.height + 2.5 * Theme.grid
    objectName: `card-${card.modelData.name}`
    radius: Theme.radius

    Column {
        id: column

        anchors.left: parent.left
        anchors.margins: 1.25 * Theme.grid
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: 2 * Theme.millimetre

        Words {
            Accessible.role: Accessible.Heading
            horizontalAlignment: Text.AlignLeft
            language: String(card.modelData.language)
            strong: true
            text: String(card.modelData.text)
            width: parent.width
        }

        Words {
            capitals: Theme.help * 0.85
            color: Theme.inkSoft
            objectName: "base"
            text: String(card.modelData.base)
            width: parent.width
        }

        Repeater {
            model: card.modelData.bars

            Bar {
                width: column.width
            }
        }

        Words {
            capitals: Theme.help * 0.85
            color: Theme.inkSoft
            objectName: "states"
            text: String(card.modelData.states)
            visible: text !== ""
            width: parent.width
        }
    }
}
