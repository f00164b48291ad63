pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The tools: at the same place on the real screen in every language, low enough to be reached.
Rectangle {
    id: tools

    required property KioskViewModel viewModel
    property bool upright: true
    property real screenHeight: 0

    readonly property bool isBare: tools.viewModel.isBare
    readonly property int count: (tools.isBare ? 2 : 4) + (tools.viewModel.canSwitch ? 1 : 0) + (tools.viewModel.canLeave ? 1 : 0)
    readonly property int rows: tools.width < 6 * 26 * Theme.millimetre ? 2 : 1
    // On a low screen they stand in pairs.
    readonly property bool isLow: tools.upright && tools.screenHeight < 6 * (Theme.target + tools.joints) - tools.joints
    readonly property int columns: tools.upright ? (tools.isLow ? 2 : 1) : tools.rows === 2 ? 3 : tools.count
    readonly property real along: (tools.width - (tools.columns - 1) * tools.gap) / tools.columns
    readonly property real joints: 3 * Theme.millimetre
    readonly property real gap: tools.upright && !tools.isLow ? Math.min(Theme.grid, (tools.height - tools.count * Theme.target) / (tools.count - 1)) : tools.joints
    readonly property real toolWidth: tools.upright ? (tools.width - joint.width - Theme.grid / 4 - (tools.columns - 1) * tools.gap) / tools.columns : tools.along

    readonly property real usualCapitals: Theme.staff * Math.min(Theme.textFactor, 1.25)
    // Beside each other the words have one size.
    readonly property real capitals: tools.columns === 1 ? tools.usualCapitals : tools.sharedBy([qsTr("Language"), qsTr("Text size"), qsTr("Contrast"), qsTr("Hide my screen"), qsTr("Help"), qsTr("I have to go")])

    function sharedBy(labels: var): real {
        const room = Theme.target - 7.2 * Theme.millimetre;
        const shares = labels.map(label => Typesetter.share(label, Theme.language, tools.usualCapitals, Theme.millimetre, false, tools.toolWidth - 0.8 * Theme.millimetre, room));
        return Typesetter.shrunk(Theme.language, tools.usualCapitals, Theme.millimetre, Math.min(...shares));
    }

    color: Theme.tile
    implicitHeight: tools.rows * (Theme.target + tools.joints) - tools.joints + Theme.grid / 2
    implicitWidth: (tools.isLow ? 46 : Theme.textStep === 1 ? 29 : 34) * Theme.millimetre
    objectName: "tools"

    Rectangle {
        id: joint

        color: Theme.grout
        height: tools.upright ? tools.height : Theme.hairline
        width: tools.upright ? Theme.hairline : tools.width
    }

    Grid {
        columns: tools.columns
        layoutDirection: Theme.rightToLeft ? Qt.RightToLeft : Qt.LeftToRight
        spacing: tools.gap
        x: tools.upright ? joint.width + Theme.grid / 8 : 0
        y: tools.upright ? Math.max(0, tools.height - height - Theme.grid) : Theme.grid / 4

        Deferred {
            visible: tools.viewModel.canSwitch
            width: tools.toolWidth

            sourceComponent: ToolButton {
                capitals: tools.capitals
                label: qsTr("Language")
                objectName: "switchLanguage"
                sign: Icons.language

                onClicked: tools.viewModel.switchLanguage()
            }
        }

        Deferred {
            width: tools.toolWidth

            sourceComponent: ToolButton {
                capitals: tools.capitals
                label: qsTr("Text size")
                objectName: "textSize"
                sign: Icons.textSize

                onClicked: tools.viewModel.nextTextSize()
            }
        }

        Deferred {
            width: tools.toolWidth

            sourceComponent: ToolButton {
                capitals: tools.capitals
                label: qsTr("Contrast")
                objectName: "contrast"
                sign: Icons.contrast

                onClicked: tools.viewModel.nextScheme()
            }
        }

        Deferred {
            visible: !tools.isBare
            width: tools.toolWidth

            sourceComponent: ToolButton {
                capitals: tools.capitals
                label: qsTr("Hide my screen")
                objectName: "hide"
                sign: Icons.hide

                onClicked: tools.viewModel.hide()
            }
        }

        Deferred {
            visible: !tools.isBare
            width: tools.toolWidth

            sourceComponent: ToolButton {
                capitals: tools.capitals
                label: qsTr("Help")
                objectName: "help"
                sign: Icons.help

                onClicked: tools.viewModel.help()
            }
        }

        Deferred {
            visible: tools.viewModel.canLeave
            width: tools.toolWidth

            sourceComponent: ToolButton {
                capitals: tools.capitals
                flips: Theme.rightToLeft
                label: qsTr("I have to go")
                objectName: "leave"
                sign: Icons.leave

                onClicked: tools.viewModel.leave()
            }
        }
    }
}
