pragma ComponentBehavior: Bound

import QtQuick

// Bring back from a backup? It is asked, because answers are added here.
DeskPage {
    id: page

    required property BackupsViewModel viewModel

    lead: page.viewModel.isOpened ? qsTr("What is missing on this computer comes back. What is here stays, also what is newer.") : qsTr("The consultation is set up again on this computer, with the answers that the backup holds.")
    objectName: "RestorePage"
    title: qsTr("Bring back a backup?")

    actions: [
        ActionButton {
            label: qsTr("Yes, bring it back")
            objectName: "restore"
            primary: true

            onClicked: page.viewModel.restore()
        },
        ActionButton {
            label: qsTr("No, go back")
            objectName: "thinkAgain"

            onClicked: page.viewModel.thinkAgain()
        }
    ]

    Card {
        title: qsTr("From where?")
        width: parent.width

        Repeater {
            model: page.viewModel.places.filter(one => one.source !== "")

            PickTile {
                required property var modelData

                chosen: page.viewModel.backup === modelData.source
                label: `${modelData.text}\n${modelData.told}`
                objectName: `from-${modelData.field}`
                width: parent?.width ?? 0

                onClicked: page.viewModel.write("backup", String(modelData.source))
            }
        }

        TypedField {
            focus: true
            hint: qsTr("The stick, or the folder of the backup on it.")
            isPlain: true
            label: qsTr("Folder")
            name: "backup"
            text: page.viewModel.backup
            width: parent.width

            onAccepted: page.viewModel.restore()
            onEdited: text => page.viewModel.write("backup", text)
        }

        ActionButton {
            anchors.left: parent.left
            label: qsTr("Choose a folder …")
            objectName: "browse"

            onClicked: page.viewModel.browse("backup")
        }
    }
}
