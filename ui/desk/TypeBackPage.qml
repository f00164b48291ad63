import QtQuick
import ui.components

// The six words from the paper, and then the consultation opens.
DeskPage {
    id: page

    required property PassphraseViewModel viewModel

    lead: qsTr("From your paper, with a space between them: so you know that it is right.")
    objectName: "TypeBackPage"
    title: qsTr("Type the six words")

    actions: [
        ActionButton {
            label: qsTr("Open")
            objectName: "open"
            primary: true

            onClicked: page.viewModel.open()
        },
        ActionButton {
            label: qsTr("Draw six other words")
            objectName: "drawAgain"

            onClicked: page.viewModel.drawAgain()
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
            label: qsTr("The six words")
            name: "sixWords"
            touched: "words"
            text: page.viewModel.typed
            width: parent.width

            onAccepted: page.viewModel.open()
            onEdited: text => page.viewModel.write(text)
        }

        Notice {
            text: qsTr("When you press Open, this screen becomes the kiosk. Five touches in its upper left corner and the PIN bring you back here.")
            width: parent.width
        }
    }
}
