import QtQuick
import ui.components

// Where everything lies, and what is promised.
DeskPage {
    id: page

    required property SafetyViewModel viewModel

    objectName: "SafetyPage"
    title: qsTr("Safety")

    actions: [
        ActionButton {
            focus: true
            label: qsTr("Move the key to a stick …")
            objectName: "moveKey"
            primary: true
            visible: page.viewModel.isKeyHome

            onClicked: page.viewModel.turnTo("key")
        },
        ActionButton {
            label: qsTr("I forgot the PIN …")
            objectName: "forgotPin"
            visible: page.viewModel.isOpened

            onClicked: page.viewModel.turnTo("pin")
        }
    ]

    Card {
        title: qsTr("Where everything lies")
        visible: page.viewModel.isOpened
        width: parent.width

        FactTable {
            labelWidth: width * 0.25
            rows: page.viewModel.facts
            width: parent.width
        }

        Notice {
            text: page.viewModel.isKeyHome ? qsTr("As long as the key lies beside the answers, the six words alone protect them. Move it to a stick and lock that away.") : qsTr("The key was moved. You need that stick and the six words to read the answers.")
            width: parent.width
        }
    }

    Card {
        title: qsTr("What this program promises")
        width: parent.width

        LineList {
            lines: page.viewModel.promises
            width: parent.width
        }
    }
}
