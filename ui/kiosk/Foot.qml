import QtQuick
import ui.components
import ui.theme

// The way: back at its beginning, on at its end, the same place on every page.
Item {
    id: foot

    required property KioskViewModel viewModel
    property bool isCovered: false

    readonly property bool isShown: !foot.isCovered && (foot.viewModel.canGoBack || foot.viewModel.nextLabel !== "")
    readonly property bool isNarrow: foot.width < 150 * Theme.millimetre
    readonly property real third: (foot.width - 2 * Theme.grid) * 0.38

    height: foot.isShown ? (foot.isNarrow ? 1.2 : 1) * Theme.target : 0
    visible: foot.isShown

    BigButton {
        anchors.left: parent.left
        flips: Theme.rightToLeft
        height: foot.height
        label: qsTr("Back")
        objectName: "back"
        sign: Icons.back
        visible: foot.viewModel.canGoBack
        width: foot.width - 2 * foot.third - 2 * Theme.grid

        onClicked: foot.viewModel.goBack()
    }

    BigButton {
        anchors.right: next.left
        anchors.rightMargin: Theme.grid
        height: foot.height
        label: qsTr("I prefer not to answer")
        objectName: "preferNot"
        visible: foot.viewModel.canPreferNot
        width: foot.third

        onClicked: foot.viewModel.preferNot()
    }

    BigButton {
        anchors.right: next.left
        anchors.rightMargin: Theme.grid
        height: foot.height
        label: qsTr("No, thank you")
        objectName: "decline"
        visible: foot.viewModel.asksConsent
        width: foot.third

        onClicked: foot.viewModel.decline()
    }

    BigButton {
        id: next

        anchors.right: parent.right
        flips: Theme.rightToLeft
        height: foot.height
        iconLast: true
        label: foot.viewModel.nextLabel
        objectName: foot.viewModel.asksConsent ? "consent" : "next"
        primary: foot.viewModel.isNextPrimary
        sign: foot.viewModel.asksConsent || foot.isNarrow ? "" : Icons.next
        visible: foot.viewModel.nextLabel !== ""
        width: foot.third

        onClicked: foot.viewModel.goOn()
    }
}
