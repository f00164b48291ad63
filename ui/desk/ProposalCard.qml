pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One sentence of a resident, what became of it, and what can be decided.
Card {
    id: card

    required property var proposal
    required property var reasons

    readonly property string name: String(card.proposal.id)

    signal accepted
    signal picked
    signal rejected(reason: string)

    objectName: `proposal-${card.name}`

    Words {
        Accessible.role: Accessible.Heading
        horizontalAlignment: Text.AlignLeft
        language: String(card.proposal.language)
        strong: true
        text: String(card.proposal.text)
        width: card.inner
    }

    Words {
        capitals: Theme.help * 0.85
        color: Theme.inkSoft
        text: String(card.proposal.told)
        width: card.inner
    }

    Flow {
        spacing: Theme.grid
        width: card.inner

        ActionButton {
            Accessible.checkable: true
            Accessible.name: `${label}: ${card.proposal.text}`
            chosen: card.proposal.isAccepted
            label: qsTr("Accept")
            objectName: `accept-${card.name}`
            sign: Icons.tick

            onClicked: card.accepted()
        }

        ActionButton {
            Accessible.checkable: true
            Accessible.name: `${label}: ${card.proposal.text}`
            chosen: card.proposal.isRejected
            label: qsTr("Leave out …")
            objectName: `leave-${card.name}`
            sign: Icons.cross

            onClicked: card.picked()
        }
    }

    Words {
        text: qsTr("Why is it left out?")
        visible: card.proposal.isPicked
        width: card.inner
    }

    Repeater {
        model: card.proposal.isPicked ? card.reasons : []

        PickTile {
            required property var modelData

            chosen: card.proposal.isRejected && card.proposal.reason === modelData.code
            label: String(modelData.text)
            objectName: `reason-${modelData.code}`
            width: card.inner

            onClicked: card.rejected(String(modelData.code))
        }
    }
}
