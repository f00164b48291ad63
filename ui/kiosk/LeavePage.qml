import QtQuick
import ui.components
import ui.theme

// I have to go: three equal ways, and deleting is asked once more.
Item {
    id: page

    required property LeaveViewModel viewModel

    readonly property int count: page.viewModel.confirmsDeletion ? 2 : 3
    readonly property real most: (page.height - heading.height - page.count * Theme.grid) / page.count
    readonly property real wordsWidth: ways.width - 2 * stay.padding - (2 + Math.max(7, 1.3 * Theme.answer / Theme.textFactor)) * Theme.millimetre
    readonly property string deleting: page.viewModel.confirmsDeletion ? qsTr("Yes, delete them") : qsTr("Delete my answers")
    readonly property var labels: (page.viewModel.confirmsDeletion ? [] : [qsTr("Send what I answered")]).concat([page.deleting, qsTr("Stay here")])
    // One size for all, so that none of the ways speaks louder than the others.
    readonly property real capitals: Typesetter.shared(page.labels, page.labels.map(() => Theme.language), Theme.answer, Theme.millimetre, true, page.wordsWidth, page.tileHeight - 2 * stay.verticalPadding)
    readonly property real tileHeight: Math.max(Theme.target, Math.min(34 * Theme.millimetre, page.most))

    objectName: "LeavePage"

    Words {
        id: heading

        Accessible.role: Accessible.Heading
        balanced: true
        capitals: Theme.statement
        centred: true
        objectName: "heading"
        room: page.height - page.count * (Theme.target + Theme.grid)
        strong: true
        text: page.viewModel.confirmsDeletion ? qsTr("Delete all your answers?") : qsTr("Do you have to go?")
        width: parent.width
        y: Math.max(0, (page.height - height - ways.height - Theme.grid) / 3)
    }

    Column {
        id: ways

        anchors.horizontalCenter: parent.horizontalCenter
        spacing: Theme.grid
        width: Math.min(parent.width, 220 * Theme.millimetre)
        y: page.height - height - Math.max(0, (page.height - heading.height - height - Theme.grid) / 3)

        BigButton {
            capitals: page.capitals
            flips: Theme.rightToLeft
            height: page.tileHeight
            label: qsTr("Send what I answered")
            objectName: "sendAndLeave"
            sign: Icons.send
            visible: !page.viewModel.confirmsDeletion
            width: parent.width

            onClicked: page.viewModel.send()
        }

        BigButton {
            capitals: page.capitals
            grave: true
            height: page.tileHeight
            label: page.deleting
            objectName: page.viewModel.confirmsDeletion ? "confirmDelete" : "deleteAnswers"
            sign: Icons.trash
            width: parent.width

            onClicked: page.viewModel.confirmsDeletion ? page.viewModel.deleteAll() : page.viewModel.askToDelete()
        }

        BigButton {
            id: stay

            capitals: page.capitals
            flips: Theme.rightToLeft
            height: page.tileHeight
            label: qsTr("Stay here")
            objectName: "stay"
            sign: Icons.back
            width: parent.width

            onClicked: page.viewModel.stay()
        }
    }
}
