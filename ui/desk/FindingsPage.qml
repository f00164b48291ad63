pragma ComponentBehavior: Bound

import QtQuick
import QtQuick.Templates as T
import ui.theme

// What the answers say: facts in bands, then one card an item.
FocusScope {
    id: page

    required property FindingsViewModel viewModel

    objectName: "FindingsPage"

    PageHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        lead: page.viewModel.lead
        title: qsTr("Results")
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
        spacing: Theme.grid

        T.ScrollBar.vertical: ScrollThumb {}
        delegate: Item {
            id: row

            required property var modelData

            height: card.height
            width: list.width

            FindingCard {
                id: card

                anchors.left: parent.left
                modelData: row.modelData
                width: page.width
            }
        }
        header: Item {
            height: facts.height + Theme.grid
            width: list.width

            onHeightChanged: Qt.callLater(list.positionViewAtBeginning)

            Card {
                id: facts

                anchors.left: parent.left
                width: page.width

                Repeater {
                    model: page.viewModel.facts

                    BandRow {
                        width: facts.inner
                    }
                }
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
        spacing: Theme.grid
        topPadding: Theme.grid

        ActionButton {
            label: qsTr("Export …")
            objectName: "askWhereTo"
            primary: true

            onClicked: page.viewModel.export()
        }

        ActionButton {
            label: page.viewModel.proposals
            objectName: "moderate"
            visible: label !== ""

            onClicked: page.viewModel.moderate()
        }

        ActionButton {
            label: qsTr("Lock again")
            objectName: "lock"
            sign: Icons.lock

            onClicked: page.viewModel.lock()
        }
    }
}
