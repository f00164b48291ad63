pragma ComponentBehavior: Bound

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
    readonly property real usualHeight: (foot.isNarrow ? 1.2 : 1) * Theme.target

    height: foot.isShown ? foot.usualHeight : 0
    visible: foot.isShown

    Deferred {
        anchors.left: parent.left
        height: foot.height
        visible: foot.viewModel.canGoBack
        width: foot.width - 2 * foot.third - 2 * Theme.grid

        sourceComponent: BigButton {
            flips: Theme.rightToLeft
            label: qsTr("Back")
            objectName: "back"
            sign: Icons.back

            onClicked: foot.viewModel.goBack()
        }
    }

    Deferred {
        anchors.right: next.left
        anchors.rightMargin: Theme.grid
        height: foot.height
        visible: foot.viewModel.canPreferNot
        width: foot.third

        sourceComponent: BigButton {
            label: qsTr("I prefer not to answer")
            objectName: "preferNot"

            onClicked: foot.viewModel.preferNot()
        }
    }

    Deferred {
        anchors.right: next.left
        anchors.rightMargin: Theme.grid
        height: foot.height
        visible: foot.viewModel.asksConsent
        width: foot.third

        sourceComponent: BigButton {
            label: qsTr("No, thank you")
            objectName: "decline"

            onClicked: foot.viewModel.decline()
        }
    }

    Deferred {
        id: next
        anchors.right: parent.right
        height: foot.height
        visible: foot.viewModel.nextLabel !== ""
        width: foot.third

        sourceComponent: BigButton {
            flips: Theme.rightToLeft
            iconLast: true
            label: foot.viewModel.nextLabel
            objectName: foot.viewModel.asksConsent ? "consent" : "next"
            primary: foot.viewModel.isNextPrimary
            sign: foot.viewModel.asksConsent || foot.isNarrow ? "" : Icons.next

            onClicked: foot.viewModel.goOn()
        }
    }
}
