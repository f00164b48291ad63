pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One side of a pair, and under it or beside it the way to read more.
Item {
    id: side

    property string topic: ""
    property string language: Theme.language
    property bool hasMore: false
    property bool isWide: true
    property real capitals: Theme.answer
    property alias label: tile.label
    property alias chosen: tile.chosen

    readonly property real below: side.hasMore && side.isWide ? Theme.target + Theme.grid : 0
    readonly property real beside: side.hasMore && !side.isWide ? CardRulers.moreWidth : 0

    readonly property real wordsWidth: tile.width - 2 * tile.padding
    readonly property real wordsHeight: tile.height - 2 * tile.padding

    signal learnMore
    signal preferred

    Tile {
        id: tile

        Accessible.checkable: true
        Accessible.role: Accessible.RadioButton
        height: side.height - side.below
        objectName: `side-${side.topic}`
        signed: true
        width: side.width - side.beside
        x: Theme.rightToLeft ? side.beside : 0

        contentItem: Item {
            Words {
                Accessible.ignored: true
                anchors.centerIn: parent
                balanced: true
                capitals: side.capitals
                centred: true
                height: side.wordsHeight
                language: side.language
                objectName: "words"
                room: height
                strong: true
                text: tile.label
                verticalAlignment: Text.AlignVCenter
                width: side.wordsWidth
            }
        }

        onClicked: side.preferred()
    }

    Loader {
        active: side.hasMore
        height: side.isWide ? Theme.target : side.height
        width: side.isWide ? side.width : CardRulers.moreWidth - 3 * Theme.millimetre
        x: side.isWide || Theme.rightToLeft ? 0 : side.width - width
        y: side.isWide ? side.height - height : 0

        sourceComponent: ToolButton {
            Accessible.name: `${label}: ${tile.label}`
            label: qsTr("Learn more")
            objectName: `more-${side.topic}`
            quiet: false
            sign: Icons.info

            onClicked: side.learnMore()
        }
    }
}
