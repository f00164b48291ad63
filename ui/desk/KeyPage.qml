import QtQuick

// The key goes to a stick.
DeskPage {
    id: page

    required property SafetyViewModel viewModel

    lead: qsTr("The key file is copied, the copy is checked, and only then it is deleted from this computer.")
    objectName: "KeyPage"
    title: qsTr("Move the key to a stick")

    actions: [
        ActionButton {
            label: qsTr("Move the key")
            objectName: "carryKey"
            primary: true

            onClicked: page.viewModel.carryKey()
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
            isPlain: true
            label: qsTr("Folder on the stick")
            name: "stick"
            text: page.viewModel.stick
            width: parent.width

            onAccepted: page.viewModel.carryKey()
            onEdited: text => page.viewModel.write("stick", text)
        }

        ActionButton {
            anchors.left: parent.left
            label: qsTr("Choose a folder …")
            objectName: "browse"

            onClicked: page.viewModel.browse()
        }
    }
}
