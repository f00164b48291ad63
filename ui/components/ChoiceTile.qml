import QtQuick
import ui.theme

// An answer: its sign says whether one or many may be chosen, and whether it is.
Tile {
    id: tile

    property string language: Theme.language
    property bool many: false
    property real room: 100000

    readonly property real signSize: 8 * Theme.millimetre

    checkable: false
    implicitHeight: Math.max(Theme.target, words.tall + 2 * tile.padding)

    Accessible.checkable: true
    Accessible.role: tile.many ? Accessible.CheckBox : Accessible.RadioButton

    contentItem: Item {
        Rectangle {
            id: sign

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            border.color: tile.chosen ? Theme.azulejo : Theme.grout
            border.width: Theme.hairline * 2
            color: tile.chosen ? Theme.azulejo : "transparent"
            height: tile.signSize
            radius: tile.many ? Theme.radius / 2 : height / 2
            width: height

            Icon {
                anchors.fill: parent
                anchors.margins: 1.2 * Theme.millimetre
                colour: Theme.azulejoInk
                path: Icons.tick
                visible: tile.chosen
                weight: 3.2
            }
        }

        Words {
            id: words

            Accessible.ignored: true
            anchors.left: sign.right
            anchors.leftMargin: 3 * Theme.millimetre
            anchors.right: parent.right
            anchors.verticalCenter: parent.verticalCenter
            capitals: Theme.answer
            language: tile.language
            objectName: "words"
            room: tile.room - 2 * tile.padding
            text: tile.label
        }
    }
}
