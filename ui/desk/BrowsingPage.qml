pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// A pack, or a folder, on the disk.
DeskPage {
    id: page

    required property BrowsingViewModel viewModel

    lead: page.viewModel.remark
    objectName: "BrowsingPage"
    title: page.viewModel.takesPacks ? qsTr("Take a pack file") : page.viewModel.takesFiles ? qsTr("Choose a file") : qsTr("Choose a folder")

    actions: [
        ActionButton {
            label: page.viewModel.takesPacks || page.viewModel.takesFiles ? qsTr("Take it") : qsTr("Use this folder")
            objectName: "takeTyped"
            primary: true

            onClicked: page.viewModel.takeTyped()
        },
        ActionButton {
            label: qsTr("Back")
            objectName: "back"

            onClicked: page.viewModel.close()
        }
    ]

    Flow {
        spacing: Theme.grid / 2
        width: parent.width

        Repeater {
            model: page.viewModel.shortcuts

            ActionButton {
                required property var modelData

                label: String(modelData.name)
                objectName: `shortcut-${modelData.name}`

                onClicked: page.viewModel.press(String(modelData.path), "folder")
            }
        }
    }

    TypedField {
        focus: true
        isPlain: true
        label: page.viewModel.takesPacks || page.viewModel.takesFiles ? qsTr("File or folder") : qsTr("Folder")
        name: "path"
        text: page.viewModel.typed
        width: parent.width

        onAccepted: page.viewModel.takeTyped()
        onEdited: text => page.viewModel.write(text)
    }

    Card {
        width: parent.width

        Column {
            id: entries

            spacing: Theme.millimetre
            width: parent.width

            Repeater {
                model: page.viewModel.rows

                RailTile {
                    required property var modelData

                    Accessible.description: modelData.kind === "pack" ? qsTr("Pack") : modelData.kind === "file" ? qsTr("File") : qsTr("Folder")
                    label: String(modelData.name)
                    objectName: `entry-${modelData.name}`
                    quiet: modelData.kind !== "pack" && modelData.kind !== "file"
                    sign: modelData.kind === "pack" || modelData.kind === "file" ? Icons.paper : modelData.kind === "above" ? Icons.back : Icons.next
                    width: entries.width

                    onClicked: page.viewModel.press(String(modelData.path), String(modelData.kind))
                }
            }
        }
    }
}
