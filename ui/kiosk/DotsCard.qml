pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One topic, how many dots lie on it, and a large button for one more and for one less.
Rectangle {
    id: card

    property string topic: ""
    property string label: ""
    property string language: Theme.language
    property string number: ""
    property string said: ""
    property int count: 0
    property bool hasMore: false
    property bool leavesRoom: false
    property real capitals: Theme.answer
    property real room: 100000

    readonly property bool isStacked: CardRulers.isStacked(card.width, card.leavesRoom)
    readonly property real beside: CardRulers.besideDots(card.leavesRoom)
    readonly property real pad: Rulers.choicePadding
    readonly property real gap: 3 * Theme.millimetre
    readonly property real counted: Math.min(CardRulers.count, card.width - 2 * (card.pad + Theme.target + card.gap) - moreRoom.width)
    readonly property real buttonsY: card.isStacked ? card.height - card.pad - Theme.target : (card.height - Theme.target) / 2

    signal learnMore
    signal less
    signal more

    function tellCount() {
        Hearing.tell(card, `${card.label}: ${card.said}`);
    }

    // Where something stands that is so far from the end of the row.
    function fromEnd(distance: real, width: real): real {
        return Theme.rightToLeft ? card.pad + distance : card.width - card.pad - distance - width;
    }

    border.color: card.count > 0 ? Theme.azulejo : Theme.grout
    border.width: card.count > 0 ? Theme.chosenLine : Theme.hairline
    color: card.count > 0 ? Theme.tint : Theme.tile
    radius: Theme.radius

    Words {
        readonly property real taken: card.isStacked ? 2 * card.pad + Theme.target + Theme.grid : 2 * card.pad

        capitals: card.capitals
        height: card.isStacked ? tall : card.height - 2 * card.pad
        language: card.language
        objectName: "words"
        room: card.room - taken
        text: card.label
        verticalAlignment: card.isStacked ? Text.AlignTop : Text.AlignVCenter
        width: card.width - 2 * Theme.grid - (card.isStacked ? 0 : card.beside)
        x: Theme.rightToLeft ? card.width - Theme.grid - width : Theme.grid
        y: card.pad
    }

    BigButton {
        Accessible.description: card.said
        Accessible.name: `${qsTr("One dot less")}: ${card.label}`
        enabled: card.count > 0
        height: Theme.target
        objectName: `minus-${card.topic}`
        sign: Icons.minus
        width: Theme.target
        x: card.fromEnd(moreRoom.width + Theme.target + card.counted + 2 * card.gap, width)
        y: card.buttonsY

        onClicked: {
            card.less();
            card.tellCount();
        }
    }

    Words {
        Accessible.name: card.said
        capitals: 8
        centred: true
        height: Theme.target
        objectName: `count-${card.topic}`
        room: height
        strong: true
        text: card.number
        verticalAlignment: Text.AlignVCenter
        width: card.counted
        x: card.fromEnd(moreRoom.width + Theme.target + card.gap, width)
        y: card.buttonsY
    }

    BigButton {
        Accessible.description: card.said
        Accessible.name: `${qsTr("One dot more")}: ${card.label}`
        height: Theme.target
        objectName: `plus-${card.topic}`
        sign: Icons.plus
        width: Theme.target
        x: card.fromEnd(moreRoom.width, width)
        y: card.buttonsY

        onClicked: {
            card.more();
            card.tellCount();
        }
    }

    Item {
        id: moreRoom

        width: card.leavesRoom ? CardRulers.moreWidth + card.gap : 0
    }

    Loader {
        active: card.hasMore
        height: Theme.target
        width: CardRulers.moreWidth
        x: card.fromEnd(0, width)
        y: card.buttonsY

        sourceComponent: ToolButton {
            Accessible.name: `${label}: ${card.label}`
            label: qsTr("Learn more")
            objectName: `more-${card.topic}`
            quiet: false
            sign: Icons.info

            onClicked: card.learnMore()
        }
    }
}
