import QtQuick

// The numbers of the day on a paper to sign.
DeskPage {
    id: page

    required property DaySheetViewModel viewModel

    lead: qsTr("One page to print and to sign, in the language of this desk.")
    objectName: "DaySheetPage"
    title: qsTr("Day sheet")

    actions: [
        ActionButton {
            label: qsTr("Write the sheet")
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
        title: qsTr("What is on it")
        width: parent.width

        LineList {
            lines: page.viewModel.contents
            width: parent.width
        }
    }

    PlaceCard {
        place: page.viewModel.place
        sticks: page.viewModel.sticks
        width: parent.width

        onAccepted: page.viewModel.make()
        onBrowsed: page.viewModel.browse()
        onEdited: text => page.viewModel.write("place", text)
        onLooked: page.viewModel.look()
    }
}
