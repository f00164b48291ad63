import QtQuick
import ui.components
import ui.theme

// The start window: a wall of tiles with two doors in it.
Rectangle {
    id: doors

    required property DoorsViewModel viewModel
    required property real millimetre

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: doors.viewModel.rightToLeft
    color: Theme.paper

    Binding {
        property: "millimetre"
        target: Theme
        value: doors.millimetre * 0.7
    }

    Binding {
        property: "language"
        target: Theme
        value: doors.viewModel.language
    }

    Binding {
        property: "rightToLeft"
        target: Theme
        value: doors.viewModel.rightToLeft
    }

    AzulejoWall {
        anchors.fill: parent
    }

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.grout
        border.width: Theme.hairline
        color: Theme.paper
        height: column.height + 4 * Theme.grid
        radius: Theme.radius
        width: Math.min(parent.width - 4 * Theme.grid, 300 * Theme.millimetre)

        Column {
            id: column

            anchors.left: parent.left
            anchors.margins: 2 * Theme.grid
            anchors.right: parent.right
            anchors.top: parent.top
            spacing: 2 * Theme.grid

            Words {
                Accessible.role: Accessible.Heading
                capitals: Theme.statement
                centred: true
                color: Theme.azulejo
                language: "en"
                strong: true
                text: "ICC Consult"
                width: parent.width
            }

            Words {
                centred: true
                objectName: "lead"
                text: qsTr("Residents answer in their own language: offline, anonymously, in five minutes.")
                width: parent.width
            }

            Row {
                id: row

                readonly property real half: (row.width - row.spacing) / 2

                spacing: 2 * Theme.grid
                width: parent.width

                DoorTile {
                    id: kiosk

                    focus: true
                    height: Math.max(kiosk.implicitHeight, desk.implicitHeight)
                    label: qsTr("Try the kiosk")
                    objectName: "tryKiosk"
                    says: qsTr("See what residents see. Nothing is stored.")
                    sign: Icons.touch
                    width: row.half

                    onClicked: doors.viewModel.tryKiosk()
                }

                DoorTile {
                    id: desk

                    height: kiosk.height
                    label: qsTr("Desk")
                    objectName: "goToDesk"
                    primary: true
                    says: qsTr("Open a consultation, start the day, read the results.")
                    sign: Icons.day
                    width: row.half

                    onClicked: doors.viewModel.goToDesk()
                }
            }
        }
    }
}
