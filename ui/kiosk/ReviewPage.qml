pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Everything that was given, before it is sent. A touch on a row changes it.
Item {
    id: page

    required property ReviewViewModel viewModel

    objectName: "ReviewPage"

    Sheets {
        id: sheets

        anchors.fill: parent
        columns: page.width > 180 * Theme.millimetre * Math.min(Theme.textFactor, 1.5) ? 2 : 1
        equal: false
        flows: true
        gap: 3 * Theme.millimetre
        model: page.viewModel.rows

        delegate: ReviewRow {
            required property var modelData
            required property int index

            answer: String(modelData.answer)
            language: String(modelData.language)
            objectName: `change-${modelData.item}`
            question: String(modelData.text)
            room: sheets.cardRoom

            onClicked: page.viewModel.change(String(modelData.item))
        }
        heading: Titled {
            remark: page.viewModel.summary
            text: qsTr("Check your answers")
        }
    }
}
