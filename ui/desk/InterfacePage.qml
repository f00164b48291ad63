pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The languages the desk speaks.
DeskPage {
    id: page

    required property InterfaceViewModel viewModel

    readonly property int columns: Math.max(2, Math.floor(page.width / (70 * Theme.millimetre)))

    lead: qsTr("Only the desk changes. Residents choose their own language at the kiosk.")
    objectName: "InterfacePage"
    title: qsTr("Language of the desk")

    actions: ActionButton {
        label: qsTr("Back")
        objectName: "back"

        onClicked: page.viewModel.close()
    }

    Grid {
        columns: page.columns
        spacing: Theme.grid / 2

        Repeater {
            model: page.viewModel.tiles

            Tile {
                id: tile

                required property var modelData

                chosen: tile.modelData.tag === page.viewModel.current
                label: String(tile.modelData.name)
                padding: 2 * Theme.millimetre
                objectName: `speak-${tile.modelData.tag}`
                width: (page.width - (page.columns - 1) * Theme.grid / 2) / page.columns

                contentItem: Item {
                    Words {
                        Accessible.ignored: true
                        anchors.verticalCenter: parent.verticalCenter
                        centred: true
                        language: String(tile.modelData.tag)
                        objectName: "words"
                        room: parent.height
                        strong: tile.chosen
                        text: tile.label
                        width: parent.width
                    }
                }

                onClicked: page.viewModel.pick(String(tile.modelData.tag))
            }
        }
    }
}
