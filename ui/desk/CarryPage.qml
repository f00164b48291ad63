import QtQuick
import ui.components

// Everything goes onto a stick.
DeskPage {
    id: page

    required property CarryViewModel viewModel

    lead: qsTr("Everything that was answered so far goes onto the stick, sealed. It stays here too. Who finds the stick can read nothing.")
    objectName: "CarryPage"
    title: qsTr("Carry to the city")

    actions: [
        ActionButton {
            label: qsTr("Write it")
            objectName: "carry"
            primary: true

            onClicked: page.viewModel.carry()
        },
        ActionButton {
            label: qsTr("Show as pictures …")
            objectName: "draw"

            onClicked: page.viewModel.draw()
        },
        ActionButton {
            label: qsTr("Back")
            objectName: "back"

            onClicked: page.viewModel.back()
        }
    ]

    Notice {
        text: qsTr("Where sticks are forbidden, pictures on this screen carry the same to a camera.")
        width: parent.width
    }

    PlaceCard {
        place: page.viewModel.place
        sticks: page.viewModel.sticks
        width: parent.width

        onAccepted: page.viewModel.carry()
        onBrowsed: page.viewModel.browse()
        onEdited: text => page.viewModel.write("place", text)
        onLooked: page.viewModel.look()
    }

    Card {
        visible: page.viewModel.asksWords
        width: parent.width

        TypedField {
            hint: qsTr("This consultation is an older one: what leaves is locked with them.")
            isPlain: true
            isSecret: true
            label: qsTr("The six words")
            name: "passphrase"
            text: page.viewModel.passphrase
            width: parent.width

            onAccepted: page.viewModel.carry()
            onEdited: text => page.viewModel.write("passphrase", text)
        }
    }
}
