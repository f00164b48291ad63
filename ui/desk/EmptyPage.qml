import QtQuick
import ui.components

// Nothing to show yet: why, and what to do next.
DeskPage {
    id: page

    required property EmptyViewModel viewModel

    readonly property var titles: ({
            "today": qsTr("Today"),
            "consultation": qsTr("Consultation"),
            "languages": qsTr("Languages"),
            "results": qsTr("Results"),
            "safety": qsTr("Safety")
        })

    objectName: "EmptyPage"
    title: String(page.titles[page.viewModel.place])

    actions: ActionButton {
        focus: true
        label: qsTr("Go to Today")
        objectName: "goToToday"
        primary: true
        visible: page.viewModel.canGo

        onClicked: page.viewModel.goToToday()
    }

    Card {
        visible: page.viewModel.text !== ""
        width: parent.width

        Words {
            objectName: "reason"
            text: page.viewModel.text
            width: parent.width
        }
    }
}
