pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The six places of the desk, and below them how the desk itself looks and speaks.
Rectangle {
    id: rail

    required property DeskViewModel viewModel

    readonly property var places: [
        {
            "name": "today",
            "sign": Icons.day,
            "label": qsTr("Today")
        },
        {
            "name": "consultation",
            "sign": Icons.paper,
            "label": qsTr("Consultation")
        },
        {
            "name": "languages",
            "sign": Icons.language,
            "label": qsTr("Languages")
        },
        {
            "name": "results",
            "sign": Icons.chart,
            "label": qsTr("Results")
        },
        {
            "name": "sticks",
            "sign": Icons.stick,
            "label": qsTr("Sticks and paper")
        },
        {
            "name": "safety",
            "sign": Icons.lock,
            "label": qsTr("Safety")
        }
    ]

    color: Theme.tile
    width: 98 * Theme.millimetre

    Rectangle {
        anchors.bottom: parent.bottom
        anchors.right: parent.right
        anchors.top: parent.top
        color: Theme.grout
        opacity: 0.6
        width: Theme.hairline
    }

    Column {
        anchors.left: parent.left
        anchors.margins: Theme.grid
        anchors.right: parent.right
        anchors.top: parent.top
        spacing: Theme.millimetre

        Item {
            height: 22 * Theme.millimetre
            width: parent.width

            Azulejo {
                id: mark

                anchors.left: parent.left
                anchors.top: parent.top
                height: 14 * Theme.millimetre
                width: height
            }

            Words {
                anchors.left: mark.right
                anchors.leftMargin: 3 * Theme.millimetre
                anchors.right: parent.right
                anchors.verticalCenter: mark.verticalCenter
                color: Theme.azulejo
                language: "en"
                room: mark.height
                strong: true
                text: "ICC Consult"
            }
        }

        Repeater {
            model: rail.places

            RailTile {
                id: tile

                required property var modelData
                required property int index

                chosen: modelData.name === rail.viewModel.rail
                label: String(modelData.label)
                objectName: `rail-${modelData.name}`
                sign: String(modelData.sign)
                width: parent.width

                onClicked: rail.viewModel.go(String(modelData.name))

                Shortcut {
                    sequence: `Ctrl+${tile.index + 1}`

                    onActivated: rail.viewModel.go(String(tile.modelData.name))
                }
            }
        }
    }

    Column {
        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.grid
        anchors.right: parent.right
        spacing: Theme.millimetre

        RailTile {
            Accessible.description: qsTr("The desk's own language")
            label: rail.viewModel.endonym
            objectName: "language"
            sign: Icons.language
            width: parent.width

            onClicked: rail.viewModel.openLanguages()
        }

        RailTile {
            label: qsTr("Text size")
            objectName: "textSize"
            sign: Icons.textSize
            width: parent.width

            onClicked: rail.viewModel.nextSize()
        }

        RailTile {
            label: qsTr("Contrast")
            objectName: "contrast"
            sign: Icons.contrast
            width: parent.width

            onClicked: rail.viewModel.nextScheme()
        }
    }
}
