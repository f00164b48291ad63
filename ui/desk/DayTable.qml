pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Totals a day: all that is in the clear.
Column {
    id: table

    property var rows: []

    // On the right in every direction of writing, so that ones stand under ones.
    readonly property int numbers: Theme.rightToLeft ? Text.AlignLeft : Text.AlignRight
    readonly property real gap: 3 * Theme.millimetre
    readonly property real cellWidth: table.width * 0.165
    readonly property real nameWidth: table.width - 4 * table.cellWidth
    readonly property var headings: [qsTr("Day"), qsTr("Responses"), qsTr("Deleted"), qsTr("“No, thank you”"), qsTr("Saved after a power cut")]

    visible: table.rows.length > 0

    Row {
        height: heads.tallest + 3 * Theme.millimetre
        spacing: table.gap

        Repeater {
            id: heads

            property real tallest: 0

            model: table.headings

            Words {
                required property string modelData
                required property int index

                capitals: Theme.help * 0.85
                color: Theme.inkSoft
                horizontalAlignment: index > 0 ? table.numbers : Text.AlignLeft
                text: modelData
                width: (index > 0 ? table.cellWidth : table.nameWidth) - table.gap

                onTallChanged: heads.tallest = Math.max(heads.tallest, tall)
            }
        }
    }

    Repeater {
        model: table.rows

        Item {
            id: row

            required property var modelData

            height: name.tall + 4 * Theme.millimetre
            width: table.width

            Rectangle {
                color: Theme.grout
                height: Theme.hairline
                opacity: 0.6
                width: parent.width
            }

            Row {
                anchors.verticalCenter: parent.verticalCenter
                spacing: table.gap

                Words {
                    id: name

                    strong: row.modelData.total
                    text: String(row.modelData.name)
                    width: table.nameWidth - table.gap
                }

                Repeater {
                    model: row.modelData.cells

                    Words {
                        required property string modelData

                        horizontalAlignment: table.numbers
                        strong: row.modelData.total
                        text: modelData
                        width: table.cellWidth - table.gap
                    }
                }
            }
        }
    }
}
