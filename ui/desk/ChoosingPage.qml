pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Which consultation? What was opened here, the ready one, or a file.
DeskPage {
    id: page

    required property ChoosingViewModel viewModel

    lead: page.viewModel.lead
    objectName: "ChoosingPage"
    title: qsTr("Choose a consultation")

    actions: [
        ActionButton {
            focus: true
            label: qsTr("Use the ready one")
            objectName: "chooseReady"
            primary: true

            onClicked: page.viewModel.chooseReady()
        },
        ActionButton {
            label: qsTr("Take a pack file …")
            objectName: "browse"

            onClicked: page.viewModel.browse()
        }
    ]

    Repeater {
        model: page.viewModel.opened

        Tile {
            id: tile

            required property var modelData
            required property int index

            height: Math.max(Theme.target, title.tall + state.tall + 2 * tile.padding + Theme.millimetre)
            label: `${title.text} ${state.text}`
            objectName: `opened-${tile.index}`
            anchors.left: parent.left
            width: page.half

            contentItem: Item {
                Words {
                    id: title

                    Accessible.ignored: true
                    anchors.left: parent.left
                    anchors.right: arrow.left
                    horizontalAlignment: Text.AlignLeft
                    language: String(tile.modelData.language)
                    strong: true
                    text: String(tile.modelData.text)
                }

                Words {
                    id: state

                    Accessible.ignored: true
                    anchors.left: parent.left
                    anchors.right: arrow.left
                    anchors.top: title.bottom
                    anchors.topMargin: Theme.millimetre
                    color: Theme.inkSoft
                    text: String(tile.modelData.state)
                }

                Icon {
                    id: arrow

                    anchors.right: parent.right
                    anchors.verticalCenter: parent.verticalCenter
                    colour: Theme.azulejo
                    mirrored: Theme.rightToLeft
                    path: Icons.next
                }
            }

            onClicked: page.viewModel.visit(String(tile.modelData.data))
        }
    }

    Card {
        anchors.left: parent.left
        title: qsTr("Ready to use")
        visible: page.viewModel.about !== ""
        width: page.half

        Words {
            horizontalAlignment: Text.AlignLeft
            language: String(page.viewModel.ready.language)
            objectName: "ready"
            strong: true
            text: String(page.viewModel.ready.text)
            width: parent.width
        }

        Words {
            text: page.viewModel.about
            width: parent.width
        }
    }
}
