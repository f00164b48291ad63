import QtQuick
import ui.components
import ui.theme

// One finding: how grave and where, what it is, and what to do.
Rectangle {
    id: card

    required property var modelData

    border.color: card.modelData.isError ? Theme.clay : Theme.grout
    border.width: card.modelData.isGrave ? Theme.hairline * 2 : Theme.hairline
    color: Theme.tile
    height: column.height + 2 * Theme.grid
    objectName: "problem"
    radius: Theme.radius

    Column {
        id: column

        anchors.left: parent.left
        anchors.margins: Theme.grid
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: 1.5 * Theme.millimetre

        Words {
            Accessible.role: Accessible.Heading
            capitals: Theme.help * 0.85
            color: card.modelData.isError ? Theme.clay : Theme.inkSoft
            objectName: "head"
            strong: card.modelData.isGrave
            text: String(card.modelData.head)
            width: parent.width
        }

        Words {
            objectName: "message"
            text: String(card.modelData.message)
            width: parent.width
        }

        Words {
            color: Theme.azulejo
            objectName: "fix"
            text: String(card.modelData.fix)
            visible: text !== ""
            width: parent.width
        }
    }
}
