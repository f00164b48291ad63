import QtQuick
import ui.components
import ui.theme

// One line of several, each behind a small glazed tile.
Item {
    id: point

    property string text: ""
    property string language: Theme.language
    property real capitals: Theme.help
    property real room: 100000

    readonly property real inset: dot.width + 3 * Theme.millimetre

    function tallAt(width: real, room: real): real {
        return Typesetter.tall(point.text, point.language, point.capitals, Theme.millimetre, false, width - point.inset, room);
    }

    implicitHeight: words.tall

    Rectangle {
        id: dot

        anchors.left: parent.left
        border.color: Theme.grout
        border.width: Theme.hairline
        color: Theme.glaze
        height: 3.4 * Theme.millimetre
        radius: Theme.radius / 4
        width: height
        y: (words.tall / Math.max(1, words.lineCount) - height) / 2
    }

    Words {
        id: words

        anchors.left: parent.left
        anchors.leftMargin: point.inset
        anchors.right: parent.right
        capitals: point.capitals
        language: point.language
        objectName: "words"
        room: point.room
        text: point.text
    }
}
