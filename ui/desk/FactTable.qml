pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Pairs of a name and what is so called, lined up.
Column {
    id: table

    property var rows: []
    property real labelWidth: Math.min(80 * Theme.millimetre, table.width * 0.38)

    Repeater {
        model: table.rows

        Item {
            id: row

            required property var modelData

            height: Math.max(label.tall, text.tall) + 4 * Theme.millimetre
            width: table.width

            Words {
                id: label

                anchors.left: parent.left
                anchors.verticalCenter: parent.verticalCenter
                color: Theme.inkSoft
                text: String(row.modelData.label)
                width: table.labelWidth - 3 * Theme.millimetre
            }

            Words {
                id: text

                anchors.left: parent.left
                anchors.leftMargin: table.labelWidth
                anchors.right: parent.right
                anchors.verticalCenter: parent.verticalCenter
                horizontalAlignment: Text.AlignLeft
                text: String(row.modelData.text)
                wrapMode: Text.WrapAtWordBoundaryOrAnywhere
            }

            Rectangle {
                anchors.bottom: parent.bottom
                color: Theme.grout
                height: Theme.hairline
                opacity: 0.5
                width: parent.width
            }
        }
    }
}
