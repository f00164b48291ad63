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
    readonly property int most: 6
    readonly property int rows: tools.width < tools.most * 26 * Theme.millimetre ? 2 : 1
    // On a low screen they stand in pairs.
    readonly property bool isLow: tools.upright && tools.screenHeight < tools.most * (Theme.target + tools.joints) - tools.joints
    readonly property int columns: tools.columnsOf(tools.count)
    readonly property real joints: 3 * Theme.millimetre
    readonly property real gap: tools.upright && !tools.isLow ? Math.min(Theme.grid, (tools.height - tools.count * Theme.target) / (tools.count - 1)) : tools.joints
    readonly property real toolWidth: tools.widthOf(tools.count)

    readonly property real usualCapitals: Theme.staff * Math.min(Theme.textFactor, 1.25)
    // Beside each other the words have one size.
    readonly property real capitals: tools.columns === 1 || Theme.isHushed ? tools.usualCapitals : tools.sharedIn(Theme.language, tools.count)

    function columnsOf(count: int): int {
        return tools.upright ? (tools.isLow ? 2 : 1) : tools.rows === 2 ? 3 : count;
    }

    function widthOf(count: int): real {
        const columns = tools.columnsOf(count);
        const beside = tools.upright ? joint.width + Theme.grid / 4 : 0;
        return (tools.width - beside - (columns - 1) * tools.gap) / columns;
    }

    // In letters of this size so many of them fit.
    function sharedIn(language: string, count: int): real {
        const shares = tools.sharesOf(language, tools.usualCapitals, count);
        return Typesetter.shrunk(language, tools.usualCapitals, Theme.millimetre, Math.min(...shares));
    }

    function sharesOf(language: string, capitals: real, count: int): var {
        const labels = [qsTr("Language"), qsTr("Text size"), qsTr("Contrast"), qsTr("Hide my screen"), qsTr("Help"), qsTr("I have to go")];
        const width = tools.widthOf(count) - 0.8 * Theme.millimetre;
        const room = Theme.target - 7.2 * Theme.millimetre;
        return labels.map(label => Typesetter.share(label, language, capitals, Theme.millimetre, false, width, room));
    }

    // Measures all of them before anybody reads them.
    function rehearse(language: string) {
        const capitals = tools.sharedIn(language, tools.most);
        tools.sharesOf(language, tools.columnsOf(tools.most) === 1 ? tools.usualCapitals : capitals, tools.most);
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
