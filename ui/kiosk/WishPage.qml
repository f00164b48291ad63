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
        columns: Math.max(2, Math.floor((sheets.width + sheets.gap) / (46 * Theme.millimetre * Theme.nearness * Math.min(Theme.textFactor, 1.4) + sheets.gap)))
        gap: 3 * Theme.millimetre
        model: page.viewModel.tiles
        visible: !page.isThanked

        delegate: Tile {
            id: tile

            required property var modelData
            required property int index

            function tallAt(width: real, room: real): real {
                return Theme.target;
            }

            implicitHeight: Theme.target
            label: String(tile.modelData.endonym)
            objectName: `wish-${tile.modelData.tag}`
            padding: 1.5 * Theme.millimetre

            contentItem: Item {
                Words {
                    Accessible.ignored: true
                    capitals: Math.min(Theme.help, 7.5)
                    centred: true
                    height: parent.height
                    language: String(tile.modelData.language)
                    room: height
                    strong: true
                    text: tile.label
                    verticalAlignment: Text.AlignVCenter
                    width: parent.width
                }
            }

            onClicked: page.viewModel.wish(String(tile.modelData.tag))
        }
        heading: Titled {
            text: qsTr("Which language do you want?")
        }
    }

    Column {
        anchors.centerIn: parent
        spacing: 3 * Theme.grid
        visible: page.isThanked
        width: parent.width

        Words {
            Accessible.role: Accessible.Heading
            balanced: true
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
            width: Math.min(parent.width, 130 * Theme.millimetre)

            onClicked: page.viewModel.pickAgain()
        }
    }
}
