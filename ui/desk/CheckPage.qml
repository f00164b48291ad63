import QtQuick

// What shall be checked?
DeskPage {
    id: page

    required property CheckViewModel viewModel

    lead: qsTr("Answers on this computer, a bundle, a checkpoint or a list of receipts: does everything fit with what was signed?")
    objectName: "CheckPage"
    title: qsTr("Check")

    actions: [
        ActionButton {
            label: qsTr("Check it")
            objectName: "check"
            primary: true

            onClicked: page.viewModel.check()
        },
        ActionButton {
            label: qsTr("Back")
            objectName: "back"

            onClicked: page.viewModel.back()
        }
    ]

    Card {
        width: parent.width

        TypedField {
            focus: true
            isPlain: true
            label: qsTr("What is checked")
            name: "subject"
            text: page.viewModel.subject
            width: parent.width

            onAccepted: page.viewModel.check()
            onEdited: text => page.viewModel.write("subject", text)
        }

        ActionButton {
            anchors.left: parent.left
            label: qsTr("Choose a file …")
            objectName: "browse-subject"

            onClicked: page.viewModel.browse("subject")
        }
    }

    Card {
        title: qsTr("Only if you want it")
        width: parent.width

        TypedField {
            hint: qsTr("An older checkpoint or bundle: is what it held still here?")
            isPlain: true
            label: qsTr("Compare with")
            name: "since"
            text: page.viewModel.since
            width: parent.width

            onAccepted: page.viewModel.check()
            onEdited: text => page.viewModel.write("since", text)
        }

        ActionButton {
            anchors.left: parent.left
            label: qsTr("Choose a file …")
            objectName: "browse-since"

            onClicked: page.viewModel.browse("since")
        }

        TypedField {
            hint: qsTr("The sixteen signs that a resident took along.")
            isPlain: true
            label: qsTr("Receipt")
            name: "code"
            text: page.viewModel.code
            width: parent.width

            onAccepted: page.viewModel.check()
            onEdited: text => page.viewModel.write("code", text)
        }

        TypedField {
            hint: qsTr("A bundle is locked; nothing else needs them.")
            isPlain: true
            isSecret: true
            label: qsTr("The six words")
            name: "passphrase"
            text: page.viewModel.passphrase
            width: parent.width

            onAccepted: page.viewModel.check()
            onEdited: text => page.viewModel.write("passphrase", text)
        }
    }
}
