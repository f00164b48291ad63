import QtQuick

// Vouchers: how many there are, more of them, and one that is taken back.
DeskPage {
    id: page

    required property VouchersViewModel viewModel

    lead: qsTr("A voucher is a card that lets one person answer once. Nobody can tell afterwards who used which.")
    objectName: "VouchersPage"
    title: qsTr("Vouchers")

    actions: [
        ActionButton {
            enabled: page.viewModel.isOpen
            label: qsTr("Make them")
            objectName: "make"
            primary: true

            onClicked: page.viewModel.make()
        },
        ActionButton {
            label: qsTr("Back")
            objectName: "back"

            onClicked: page.viewModel.back()
        }
    ]

    Card {
        title: qsTr("So far")
        width: parent.width

        FactTable {
            rows: page.viewModel.facts
            width: parent.width
        }
    }

    Card {
        title: qsTr("More vouchers")
        visible: page.viewModel.isOpen
        width: parent.width

        TypedField {
            focus: true
            hasDigits: true
            hint: qsTr("Ten are on a page. Make a few more than you need.")
            label: qsTr("How many?")
            name: "count"
            text: page.viewModel.count
            width: parent.width

            onAccepted: page.viewModel.make()
            onEdited: text => page.viewModel.write("count", text)
        }
    }

    PlaceCard {
        place: page.viewModel.place
        sticks: page.viewModel.sticks
        visible: page.viewModel.isOpen
        width: parent.width

        onAccepted: page.viewModel.make()
        onBrowsed: page.viewModel.browse()
        onEdited: text => page.viewModel.write("place", text)
        onLooked: page.viewModel.look()
    }

    Card {
        title: qsTr("Take one back")
        visible: page.viewModel.isOpen
        width: parent.width

        TypedField {
            hint: qsTr("Scan the card, or type its letters and digits. An answer that was given with it stays.")
            isPlain: true
            label: qsTr("Code")
            name: "code"
            text: page.viewModel.code
            width: parent.width

            onAccepted: page.viewModel.revoke()
            onEdited: text => page.viewModel.write("code", text)
        }

        ActionButton {
            anchors.left: parent.left
            grave: true
            label: qsTr("Take it back")
            objectName: "revoke"

            onClicked: page.viewModel.revoke()
        }
    }
}
