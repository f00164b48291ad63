pragma ComponentBehavior: Bound

import QtQuick
import ui.components

// What went wrong, until somebody has read it.
Card {
    id: card

    property var troubles: []

    signal seen

    isTrouble: true
    title: qsTr("Something went wrong")
    visible: card.troubles.length > 0

    Repeater {
        model: card.troubles

        Words {
            required property string modelData

            objectName: "trouble"
            text: modelData
            width: card.inner
        }
    }

    ActionButton {
        anchors.left: parent.left
        label: qsTr("I have read it")
        objectName: "seeTrouble"

        onClicked: card.seen()
    }
}
