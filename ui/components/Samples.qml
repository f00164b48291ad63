pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// Every component in every state, to look at.
Rectangle {
    id: samples

    required property real millimetre
    property string scheme: "light"
    property int textStep: 1

    readonly property real third: (samples.width - 4 * Theme.grid) / 3

    color: Theme.paper

    Binding {
        property: "millimetre"
        target: Theme
        value: samples.millimetre
    }

    Binding {
        property: "scheme"
        target: Theme
        value: samples.scheme
    }

    Binding {
        property: "textStep"
        target: Theme
        value: samples.textStep
    }

    AzulejoWall {
        id: wall

        glazed: wall.columns - 3
        height: 28 * Theme.millimetre
        width: samples.width
    }

    Flow {
        anchors.fill: parent
        anchors.margins: Theme.grid
        anchors.topMargin: wall.height + Theme.grid
        spacing: Theme.grid

        ProgressTiles {
            count: 12
            done: 5
            height: Theme.target / 2
            text: "5 / 12"
            width: 2 * samples.third
        }

        Azulejo {
            height: Theme.target
            width: height
        }

        Repeater {
            model: ["", "primary", "grave", "quiet", "chosen", "signed", "off"]

            BigButton {
                required property string modelData

                chosen: modelData === "chosen" || modelData === "signed"
                enabled: modelData !== "off"
                grave: modelData === "grave"
                label: modelData || "button"
                primary: modelData === "primary"
                quiet: modelData === "quiet"
                sign: modelData === "grave" ? Icons.trash : ""
                signed: modelData === "signed"
                width: samples.third / 2
            }
        }

        Repeater {
            model: 4

            ChoiceTile {
                required property int index

                chosen: index % 2 === 1
                label: index < 2 ? "one" : "many"
                many: index > 1
                width: samples.third / 1.5
            }
        }

        Repeater {
            model: [Icons.language, Icons.textSize, Icons.contrast, Icons.hide, Icons.help, Icons.leave]

            ToolButton {
                required property string modelData

                label: "tool"
                quiet: false
                sign: modelData
                width: 26 * Theme.millimetre
            }
        }

        Notice {
            text: "A notice, for what a person should know and need not act on."
            width: samples.third
        }

        SheetTurner {
            count: 3
            current: 1
            height: Theme.target
            width: samples.third
        }

        Words {
            balanced: true
            capitals: Theme.statement
            strong: true
            text: "A statement in letters of nine millimetres."
            width: 2 * samples.third
        }
    }
}
