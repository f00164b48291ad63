pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The answers are safe. Nothing of them is shown again.
Item {
    id: page

    required property ThanksViewModel viewModel

    readonly property bool showsReceipt: page.viewModel.receipt !== ""

    objectName: "ThanksPage"

    AzulejoWall {
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        height: Math.min(22 * Theme.millimetre, parent.height * 0.12)
        visible: !page.showsReceipt
    }

    Sheets {
        id: sheets

        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        anchors.topMargin: Math.min(26 * Theme.millimetre, parent.height * 0.15)
        equal: false
        model: page.viewModel.lines
        visible: !page.showsReceipt

        delegate: Words {
            required property var modelData
            required property int index

            capitals: index === 0 ? Theme.statement : Theme.answer
            centred: true
            language: String(modelData.language)
            room: sheets.height - Theme.target - Theme.grid
            strong: index === 0
            text: String(modelData.text)
        }
    }

    Receipt {
        anchors.bottom: buttons.top
        anchors.bottomMargin: Theme.grid
        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        code: page.viewModel.receipt
        modules: page.viewModel.modules
        visible: page.showsReceipt
    }

    Row {
        id: buttons

        anchors.bottom: parent.bottom
        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.grid

        BigButton {
            label: qsTr("Show my receipt")
            objectName: "showReceipt"
            visible: page.viewModel.mayShow && !page.showsReceipt
            width: Math.min((page.width - Theme.grid) / 2, 110 * Theme.millimetre)

            onClicked: page.viewModel.showReceipt()
        }

        BigButton {
            label: qsTr("Finish")
            objectName: "finish"
            primary: true
            width: Math.min((page.width - Theme.grid) / 2, 110 * Theme.millimetre)

            onClicked: page.viewModel.finish()
        }
    }
}
