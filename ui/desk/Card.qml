import QtQuick
import ui.components
import ui.theme

// What belongs together, on one tile.
Rectangle {
    id: card

    property string title: ""
    property bool isTrouble: false
    default property alias content: column.data

    readonly property real inner: column.width

    border.color: card.isTrouble ? Theme.clay : Theme.grout
    border.width: card.isTrouble ? Theme.hairline * 2 : Theme.hairline
    color: Theme.tile
    implicitHeight: column.height + 2.5 * Theme.grid
    implicitWidth: 200 * Theme.millimetre
    radius: Theme.radius

    Column {
        id: column

        anchors.left: parent.left
        anchors.margins: 1.25 * Theme.grid
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.grid

        Words {
            Accessible.role: Accessible.Heading
            color: card.isTrouble ? Theme.clay : Theme.azulejo
            strong: true
            text: card.title
            visible: card.title !== ""
            width: column.width
        }
    }
}
