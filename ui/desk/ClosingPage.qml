pragma ComponentBehavior: Bound

import QtQuick

// The end, asked a second time.
DeskPage {
    id: page

    required property StandingViewModel viewModel

    lead: page.viewModel.summary
    objectName: "ClosingPage"
    title: qsTr("Close for good?")

    actions: [
        ActionButton {
            focus: true
            label: qsTr("Keep it open")
            objectName: "keepOpen"
            primary: true

            onClicked: page.viewModel.keepOpen()
        },
        ActionButton {
            grave: true
            label: qsTr("Close for good")
            objectName: "closeForGood"

            onClicked: page.viewModel.closeForGood()
        }
    ]

    Card {
        width: parent.width

        LineList {
            lines: [qsTr("Nobody can answer any more, on no day and on no kiosk."), qsTr("After that your six words open the answers."), qsTr("It cannot be undone: a closed consultation does not open again.")]
            width: parent.width
        }
    }
}
