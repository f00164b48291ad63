import QtQuick
import ui.theme

// A new PIN for the one that was forgotten.
DeskPage {
    id: page

    required property SafetyViewModel viewModel

    readonly property real column: page.half - 2.5 * Theme.grid

    lead: qsTr("The six words prove that you may.")
    objectName: "PinPage"
    title: qsTr("A new staff PIN")

    actions: [
        ActionButton {
            label: qsTr("Set the new PIN")
            objectName: "changePin"
            primary: true

            onClicked: page.viewModel.changePin()
        },
        ActionButton {
            label: qsTr("Back")
            objectName: "back"

            onClicked: page.viewModel.turnTo("overview")
        }
    ]

    Card {
        width: parent.width

        TypedField {
            focus: true
            hint: qsTr("From your paper, with a space between them.")
            isPlain: true
            label: qsTr("The six words")
            name: "passphrase"
            text: page.viewModel.passphrase
            width: parent.width

            onAccepted: page.viewModel.changePin()
            onEdited: text => page.viewModel.write("passphrase", text)
        }

        TypedField {
            hint: qsTr("Put in the stick it was moved to.")
            isPlain: true
            label: qsTr("Where is the key file?")
            name: "key"
            text: page.viewModel.key
            visible: page.viewModel.asksKey
            width: parent.width

            onAccepted: page.viewModel.changePin()
            onEdited: text => page.viewModel.write("key", text)
        }

        Flow {
            spacing: 2.5 * Theme.grid
            width: parent.width

            TypedField {
                hasDigits: true
                hint: qsTr("4 to 12 digits. It starts and ends the day.")
                isSecret: true
                label: qsTr("Staff PIN")
                name: "pin"
                text: page.viewModel.pin
                width: page.column

                onAccepted: page.viewModel.changePin()
                onEdited: text => page.viewModel.write("pin", text)
            }

            TypedField {
                hasDigits: true
                hint: qsTr("Type it a second time.")
                isSecret: true
                label: qsTr("The same PIN again")
                name: "pinAgain"
                text: page.viewModel.pinAgain
                width: page.column

                onAccepted: page.viewModel.changePin()
                onEdited: text => page.viewModel.write("pinAgain", text)
            }
        }
    }
}
