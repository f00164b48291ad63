pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Everything that was given, before it is sent. A touch on a row changes it.
Item {
    id: page

    required property ReviewViewModel viewModel

    readonly property var rows: page.viewModel.rows

    objectName: "ReviewPage"

    Sheets {
        id: sheets

        anchors.fill: parent
        cards: page.rows.length
        columns: page.width > 180 * Theme.millimetre * Math.min(Theme.textFactor, 1.5) ? 2 : 1
        equal: false
        flows: true
        gap: 3 * Theme.millimetre
        tallOf: (card, width, room) => CardRulers.row(page.rows[card].text, page.rows[card].language, page.rows[card].answer, width, room)

        delegate: ReviewRow {
            required property int index

            readonly property var row: page.rows[sheets.first + index]

            answer: row?.answer ?? ""
            language: row?.language ?? Theme.language
            objectName: `change-${row?.key}`
            question: row?.text ?? ""
            room: sheets.cardRoom

            onClicked: page.viewModel.change(row.item, row.step)
        }
        heading: Titled {
            remark: page.viewModel.summary
            text: qsTr("Check your answers")
        }
    }
}
