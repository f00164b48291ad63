pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The way: back at its beginning, on at its end, the same place on every page. All of it in letters of one
// size, so that nothing speaks louder than an honest refusal; for that the buttons lend each other width.
Item {
    id: foot

    required property KioskViewModel viewModel
    property bool isCovered: false
    property bool upright: false

    readonly property bool isShown: !foot.isCovered && (foot.viewModel.canGoBack || foot.viewModel.nextLabel !== "")
    readonly property bool isNarrow: foot.width < 150 * Theme.millimetre
    readonly property real third: (foot.width - 2 * Theme.grid) * 0.38
    readonly property real usualHeight: (foot.isNarrow && !Theme.isTiny ? 1.2 : foot.upright ? 1 + 0.2 * (Theme.textStep - 1) : 1) * Theme.target

    readonly property string middleLabel: foot.middleOf(foot.viewModel.asksConsent, foot.viewModel.canPreferNot)
    readonly property string nextSign: foot.signOf(foot.viewModel.asksConsent)
    readonly property real padding: 6 * Theme.millimetre
    readonly property real signed: foot.padding + 9 * Theme.millimetre
    // The size of the letters in millimetres, and the widths of the three.
    readonly property real room: foot.usualHeight - 4 * Theme.millimetre
    readonly property var row: foot.isShown && !Theme.isHushed ? foot.rowOf(foot.middleLabel, [foot.viewModel.nextLabel, ...foot.viewModel.nextMaySay], Theme.language, foot.nextSign !== "") : [Theme.help, 0, 0, 0]

    function middleOf(asksConsent: bool, canPreferNot: bool): string {
        return asksConsent ? qsTr("No, thank you") : canPreferNot ? qsTr("I prefer not to answer") : "";
    }

    function signOf(asksConsent: bool): string {
        return asksConsent || foot.isNarrow ? "" : Icons.next;
    }

    function rowOf(middle: string, next: var, language: string, isSigned: bool): var {
        const beside = [foot.signed, foot.padding, isSigned ? foot.signed : foot.padding];
        const usual = [foot.width - 2 * foot.third - 2 * Theme.grid, foot.third, foot.third];
        return Typesetter.row([[qsTr("Back")], [middle], next], language, Theme.help, Theme.millimetre, foot.room, beside, usual);
    }

    // Measures a row before anybody reads it.
    function rehearse(bar: var, language: string) {
        const middle = foot.middleOf(bar.asksConsent, bar.canPreferNot);
        const isSigned = foot.signOf(bar.asksConsent) !== "";
        const row = foot.rowOf(middle, bar.next, language, isSigned);
        const buttons = [[qsTr("Back"), row[1] - foot.signed], [middle, row[2] - foot.padding], [bar.next[0], row[3] - (isSigned ? foot.signed : foot.padding)]];
        for (const [label, width] of buttons) {
            const wide = Typesetter.wide(label, language, row[0], Theme.millimetre, true);
            Typesetter.tall(label, language, row[0], Theme.millimetre, true, Math.min(width, wide), foot.room);
        }
    }

    height: foot.isShown ? foot.usualHeight : 0
    visible: foot.isShown

    Deferred {
        anchors.left: parent.left
        height: foot.height
        visible: foot.viewModel.canGoBack
        width: foot.row[1]

        sourceComponent: BigButton {
            capitals: foot.row[0]
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
        visible: foot.middleLabel !== ""
        width: foot.row[2]

        sourceComponent: BigButton {
            capitals: foot.row[0]
            label: foot.middleLabel
            objectName: foot.viewModel.asksConsent ? "decline" : "preferNot"

            onClicked: foot.viewModel.asksConsent ? foot.viewModel.decline() : foot.viewModel.preferNot()
        }
    }

    Deferred {
        id: next
        anchors.right: parent.right
        height: foot.height
        visible: foot.viewModel.nextLabel !== ""
        width: foot.row[3]

        sourceComponent: BigButton {
            capitals: foot.row[0]
            flips: Theme.rightToLeft
            iconLast: true
            label: foot.viewModel.nextLabel
            objectName: foot.viewModel.asksConsent ? "consent" : "next"
            primary: foot.viewModel.isNextPrimary
            sign: foot.nextSign

            onClicked: foot.viewModel.goOn()
        }
    }
}
