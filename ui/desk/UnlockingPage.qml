import QtQuick
import ui.theme

// The six words open the answers.
DeskPage {
    id: page

    required property UnlockingViewModel viewModel

    lead: page.viewModel.lead
    objectName: "UnlockingPage"
    title: qsTr("Results")

    actions: ActionButton {
        label: qsTr("Unlock")
        objectName: "unlock"
        primary: true
        sign: Icons.lock

        onClicked: page.viewModel.unlock()
    }

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

            onAccepted: page.viewModel.unlock()
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

            onAccepted: page.viewModel.unlock()
            onEdited: text => page.viewModel.write("key", text)
        }
    }
}
