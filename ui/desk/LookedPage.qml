pragma ComponentBehavior: Bound

import QtQuick
import ui.components

// What is in each bundle; nothing was taken in yet.
DeskPage {
    id: page

    required property TakeInViewModel viewModel

    lead: qsTr("Nothing was taken in yet.")
    objectName: "LookedPage"
    title: qsTr("What is in the bundles")

    actions: [
        ActionButton {
            enabled: page.viewModel.canTake
            focus: true
            label: qsTr("Take them in")
            objectName: "takeIn"
            primary: true

            onClicked: page.viewModel.takeIn()
        },
        ActionButton {
            label: qsTr("Back")
            objectName: "back"

            onClicked: page.viewModel.again()
        }
    ]

    Repeater {
        model: page.viewModel.looked.length

        Card {
            id: card

            required property int index

            readonly property var bundle: page.viewModel.looked[card.index] ?? ({})

            isTrouble: Boolean(card.bundle.isTrouble)
            title: String(card.bundle.name)
            width: parent?.width ?? 0

            Words {
                objectName: `told-${card.index}`
                text: String(card.bundle.told)
                width: card.inner
            }

            Words {
                strong: true
                text: String(card.bundle.key)
                visible: Boolean(card.bundle.asks)
                width: card.inner
            }

            Words {
                text: qsTr("Nobody named this key here. Compare it with the day sheet of that kiosk, or with what Check shows there.")
                visible: Boolean(card.bundle.asks)
                width: card.inner
            }

            PickTile {
                Accessible.role: Accessible.CheckBox
                chosen: Boolean(card.bundle.isBelieved)
                label: qsTr("I compared it: this is that kiosk's key")
                objectName: `believe-${card.index}`
                visible: Boolean(card.bundle.asks)
                width: card.inner

                onClicked: page.viewModel.believe(String(card.bundle.signer))
            }

            PickTile {
                Accessible.role: Accessible.CheckBox
                chosen: Boolean(card.bundle.isSalvaged)
                label: qsTr("Take what is whole")
                objectName: `salvage-${card.index}`
                visible: Boolean(card.bundle.canSalvage)
                width: card.inner

                onClicked: page.viewModel.salvage(String(card.bundle.path))
            }
        }
    }
}
