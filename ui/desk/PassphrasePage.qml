pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The six words, shown once.
DeskPage {
    id: page

    required property PassphraseViewModel viewModel

    readonly property int columns: page.isWide ? 3 : 2

    lead: qsTr("Write them on paper now; they are shown only this once. Without them nobody can ever read the answers, and nobody can replace them.")
    objectName: "PassphrasePage"
    title: qsTr("Six words open the answers")

    actions: [
        ActionButton {
            focus: true
            label: qsTr("I have written them down")
            objectName: "noted"
            primary: true

            onClicked: page.viewModel.noted()
        },
        ActionButton {
            label: qsTr("Back")
            objectName: "back"

            onClicked: page.viewModel.back()
        }
    ]

    Grid {
        id: grid

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: false
        columns: page.columns
        spacing: Theme.grid

        Repeater {
            model: page.viewModel.words

            Rectangle {
                id: tile

                required property var modelData

                border.color: Theme.azulejo
                border.width: Theme.hairline
                color: Theme.tile
                height: 1.4 * Theme.target
                radius: Theme.radius
                width: (grid.parent.width - (page.columns - 1) * Theme.grid) / page.columns

                Words {
                    id: number

                    anchors.left: parent.left
                    anchors.leftMargin: Theme.grid
                    anchors.verticalCenter: parent.verticalCenter
                    color: Theme.inkSoft
                    horizontalAlignment: Text.AlignLeft
                    text: String(tile.modelData.number)
                    width: 10 * Theme.millimetre
                }

                Words {
                    anchors.left: number.right
                    anchors.right: parent.right
                    anchors.rightMargin: 2 * Theme.millimetre
                    anchors.verticalCenter: parent.verticalCenter
                    capitals: Theme.answer
                    language: "en"
                    objectName: "word"
                    room: tile.height
                    strong: true
                    text: String(tile.modelData.word)
                }
            }
        }
    }
}
