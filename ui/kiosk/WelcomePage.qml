pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// A wall of tiles that says hello in one language after the other. A touch anywhere begins.
Item {
    id: page

    required property WelcomeViewModel viewModel
    property int shown: 0

    readonly property var greeting: page.viewModel.greetings[page.shown % Math.max(1, page.viewModel.greetings.length)]
    readonly property string tag: String(page.greeting.language)

    objectName: "WelcomePage"

    AzulejoWall {
        anchors.fill: parent
    }

    Tile {
        Accessible.name: String(page.greeting.touch)
        anchors.fill: parent
        focus: true
        objectName: "start"
        quiet: true

        background: null

        onClicked: page.viewModel.start()
    }

    Rectangle {
        anchors.centerIn: parent
        border.color: Theme.grout
        border.width: Theme.hairline
        color: Theme.paper
        height: Math.min(parent.height - 2 * Theme.grid, panel.height + 8 * Theme.grid)
        radius: Theme.radius
        width: Math.min(parent.width - 6 * Theme.grid, 260 * Theme.millimetre)

        Column {
            id: panel

            anchors.centerIn: parent
            spacing: 2 * Theme.grid
            width: parent.width - 4 * Theme.grid

            Words {
                capitals: 15
                centred: true
                color: Theme.azulejo
                height: 34 * Theme.millimetre
                language: page.tag
                room: height
                strong: true
                text: String(page.greeting.hello)
                verticalAlignment: Text.AlignVCenter
                width: parent.width
            }

            Words {
                capitals: Theme.statement
                centred: true
                height: 34 * Theme.millimetre
                language: page.tag
                room: height
                text: String(page.greeting.text)
                verticalAlignment: Text.AlignVCenter
                width: parent.width
            }

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.azulejo
                height: 24 * Theme.millimetre
                radius: Theme.radius
                width: Math.min(parent.width, 170 * Theme.millimetre)

                Words {
                    anchors.centerIn: parent
                    capitals: Theme.answer
                    centred: true
                    color: Theme.azulejoInk
                    language: page.tag
                    room: parent.height - Theme.grid
                    strong: true
                    text: String(page.greeting.touch)
                    width: parent.width - 2 * Theme.grid
                }
            }

            Flow {
                anchors.horizontalCenter: parent.horizontalCenter
                spacing: 3 * Theme.millimetre
                width: parent.width

                Repeater {
                    model: page.viewModel.endonyms

                    Words {
                        required property var modelData

                        capitals: Theme.staff
                        color: modelData.language === page.tag ? Theme.azulejo : Theme.inkSoft
                        language: String(modelData.language)
                        text: String(modelData.text)
                        width: Math.min(implicitWidth + 2, panel.width)
                    }
                }
            }

            Notice {
                anchors.horizontalCenter: parent.horizontalCenter
                text: page.viewModel.practice
                width: Math.min(parent.width, 150 * Theme.millimetre)
            }
        }
    }

    Timer {
        interval: 2000
        repeat: true
        running: Theme.motion && page.visible

        onTriggered: page.shown += 1
    }
}
