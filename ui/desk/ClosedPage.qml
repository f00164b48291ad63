import QtQuick

// A consultation that has ended: its results are next.
DeskPage {
    id: page

    required property StandingViewModel viewModel

    lead: page.viewModel.lead
    objectName: "ClosedPage"
    title: String(page.viewModel.title.text)
    titleLanguage: String(page.viewModel.title.language)

    actions: [
        ActionButton {
            focus: true
            label: qsTr("See the results")
            objectName: "seeResults"
            primary: true

            onClicked: page.viewModel.seeResults()
        },
        ActionButton {
            label: qsTr("Other consultations")
            objectName: "chooseOther"

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
}
