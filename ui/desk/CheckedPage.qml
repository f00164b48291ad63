import QtQuick

// What a check found: words before numbers.
DeskPage {
    id: page

    required property CheckViewModel viewModel

    objectName: "CheckedPage"
    title: page.viewModel.verdict

    actions: [
        ActionButton {
            focus: true
            label: qsTr("Done")
            objectName: "done"
            primary: true

            onClicked: page.viewModel.back()
        },
        ActionButton {
            label: qsTr("Check something else")
            objectName: "again"

            onClicked: page.viewModel.again()
        }
    ]

    FlawCard {
        flaws: page.viewModel.findings
        title: qsTr("What does not fit")
        width: parent.width
    }

    Card {
        title: qsTr("What was checked")
        width: parent.width

        FactTable {
            rows: page.viewModel.facts
            width: parent.width
        }
    }
}
