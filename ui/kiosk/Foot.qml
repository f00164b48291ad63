import QtQuick
import ui.components
import ui.theme

// The same place on every screen: the way back and on, and the tools beside or under it.
Item {
    id: foot

    required property KioskViewModel viewModel
    property bool isCovered: false

    readonly property bool hasWay: !foot.isCovered && (foot.viewModel.canGoBack || foot.viewModel.nextLabel !== "")
    readonly property bool isOneRow: foot.width >= 300 * Theme.millimetre && Theme.textStep === 1
    readonly property real gap: Theme.grid / 2
    readonly property int toolCount: 4 + (foot.viewModel.canSwitch ? 1 : 0) + (foot.viewModel.canLeave ? 1 : 0)
    readonly property real toolWidth: Math.min((foot.isOneRow ? 20.5 : 34) * Theme.millimetre, (foot.width - (foot.toolCount - 1) * foot.gap) / foot.toolCount)
    readonly property real wayWidth: foot.isOneRow ? foot.width - foot.toolCount * (foot.toolWidth + foot.gap) - foot.gap : foot.width

    implicitHeight: foot.hasWay && !foot.isOneRow ? 2 * Theme.target + Theme.grid : Theme.target

    BigButton {
        id: back

        anchors.left: parent.left
        anchors.top: parent.top
        flips: Theme.rightToLeft
        height: Theme.target
        label: qsTr("Back")
        objectName: "back"
        sign: Icons.back
        visible: foot.hasWay && foot.viewModel.canGoBack
        width: foot.wayWidth * 0.22

        onClicked: foot.viewModel.goBack()
    }

    BigButton {
        id: next

        anchors.right: parent.right
        anchors.top: parent.top
        flips: Theme.rightToLeft
        height: Theme.target
        iconLast: true
        label: foot.viewModel.nextLabel
        objectName: "next"
        primary: foot.viewModel.isNextPrimary
        sign: Icons.next
        visible: foot.hasWay && foot.viewModel.nextLabel !== ""
        width: foot.wayWidth * (foot.viewModel.canPreferNot ? 0.36 : 0.5)

        onClicked: foot.viewModel.goOn()
    }

    BigButton {
        anchors.right: next.left
        anchors.rightMargin: foot.gap
        anchors.top: parent.top
        height: Theme.target
        label: qsTr("I prefer not to answer")
        objectName: "preferNot"
        visible: foot.hasWay && foot.viewModel.canPreferNot
        width: foot.wayWidth * 0.42 - foot.gap

        onClicked: foot.viewModel.preferNot()
    }

    Row {
        id: tools

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.leftMargin: foot.isOneRow ? foot.wayWidth * 0.22 + foot.gap : (foot.width - width) / 2
        spacing: foot.gap

        ToolButton {
            label: qsTr("Language")
            objectName: "switchLanguage"
            sign: Icons.language
            visible: foot.viewModel.canSwitch
            width: foot.toolWidth

            onClicked: foot.viewModel.switchLanguage()
        }

        ToolButton {
            label: qsTr("Text size")
            objectName: "textSize"
            sign: Icons.textSize
            width: foot.toolWidth

            onClicked: foot.viewModel.nextTextSize()
        }

        ToolButton {
            label: qsTr("Contrast")
            objectName: "contrast"
            sign: Icons.contrast
            width: foot.toolWidth

            onClicked: foot.viewModel.nextScheme()
        }

        ToolButton {
            label: qsTr("Hide my screen")
            objectName: "hide"
            sign: Icons.hide
            width: foot.toolWidth

            onClicked: foot.viewModel.hide()
        }

        ToolButton {
            label: qsTr("Help")
            objectName: "help"
            sign: Icons.help
            width: foot.toolWidth

            onClicked: foot.viewModel.help()
        }

        ToolButton {
            flips: Theme.rightToLeft
            label: qsTr("I have to go")
            objectName: "leave"
            sign: Icons.leave
            visible: foot.viewModel.canLeave
            width: foot.toolWidth

            onClicked: foot.viewModel.leave()
        }
    }
}
