pragma ComponentBehavior: Bound

import QtQuick
import ui.components

// Two places for copies, and what lies there.
DeskPage {
    id: page

    required property BackupsViewModel viewModel

    lead: page.viewModel.isOpened ? qsTr("A copy holds the sealed answers and no key. Keep the two in different places.") : qsTr("Put in the stick that the backup is on.")
    objectName: "BackupsPage"
    title: page.viewModel.isOpened ? qsTr("Backups") : qsTr("Bring back a backup")

    actions: [
        ActionButton {
            label: qsTr("Back up now")
            objectName: "backUp"
            primary: page.viewModel.isOpened
            visible: page.viewModel.isOpened

            onClicked: page.viewModel.backUp()
        },
        ActionButton {
            label: qsTr("Bring back …")
            objectName: "askRestore"
            primary: !page.viewModel.isOpened

            onClicked: page.viewModel.ask()
        },
        ActionButton {
            label: qsTr("Back")
            objectName: "back"

            onClicked: page.viewModel.back()
        }
    ]

    Repeater {
        model: page.viewModel.warnings

        Notice {
            required property string modelData

            objectName: "warning"
            text: modelData
            width: parent?.width ?? 0
        }
    }

    Repeater {
        model: page.viewModel.isOpened ? page.viewModel.places.length : 0

        BackupCard {
            required property int index

            number: index
            place: page.viewModel.places[index] ?? ({})
            sticks: page.viewModel.sticks
            width: parent?.width ?? 0

            onAccepted: page.viewModel.backUp()
            onBrowsed: field => page.viewModel.browse(field)
            onEdited: (field, text) => page.viewModel.write(field, text)
            onLooked: page.viewModel.look()
        }
    }
}
