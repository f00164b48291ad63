import QtQuick
import ui.components
import ui.theme

// Who asks, what becomes of half an answer, and the staff PIN.
DeskPage {
    id: page

    required property TermsViewModel viewModel

    readonly property real tallest: Math.max(told.implicitHeight, staff.implicitHeight)

    lead: qsTr("Before you open it: what residents are told, and a PIN for the staff.")
    objectName: "TermsPage"
    title: String(page.viewModel.title.text)
    titleLanguage: String(page.viewModel.title.language)

    actions: [
        ActionButton {
            label: qsTr("Continue")
            objectName: "agree"
            primary: true

            onClicked: page.viewModel.agree()
        },
        ActionButton {
            label: qsTr("Back")
            objectName: "back"

            onClicked: page.viewModel.back()
        }
    ]

    Flow {
        spacing: Theme.grid
        width: parent.width

        Card {
            id: told

            height: page.isWide ? page.tallest : told.implicitHeight
            title: qsTr("Residents are told")
            width: page.half

            TypedField {
                focus: true
                hint: qsTr("For example the city and the department.")
                label: qsTr("Who asks?")
                name: "controller"
                text: page.viewModel.controller
                width: parent.width

                onAccepted: page.viewModel.agree()
                onEdited: text => page.viewModel.write("controller", text)
            }

            TypedField {
                hint: qsTr("A telephone number, an address or a room.")
                label: qsTr("Where can residents ask about it?")
                name: "contact"
                text: page.viewModel.contact
                width: parent.width

                onAccepted: page.viewModel.agree()
                onEdited: text => page.viewModel.write("contact", text)
            }

            Words {
                strong: true
                text: qsTr("If somebody leaves before the end")
                width: parent.width
            }

            PickTile {
                chosen: page.viewModel.keeps
                label: qsTr("Keep what was answered. The resident may also delete it.")
                objectName: "policy-keep"
                width: parent.width

                onClicked: page.viewModel.setPolicy("keep")
            }

            PickTile {
                chosen: !page.viewModel.keeps
                label: qsTr("Keep nothing. Only complete answers count.")
                objectName: "policy-discard"
                width: parent.width

                onClicked: page.viewModel.setPolicy("discard")
            }
        }

        Card {
            id: staff

            height: page.isWide ? page.tallest : staff.implicitHeight
            title: qsTr("For the staff")
            width: page.half

            TypedField {
                hasDigits: true
                hint: qsTr("4 to 12 digits. It starts and ends the day.")
                isSecret: true
                label: qsTr("Staff PIN")
                name: "pin"
                text: page.viewModel.pin
                width: parent.width

                onAccepted: page.viewModel.agree()
                onEdited: text => page.viewModel.write("pin", text)
            }

            TypedField {
                hasDigits: true
                hint: qsTr("Type it a second time.")
                isSecret: true
                label: qsTr("The same PIN again")
                name: "pinAgain"
                text: page.viewModel.pinAgain
                width: parent.width

                onAccepted: page.viewModel.agree()
                onEdited: text => page.viewModel.write("pinAgain", text)
            }

            Words {
                strong: true
                text: qsTr("Who may answer?")
                width: parent.width
            }

            PickTile {
                chosen: page.viewModel.admission === "honour"
                label: qsTr("Everybody who comes.")
                objectName: "admission-honour"
                width: parent.width

                onClicked: page.viewModel.setAdmission("honour")
            }

            PickTile {
                chosen: page.viewModel.admission === "staff"
                label: qsTr("Whom the staff lets begin.")
                objectName: "admission-staff"
                width: parent.width

                onClicked: page.viewModel.setAdmission("staff")
            }

            PickTile {
                chosen: page.viewModel.admission === "vouchers"
                label: qsTr("Who brings a voucher. They are printed in Sticks and paper.")
                objectName: "admission-vouchers"
                width: parent.width

                onClicked: page.viewModel.setAdmission("vouchers")
            }
        }
    }

    PlainnessCard {
        leadsOn: true
        lines: page.viewModel.plainness
        width: parent.width

        onAsked: page.viewModel.readRemarks()
    }
}
