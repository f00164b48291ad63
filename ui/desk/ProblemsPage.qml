pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import ui.theme

// What is wrong with a file, one card a finding, and whether it can be opened all the same.
FocusScope {
    id: page

    required property ProblemsViewModel viewModel

    objectName: "ProblemsPage"

    PageHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        lead: page.viewModel.lead
        title: page.viewModel.title
    }

    ListView {
        id: list

        anchors.bottom: foot.top
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.rightMargin: -5 * Theme.millimetre
        anchors.top: head.bottom
        boundsBehavior: Flickable.StopAtBounds
        cacheBuffer: 0
        clip: true
        focus: true
        model: page.viewModel.cards
        objectName: "cards"
        spacing: Theme.grid / 2

        T.ScrollBar.vertical: ScrollThumb {}
        delegate: Item {
            id: row

            required property var modelData

            height: card.height
            width: list.width

            ProblemCard {
                id: card

                anchors.left: parent.left
                modelData: row.modelData
                width: page.width
            }
        }

        Keys.onDownPressed: list.contentY = Math.min(list.contentY + list.height / 3, Math.max(list.originY, list.originY + list.contentHeight - list.height))
        Keys.onUpPressed: list.contentY = Math.max(list.originY, list.contentY - list.height / 3)
    }

    Flow {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        objectName: "foot"
        spacing: Theme.grid
        topPadding: Theme.grid

        ActionButton {
            label: page.viewModel.wayOn
            objectName: "openAnyway"
            primary: true
            visible: label !== ""

            onClicked: page.viewModel.openAnyway()
        }

        ActionButton {
            label: qsTr("Read it again")
            objectName: "lookAgain"
            primary: page.viewModel.wayOn === ""

            onClicked: page.viewModel.lookAgain()
        }

        ActionButton {
            label: qsTr("Save the list")
            objectName: "saveFindings"

            onClicked: page.viewModel.save()
        }

        ActionButton {
            label: qsTr("Back")
            objectName: "back"

            onClicked: page.viewModel.back()
        }
    }
}
