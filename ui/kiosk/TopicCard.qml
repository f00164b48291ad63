import QtQuick
import ui.components
import ui.theme

// One topic to mark, and beside it the way to read more about it.
Item {
    id: card

    property string topic: ""
    property alias label: tile.label
    property alias language: tile.language
    property alias capitals: tile.capitals
    property alias chosen: tile.chosen
    property alias room: tile.room
    property bool hasMore: false

    signal learnMore
    signal toggled

    ChoiceTile {
        id: tile

        height: card.height
        many: true
        objectName: `topic-${card.topic}`
        width: card.width - CardRulers.moreWidth
        x: Theme.rightToLeft ? CardRulers.moreWidth : 0

        onClicked: card.toggled()
    }

    ToolButton {
        Accessible.name: `${label}: ${card.label}`
        height: card.height
        label: qsTr("Learn more")
        objectName: `more-${card.topic}`
        quiet: false
        sign: Icons.info
        visible: card.hasMore
        width: CardRulers.moreWidth - 3 * Theme.millimetre
        x: Theme.rightToLeft ? 0 : card.width - width

        onClicked: card.learnMore()
    }
}
