pragma ComponentBehavior: Bound

import QtQuick
import ui.theme

// What can be carried, kept and printed.
DeskPage {
    id: page

    required property SticksViewModel viewModel

    readonly property var signs: ({
            "carry": Icons.send,
            "merge": Icons.down,
            "backups": Icons.alike,
            "sheet": Icons.paper,
            "vouchers": Icons.star,
            "check": Icons.tick
        })

    lead: page.viewModel.lead
    objectName: "SticksPage"
    title: qsTr("Sticks and paper")

    Repeater {
        model: page.viewModel.errands

        ErrandTile {
            required property var modelData
            required property int index

            anchors.left: parent?.left
            focus: index === 0
            height: implicitHeight
            objectName: `errand-${modelData.name}`
            sign: page.signs[modelData.name] ?? Icons.paper
            title: String(modelData.title)
            told: String(modelData.told)
            width: page.half

            onClicked: page.viewModel.open(String(modelData.name))
        }
    }
}
