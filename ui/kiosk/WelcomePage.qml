pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// A wall of tiles that says hello in one language after the other. A touch anywhere begins.
Item {
    id: page

    required property WelcomeViewModel viewModel

    readonly property var greeting: page.viewModel.greetings[page.shown % Math.max(1, page.viewModel.greetings.length)]
    readonly property string tag: String(page.greeting.language)
    readonly property real across: Math.min(page.width - 4 * Theme.margin, 250 * Theme.millimetre)

    property int shown: 0

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
        height: Math.min(parent.height - 2 * Theme.grid, panel.height + 4 * Theme.margin)
        radius: Theme.radius
        width: page.across

        Column {
            id: panel

            readonly property real share: (page.height - 2 * Theme.grid - 4 * Theme.margin - 4 * panel.spacing) / 100

            anchors.centerIn: parent
            spacing: Theme.grid
            width: page.across - 4 * Theme.margin

            Words {
                centred: true
                color: Theme.inkSoft
                height: Math.min(14 * Theme.millimetre, 10 * panel.share)
                language: String(page.greeting.titleLanguage)
                room: height
                text: String(page.greeting.title)
                verticalAlignment: Text.AlignVCenter
                width: panel.width
            }

            Words {
                capitals: 15
                centred: true
                color: Theme.azulejo
                height: Math.min(36 * Theme.millimetre, 22 * panel.share)
                language: page.tag
                room: height
                strong: true
                text: String(page.greeting.hello)
                verticalAlignment: Text.AlignVCenter
                width: panel.width
            }

            Words {
                balanced: true
                capitals: Theme.statement
                centred: true
                height: Math.min(38 * Theme.millimetre, 26 * panel.share)
                language: page.tag
                room: height
                text: String(page.greeting.text)
                verticalAlignment: Text.AlignVCenter
                width: panel.width
            }

            Rectangle {
                anchors.horizontalCenter: parent.horizontalCenter
                color: Theme.azulejo
                height: Math.min(26 * Theme.millimetre, 20 * panel.share)
                radius: Theme.radius
                width: Math.min(panel.width, 180 * Theme.millimetre)

                Words {
                    anchors.centerIn: parent
                    capitals: Theme.answer
                    centred: true
                    color: Theme.azulejoInk
                    height: parent.height - Theme.grid
                    language: page.tag
                    room: height
                    strong: true
                    text: String(page.greeting.touch)
                    verticalAlignment: Text.AlignVCenter
                    width: parent.width - Theme.grid
                }
            }

            Endonyms {
                current: page.tag
                names: page.viewModel.endonyms
                room: 20 * panel.share
                width: panel.width
            }
        }
    }

    Notice {
        anchors.bottom: parent.bottom
        anchors.bottomMargin: Theme.grid
        anchors.horizontalCenter: parent.horizontalCenter
        text: page.viewModel.practice
        width: page.across * 0.7
    }

    Timer {
        interval: 2000
        repeat: true
        running: Theme.motion && page.visible

        onTriggered: page.shown += 1
    }
}
