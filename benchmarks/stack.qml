import QtQuick
import QtQuick.Controls.Basic

// The yardstick of a tap: it pushes an empty page.
Item {
    StackView {
        id: stack

        anchors.fill: parent
        initialItem: Item {}
    }

    Component {
        id: nothing

        Item {
            objectName: "pushed"
        }
    }

    TapHandler {
        onTapped: stack.push(nothing, StackView.Immediate)
    }
}
