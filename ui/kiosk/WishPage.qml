pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Somebody's language is not here: which one is it?
Item {
    id: page

    required property WishViewModel viewModel

    readonly property var tiles: page.viewModel.tiles
    readonly property bool isThanked: page.viewModel.thanks !== ""
    readonly property real least: 52 * Theme.millimetre * Theme.nearness * Math.min(Theme.textFactor, 1.4)

    objectName: "WishPage"

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: page.tiles.length
        columns: Math.max(2, Math.floor((sheets.width + sheets.gap) / (page.least + sheets.gap)))
        equal: false
        gap: 3 * Theme.millimetre
        tallOf: (card, width, room) => CardRulers.language(page.tiles[card].endonym, "", page.tiles[card].language, width)
        visible: !page.isThanked

        delegate: LanguageTile {
            required property int index

            readonly property var shown: page.tiles[sheets.first + index]
            readonly property string tag: shown?.tag ?? ""

            label: shown?.endonym ?? ""
            language: shown?.language ?? Theme.language
            objectName: `wish-${tag}`

            onClicked: page.viewModel.wish(tag)
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
