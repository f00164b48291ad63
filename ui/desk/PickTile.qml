import QtQuick
import ui.components
import ui.theme

// One of two or three ways; its sign says whether it is the chosen one.
Tile {
    id: tile

    readonly property real signSize: 6 * Theme.millimetre

    Accessible.checkable: true
    Accessible.role: Accessible.RadioButton
    checkable: false
    implicitHeight: Math.max(Theme.target * 0.8, words.tall + 2 * tile.padding)
    padding: 2.5 * Theme.millimetre

    contentItem: Item {
        Rectangle {
            id: sign

            anchors.left: parent.left
            anchors.verticalCenter: parent.verticalCenter
            border.color: tile.chosen ? Theme.azulejo : Theme.grout
            border.width: Theme.hairline * 2
            color: tile.chosen ? Theme.azulejo : "transparent"
            height: tile.signSize
            radius: height / 2
            width: height

            Icon {
                anchors.fill: parent
                anchors.margins: Theme.millimetre
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
            objectName: "words"
            text: tile.label
        }
    }
}
