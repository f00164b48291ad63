import QtQuick

// What the bundles came to.
DeskPage {
    id: page

    required property TakeInViewModel viewModel

    lead: page.viewModel.lead
    objectName: "TakenPage"
    title: page.viewModel.title

    actions: [
        ActionButton {
            focus: true
            label: qsTr("Done")
            objectName: "done"
            primary: true

            onClicked: page.viewModel.back()
        },
        ActionButton {
            label: qsTr("Go to what came together")
            objectName: "goThere"

            onClicked: page.viewModel.goThere()
        }
    ]

    FlawCard {
        flaws: page.viewModel.findings
        title: qsTr("What does not fit")
        width: parent.width
    }

    Card {
        title: qsTr("Everything together")
        width: parent.width

        FactTable {
            rows: page.viewModel.facts
            width: parent.width
        }
    }
}
