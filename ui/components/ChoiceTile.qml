import QtQuick
import ui.theme

// An answer: its sign says whether one or many may be chosen, and whether it is.
Tile {
    id: tile

    property string language: Theme.language
    property bool many: false
    property real room: 100000

    readonly property real signSize: 9 * Theme.millimetre
    readonly property real inset: 2 * tile.horizontalPadding + tile.signSize + Theme.grid

    function tallAt(width: real, room: real): real {
        const words = Typesetter.tall(tile.label, tile.language, Theme.answer, Theme.millimetre, false, width - tile.inset, room - 2 * tile.verticalPadding);
        return Math.max(Theme.target, words + 2 * tile.verticalPadding);
    }

    Accessible.checkable: true
    Accessible.role: tile.many ? Accessible.CheckBox : Accessible.RadioButton
    horizontalPadding: Theme.grid
    implicitHeight: tile.tallAt(tile.width, tile.room)
    verticalPadding: 2 * Theme.millimetre

    contentItem: Item {
        Rectangle {
            id: sign

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            border.color: tile.chosen ? Theme.azulejo : Theme.grout
            border.width: 2 * Theme.hairline
            color: tile.chosen ? Theme.azulejo : Theme.tile
            height: tile.signSize
            radius: tile.many ? Theme.radius / 2 : height / 2
            width: height

            Icon {
                anchors.fill: parent
                anchors.margins: 1.4 * Theme.millimetre
                colour: Theme.azulejoInk
                path: Icons.tick
                visible: tile.chosen
                weight: 3.4
            }
        }

        Words {
            Accessible.ignored: true
            anchors.left: sign.right
            anchors.leftMargin: Theme.grid
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            capitals: Theme.answer
            language: tile.language
            objectName: "words"
            room: tile.room - 2 * tile.verticalPadding
            text: tile.label
        }
    }
}
