import QtQuick
import ui.components
import ui.theme

// One topic to mark, and beside it the way to read more about it.
Item {
    id: card

    property string topic: ""
    property alias label: tile.label
    property alias language: tile.language
    property alias chosen: tile.chosen
    property alias room: tile.room
    property bool hasMore: false

    readonly property real moreWidth: card.hasMore ? 30 * Theme.millimetre : 0

    signal learnMore
    signal toggled

    function tallAt(width: real, room: real): real {
        return tile.tallAt(width - card.moreWidth, room);
    }

    implicitHeight: card.tallAt(card.width, card.room)

    ChoiceTile {
        id: tile

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: card.moreWidth
        height: card.height
        many: true
        objectName: `topic-${card.topic}`

        onClicked: card.toggled()
    }

    ToolButton {
        Accessible.name: `${label}: ${card.label}`
        anchors.right: parent.right
        height: card.height
        label: qsTr("Learn more")
        objectName: `more-${card.topic}`
        quiet: false
        sign: Icons.info
        visible: card.hasMore
        width: card.moreWidth - 3 * Theme.millimetre

        onClicked: card.learnMore()
    }
}
