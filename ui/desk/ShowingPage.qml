import QtQuick
import ui.components
import ui.theme

// Pictures pass before a camera, fewer than three a second, until they are stopped.
FocusScope {
    id: page

    required property ShowingViewModel viewModel

    readonly property real room: Math.floor(Math.min(stage.width, stage.height))
    readonly property int enlarged: code.implicitWidth > 0 ? Math.max(1, Math.floor(page.room / code.implicitWidth)) : 1

    // Half the spare room, so that modules begin where pixels do.
    function aligned(spare: real, from: real): real {
        return Math.round(from + spare / 2) - from;
    }

    focus: true
    objectName: "ShowingPage"

    Timer {
        interval: 350
        repeat: true
        running: !page.viewModel.isHeld

        onTriggered: page.viewModel.turn()
    }

    Item {
        id: stage

        anchors.bottom: foot.top
        anchors.bottomMargin: Theme.grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top

        Rectangle {
            anchors.centerIn: parent
            color: "white"
            height: width
            width: page.room
        }

        Image {
            id: code

            Accessible.name: qsTr("Pictures for a camera")
            Accessible.role: Accessible.Graphic
            cache: false
            height: code.implicitHeight * page.enlarged
            objectName: "code"
            smooth: false
            source: page.viewModel.picture
            width: code.implicitWidth * page.enlarged
            x: page.aligned(stage.width - code.width, stage.mapToItem(null, 0, 0).x)
            y: page.aligned(stage.height - code.height, stage.mapToItem(null, 0, 0).y)
        }
    }

    Flow {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.right: parent.right
        objectName: "foot"
        spacing: Theme.grid

        ActionButton {
            focus: true
            label: qsTr("Stop")
            objectName: "stop"
            primary: true
            sign: Icons.cross

            onClicked: page.viewModel.back()
        }

        ActionButton {
            label: page.viewModel.isHeld ? qsTr("Go on") : qsTr("Hold")
            objectName: "hold"

            onClicked: page.viewModel.hold()
        }

        Item {
            height: Theme.target
            width: words.width

            Words {
                id: words

                anchors.verticalCenter: parent.verticalCenter
                objectName: "told"
                text: page.viewModel.told
                width: Math.min(page.width, 120 * Theme.millimetre)
            }
        }
    }
}
