pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Sentences in a row, each with a small glazed tile.
Column {
    id: list

    property var lines: []

    spacing: 2.5 * Theme.millimetre

    Repeater {
        model: list.lines

        Item {
            id: line

            required property string modelData

            height: words.tall
            width: list.width

            Rectangle {
                id: dot

                anchors.left: parent.left
                color: Theme.glaze
                height: 3 * Theme.millimetre
                radius: Theme.radius / 4
                width: height
                y: (words.tall / Math.max(1, words.lineCount) - height) / 2
            }

            Words {
                id: words

                anchors.left: dot.right
                anchors.leftMargin: 3 * Theme.millimetre
                anchors.right: parent.right
                text: line.modelData
            }
        }
    }
}
