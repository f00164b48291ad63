pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One fact about all responses, its numbers told by their tens.
Item {
    id: row

    required property var modelData

    readonly property real labelWidth: Math.min(70 * Theme.millimetre, row.width * 0.3)

    height: Math.max(label.tall, entries.height) + 2 * Theme.millimetre

    Words {
        id: label

        anchors.left: parent.left
        color: Theme.inkSoft
        text: String(row.modelData.label)
        width: row.labelWidth - 3 * Theme.millimetre
    }

    Flow {
        id: entries

        anchors.left: parent.left
        anchors.leftMargin: row.labelWidth
        anchors.right: parent.right
        spacing: 2 * Theme.millimetre

        Repeater {
            model: row.modelData.entries

            Rectangle {
                id: entry

                required property var modelData

                color: Theme.tint
                height: Math.max(name.tall, number.tall) + 2 * Theme.millimetre
                radius: Theme.radius
                width: name.width + number.width + 6.5 * Theme.millimetre

                Words {
                    id: name

                    anchors.left: parent.left
                    anchors.leftMargin: 2.5 * Theme.millimetre
                    anchors.verticalCenter: parent.verticalCenter
                    language: String(entry.modelData.language)
                    strong: entry.modelData.number !== ""
                    text: String(entry.modelData.text)
                    width: Math.min(entries.width * 0.55, Typesetter.wide(text, language, capitals, Theme.millimetre, strong))
                }

                Words {
                    id: number

                    anchors.right: parent.right
                    anchors.rightMargin: 2.5 * Theme.millimetre
                    anchors.verticalCenter: parent.verticalCenter
                    text: String(entry.modelData.number)
                    width: Math.min(entries.width * 0.45 - 7 * Theme.millimetre, Typesetter.wide(text, Theme.language, capitals, Theme.millimetre, false))
                }
            }
        }
    }
}
