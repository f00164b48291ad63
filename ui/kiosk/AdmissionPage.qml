pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// Before the first question: a voucher, scanned or typed; or the wait for the staff.
Item {
    id: page

    required property AdmissionViewModel viewModel

    readonly property int perRow: page.width > page.height ? 11 : 6
    readonly property real enterWidth: 22 * Theme.millimetre
    readonly property real keyHeight: Math.min(22 * Theme.millimetre, (page.height - head.height - Theme.grid / 2) / Math.ceil(33 / page.perRow) - keys.spacing)
    readonly property real keyWidth: Math.min(20 * Theme.millimetre, (page.width - page.enterWidth - row.spacing) / page.perRow - keys.spacing)

    objectName: "AdmissionPage"

    Column {
        id: head

        spacing: Theme.millimetre
        width: parent.width

        Words {
            Accessible.role: Accessible.Heading
            capitals: 5
            centred: true
            objectName: "heading"
            strong: true
            text: page.viewModel.asked
            width: parent.width
        }

        Words {
            capitals: 5
            centred: true
            height: 14 * Theme.millimetre
            language: page.viewModel.typed === "" ? Theme.language : "en"
            objectName: "typed"
            room: height
            text: page.viewModel.typed || page.viewModel.remark
            verticalAlignment: Text.AlignVCenter
            visible: page.viewModel.byVoucher
            width: parent.width
        }
    }

    Row {
        id: row

        anchors.horizontalCenter: parent.horizontalCenter
        anchors.top: head.bottom
        anchors.topMargin: Theme.grid / 2
        spacing: 4 * Theme.millimetre
        visible: page.viewModel.byVoucher

        Grid {
            id: keys

            columns: page.perRow
            spacing: 1.5 * Theme.millimetre

            Repeater {
                model: [..."0123456789ABCDEFGHJKMNPQRSTVWXYZ", "delete"]

                KeyTile {
                    required property string modelData

                    capitals: 4
                    height: page.keyHeight
                    label: modelData.length === 1 ? modelData : ""
                    objectName: `code-${modelData}`
                    sign: modelData === "delete" ? "erase" : ""
                    width: page.keyWidth

                    onClicked: page.viewModel.press(modelData)
                }
            }
        }

        BigButton {
            Accessible.name: "enter"
            height: keys.height
            objectName: "code-enter"
            primary: true
            sign: Icons.tick
            width: page.enterWidth

            onClicked: page.viewModel.press("enter")
        }
    }
}
