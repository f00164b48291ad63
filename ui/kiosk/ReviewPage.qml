pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Everything that was given, before it is sent. A touch on a row changes it.
Item {
    id: page

    required property ReviewViewModel viewModel

    objectName: "ReviewPage"

    Sheets {
        id: sheets

        anchors.fill: parent
        columns: page.width > 260 * Theme.millimetre * Math.min(Theme.textFactor, 1.5) ? 2 : 1
        equal: false
        gap: 2.6 * Theme.millimetre
        model: page.viewModel.rows

        delegate: Tile {
            id: row

            required property var modelData
            required property int index

            implicitHeight: Math.max(Theme.target, question.tall + answer.tall + 2 * row.padding + Theme.millimetre)
            label: `${question.text} ${answer.text}`
            objectName: `change-${row.modelData.item}`

            contentItem: Item {
                Words {
                    id: question

                    Accessible.ignored: true
                    anchors.left: parent.left
                    anchors.right: sign.left
                    capitals: Math.min(Theme.help * 0.8, 6.5)
                    color: Theme.inkSoft
                    language: String(row.modelData.language)
                    room: sheets.height * 0.4
                    text: String(row.modelData.text)
                }

                Words {
                    id: answer

                    Accessible.ignored: true
                    anchors.left: parent.left
                    anchors.right: sign.left
                    anchors.top: question.bottom
                    anchors.topMargin: Theme.millimetre
                    capitals: Math.min(Theme.help, 7.5)
                    room: sheets.height * 0.5 - Theme.target
                    strong: true
                    text: String(row.modelData.answer)
                }

                Icon {
                    id: sign

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.azulejo
                    path: Icons.write
                }
            }

            onClicked: page.viewModel.change(String(row.modelData.item))
        }
        heading: Column {
            spacing: Theme.millimetre
            width: sheets.width

            Words {
                capitals: Math.min(Theme.answer, 10)
                strong: true
                text: qsTr("Check your answers")
                width: parent.width
            }

            Words {
                capitals: Math.min(Theme.help, 7.5)
                color: Theme.inkSoft
                text: page.viewModel.summary
                width: parent.width
            }
        }
    }
}
