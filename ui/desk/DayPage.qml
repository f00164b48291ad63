pragma ComponentBehavior: Bound

import QtQuick

// An open consultation: totals a day and nothing more, and the start of the day.
DeskPage {
    id: page

    required property StandingViewModel viewModel

    lead: page.viewModel.lead
    objectName: "DayPage"
    title: String(page.viewModel.title.text)
    titleLanguage: String(page.viewModel.title.language)

    actions: [
        ActionButton {
            label: qsTr("Start the day")
            objectName: "startDay"
            primary: true

            onClicked: page.viewModel.start()
        },
        ActionButton {
            grave: true
            label: qsTr("Close for good …")
            objectName: "askToClose"

            onClicked: page.viewModel.askToClose()
        },
        ActionButton {
            label: qsTr("Other consultations")
            objectName: "chooseOther"
            quiet: true

            onClicked: page.viewModel.chooseOther()
        }
    ]

    TroubleCard {
        troubles: page.viewModel.troubles
        width: parent.width

        onSeen: page.viewModel.seeTrouble()
    }

    Card {
        title: page.viewModel.summary
        width: parent.width

        DayTable {
            rows: page.viewModel.days
            width: parent.width
        }
    }

    Card {
        width: parent.width

        TypedField {
            focus: true
            hasDigits: true
            hint: qsTr("With it the screen becomes the kiosk. Five touches in its upper left corner and the PIN end the day.")
            isSecret: true
            label: qsTr("Staff PIN")
            name: "staffPin"
            text: page.viewModel.pin
            width: parent.width

            onAccepted: page.viewModel.start()
            onEdited: text => page.viewModel.writePin(text)
        }
    }
}
