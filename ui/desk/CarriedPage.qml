import QtQuick

// The stick gave back what was written on it.
DeskPage {
    id: page

    required property CarryViewModel viewModel

    lead: qsTr("It was written, read back from the stick, and compared.")
    objectName: "CarriedPage"
    title: qsTr("You may remove the stick")

    actions: ActionButton {
        focus: true
        label: qsTr("Done")
        objectName: "done"
        primary: true

        onClicked: page.viewModel.back()
    }

    FlawCard {
        flaws: page.viewModel.findings
        title: qsTr("Not everything fits. Tell the city about it.")
        width: parent.width
    }

    Card {
        title: qsTr("What is on it")
        width: parent.width

        FactTable {
            rows: page.viewModel.facts
            width: parent.width
        }
    }
}
