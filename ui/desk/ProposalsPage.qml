pragma ComponentBehavior: Bound

import QtQuick

// What residents proposed: read here, taken into the next revision or left out.
DeskPage {
    id: page

    required property ProposalsViewModel viewModel

    lead: page.viewModel.lead
    objectName: "ProposalsPage"
    title: qsTr("Proposals of residents")

    actions: [
        ActionButton {
            enabled: page.viewModel.canRevise
            label: qsTr("Make the next revision")
            objectName: "revise"
            primary: page.viewModel.canRevise

            onClicked: page.viewModel.revise()
        },
        ActionButton {
            label: qsTr("Back to the results")
            objectName: "back"

            onClicked: page.viewModel.back()
        }
    ]

    Repeater {
        model: page.viewModel.proposals.length

        ProposalCard {
            required property int index

            proposal: page.viewModel.proposals[index] ?? ({})
            reasons: page.viewModel.reasons
            width: parent?.width ?? 0

            onAccepted: page.viewModel.accept(name)
            onPicked: page.viewModel.pick(name)
            onRejected: reason => page.viewModel.reject(name, reason)
        }
    }
}
