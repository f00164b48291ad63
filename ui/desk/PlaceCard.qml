pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Where something goes: a stick that is in, or a folder.
Card {
    id: card

    property var sticks: []
    property string place: ""
    property real half: card.inner

    signal accepted
    signal browsed
    signal edited(text: string)
    signal looked

    title: qsTr("Where to?")

    Words {
        text: qsTr("No stick is in. Put one in and look again, or choose a folder.")
        visible: card.sticks.length === 0
        width: card.inner
    }

    Repeater {
        model: card.sticks

        PickTile {
            required property var modelData

            chosen: modelData.chosen
            label: String(modelData.name)
            objectName: `stick-${modelData.name}`
            width: card.inner

            onClicked: card.edited(String(modelData.path))
        }
    }

    TypedField {
        focus: true
        isPlain: true
        label: qsTr("Folder")
        name: "place"
        text: card.place
        width: card.inner

        onAccepted: card.accepted()
        onEdited: text => card.edited(text)
    }

    Flow {
        spacing: Theme.grid
        width: card.inner

        ActionButton {
            label: qsTr("Choose a folder …")
            objectName: "browse"

            onClicked: card.browsed()
        }

        ActionButton {
            label: qsTr("Look for sticks again")
            objectName: "look"

            onClicked: card.looked()
        }
    }
}
