import QtQuick
import ui.components
import ui.theme

// The whole screen: the page, what lies over it, the way at its foot, and the tools that never move.
Rectangle {
    id: kiosk

    required property KioskViewModel viewModel
    required property real millimetre

    property bool isSettled: false

    readonly property bool isWide: kiosk.width > kiosk.height
    readonly property bool isCovered: kiosk.viewModel.coverFile !== ""
    readonly property bool hasTools: kiosk.viewModel.coverFile !== "HiddenPage.qml"
    readonly property bool hasProgress: kiosk.viewModel.progressCount > 0 && !kiosk.isCovered
    readonly property real edge: kiosk.viewModel.isBare ? 0 : Theme.grid

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: kiosk.viewModel.rightToLeft
    color: Theme.paper

    // What the page that stands behind will have when it is seen.
    function roomAhead(): size {
        if (kiosk.viewModel.isBare)
            return Qt.size(stage.width - 2 * Theme.margin, stage.height - foot.usualHeight - 3 * Theme.grid);
        const count = kiosk.viewModel.preparedCount;
        const begins = count > 0 && !kiosk.hasProgress;
        const above = begins ? progress.tallWith(count, kiosk.viewModel.preparedProgress) + 6 * Theme.millimetre - kiosk.edge : 0;
        return Qt.size(page.width, page.height - above);
    }

    Component.onCompleted: {
        page.show(kiosk.viewModel.pageFile, kiosk.viewModel.pageViewModel);
        cover.show(kiosk.viewModel.coverFile, kiosk.viewModel.coverViewModel);
    }

    Connections {
        function onCoverChanged() {
            cover.show(kiosk.viewModel.coverFile, kiosk.viewModel.coverViewModel);
        }

        function onForeseen(rightToLeft) {
            page.behind.mirrors = rightToLeft;
        }

        function onHeld() {
            page.hold();
            cover.hold();
        }

        function onReleased() {
            page.release();
            cover.release();
        }

        function onPagePrepared() {
            page.prepare(kiosk.viewModel.preparedFile, kiosk.viewModel.preparedViewModel, kiosk.roomAhead());
        }

        function onRehearsed(bars, language) {
            bars.forEach(bar => foot.rehearse(bar, language));
            tools.rehearse(language);
        }

        function onPageSwapped() {
            page.swap();
            page.front.mirrors = kiosk.viewModel.rightToLeft;
        }

        function onPageTurned() {
            page.turn();
        }

        function onLanguageChanged() {
            page.front.mirrors = kiosk.viewModel.rightToLeft;
        }

        function onPageChanged() {
            page.show(kiosk.viewModel.pageFile, kiosk.viewModel.pageViewModel);
        }

        target: kiosk.viewModel
    }

    Connections {
        function onTurned() {
            kiosk.viewModel.settle();
        }

        target: Turning
    }

    Binding {
        property: "isHushed"
        target: Theme
        value: kiosk.viewModel.isHushed
    }

    Binding {
        property: "millimetre"
        target: Theme
        value: kiosk.millimetre
    }

    Binding {
        property: "isNear"
        target: Theme
        value: Math.min(kiosk.width, kiosk.height) < 160 * kiosk.millimetre
    }

    Binding {
        property: "isTiny"
        target: Theme
        value: Math.min(kiosk.width, kiosk.height) < 100 * kiosk.millimetre
    }

    Binding {
        property: "isSettled"
        target: Theme
        value: kiosk.isSettled
    }

    Binding {
        property: "scheme"
        target: Theme
        value: kiosk.viewModel.scheme
    }

    Binding {
        property: "textStep"
        target: Theme
        value: kiosk.viewModel.textStep
    }

    Binding {
        property: "motion"
        target: Theme
        value: kiosk.viewModel.motion
    }

    Binding {
        property: "language"
        target: Theme
        value: kiosk.viewModel.language
    }

    Binding {
        property: "rightToLeft"
        target: Theme
        value: kiosk.viewModel.rightToLeft
    }

    Item {
        id: stage

        height: kiosk.height - (kiosk.hasTools && !kiosk.isWide ? tools.height : 0)
        width: kiosk.width - (kiosk.hasTools && kiosk.isWide ? tools.width : 0)

        ProgressTiles {
            id: progress

            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            anchors.top: parent.top
            anchors.topMargin: 3 * Theme.millimetre
            count: kiosk.viewModel.progressCount
            done: kiosk.viewModel.progressDone
            height: kiosk.hasProgress ? implicitHeight : 0
            text: kiosk.viewModel.progressText
            visible: kiosk.hasProgress
        }

        PageHost {
            id: page

            anchors.bottom: foot.top
            anchors.bottomMargin: foot.isShown ? Theme.grid : kiosk.edge
            anchors.left: parent.left
            anchors.leftMargin: kiosk.viewModel.isBare ? 0 : Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: kiosk.viewModel.isBare ? 0 : Theme.margin
            anchors.top: progress.bottom
            anchors.topMargin: kiosk.hasProgress ? 3 * Theme.millimetre : kiosk.edge - 3 * Theme.millimetre
            enabled: !kiosk.isCovered
            visible: !kiosk.isCovered
        }

        PageHost {
            id: cover

            anchors.bottomMargin: Theme.grid
            anchors.fill: parent
            anchors.leftMargin: Theme.margin
            anchors.rightMargin: Theme.margin
            anchors.topMargin: Theme.grid
            visible: kiosk.isCovered
        }

        Foot {
            id: foot

            anchors.bottom: parent.bottom
            anchors.bottomMargin: foot.isShown ? Theme.grid : 0
            anchors.left: parent.left
            anchors.leftMargin: Theme.margin
            anchors.right: parent.right
            anchors.rightMargin: Theme.margin
            isCovered: kiosk.isCovered
            upright: !kiosk.isWide
            viewModel: kiosk.viewModel
        }
    }

    Tools {
        id: tools

        height: kiosk.isWide ? kiosk.height : implicitHeight
        screenHeight: kiosk.height
        upright: kiosk.isWide
        viewModel: kiosk.viewModel
        visible: kiosk.hasTools
        width: kiosk.isWide ? implicitWidth : kiosk.width
        x: kiosk.width - width
        y: kiosk.height - height
    }

    // Keeps the drawn tile at hand for the walls that come and go.
    Deferred {
        visible: false

        sourceComponent: Azulejo {
            height: Math.round(implicitHeight)
            width: height
        }
    }

    StaffCorner {
        onOpened: kiosk.viewModel.openStaffDoor()
    }
}
