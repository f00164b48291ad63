pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Somebody's language is not here: which one is it?
Item {
    id: page

    required property WishViewModel viewModel

    readonly property bool isThanked: page.viewModel.thanks !== ""

    objectName: "WishPage"

    Sheets {
        id: sheets

        anchors.fill: parent
        columns: Math.max(2, Math.floor((page.width + gap) / (50 * Theme.millimetre * Math.min(Theme.textFactor, 1.5) + gap)))
        model: page.isThanked ? [] : page.viewModel.tiles
        visible: !page.isThanked

        delegate: Tile {
            id: tile

            required property var modelData
            required property int index

            implicitHeight: Math.max(Theme.target, words.tall + 2 * tile.padding)
            label: String(tile.modelData.endonym)
            objectName: `wish-${tile.modelData.tag}`
            padding: 2 * Theme.millimetre

            contentItem: Words {
                id: words

                Accessible.ignored: true
                capitals: Math.min(Theme.help, 7.5)
                centred: true
                language: String(tile.modelData.language)
                room: 24 * Theme.millimetre
                strong: true
                text: tile.label
                verticalAlignment: Text.AlignVCenter
            }

            onClicked: page.viewModel.wish(String(tile.modelData.tag))
        }
        heading: Words {
            capitals: Theme.help
            strong: true
            text: qsTr("Which language do you want?")
            width: sheets.width
        }
    }

    Column {
        anchors.centerIn: parent
        spacing: 3 * Theme.grid
        visible: page.isThanked
        width: parent.width

        Words {
            capitals: Theme.answer
            centred: true
            room: page.height - 3 * Theme.target
            text: page.viewModel.thanks
            width: parent.width
        }

        BigButton {
            anchors.horizontalCenter: parent.horizontalCenter
            label: qsTr("Choose another language")
            objectName: "chooseAnother"
            primary: true
            width: Math.min(parent.width, 120 * Theme.millimetre)

            onClicked: page.viewModel.pickAgain()
        }
    }
}
