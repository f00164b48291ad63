pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// One place for a copy: where it is, what lies there, and how to name another.
Card {
    id: card

    required property int number
    required property var place
    required property var sticks

    readonly property string field: String(card.place.field)
    readonly property string text: String(card.place.text)

    signal accepted
    signal browsed(field: string)
    signal edited(field: string, text: string)
    signal looked

    isTrouble: Boolean(card.place.isTrouble)
    title: card.number === 0 ? qsTr("First place") : qsTr("Second place")

    Words {
        objectName: `told-${card.field}`
        strong: true
        text: String(card.place.told)
        visible: card.place.told !== ""
        width: card.inner
    }

    TypedField {
        focus: card.number === 0
        isPlain: true
        label: qsTr("Folder")
        name: card.field
        text: card.text
        width: card.inner

        onAccepted: card.accepted()
        onEdited: text => card.edited(card.field, text)
    }

    Flow {
        spacing: Theme.grid
        width: card.inner

        Repeater {
            model: card.sticks

            ActionButton {
                required property var modelData

                chosen: card.text === modelData.path
                label: String(modelData.name)
                objectName: `${card.field}-stick-${modelData.name}`
                sign: Icons.stick

                onClicked: card.edited(card.field, String(modelData.path))
            }
        }

        ActionButton {
            label: qsTr("Choose a folder …")
            objectName: `browse-${card.field}`

            onClicked: card.browsed(card.field)
        }

        ActionButton {
            label: qsTr("Look again")
            objectName: `look-${card.field}`

            onClicked: card.looked()
        }
    }
}
