import QtQuick
import ui.components
import ui.theme

// The whole screen: the page, what lies over it, and the foot.
Rectangle {
    id: kiosk

    required property KioskViewModel viewModel
    required property real millimetre

    readonly property bool hasFoot: !kiosk.viewModel.isBare && kiosk.viewModel.coverFile !== "HiddenPage.qml"
    readonly property bool hasProgress: kiosk.viewModel.progressCount > 0
    readonly property bool isCovered: kiosk.viewModel.coverFile !== ""

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: kiosk.viewModel.rightToLeft
    color: Theme.paper

    Component.onCompleted: {
        page.load();
        cover.load();
    }

    Connections {
        function onCoverChanged() {
            cover.load();
        }

        function onPageChanged() {
            page.load();
        }

        target: kiosk.viewModel
    }

    Binding {
        property: "millimetre"
        target: Theme
        value: kiosk.millimetre
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

    ProgressTiles {
        id: progress

        anchors.left: parent.left
        anchors.margins: Theme.grid
        anchors.right: parent.right
        anchors.top: parent.top
        count: kiosk.viewModel.progressCount
        done: kiosk.viewModel.progressDone
        text: kiosk.viewModel.progressText
        visible: kiosk.hasProgress && !kiosk.isCovered
    }

    PageHost {
        id: page

        anchors.bottom: kiosk.hasFoot ? foot.top : parent.bottom
        anchors.left: parent.left
        anchors.margins: kiosk.viewModel.isBare ? 0 : Theme.grid
        anchors.right: parent.right
        anchors.top: kiosk.hasProgress ? progress.bottom : parent.top
        enabled: !kiosk.isCovered
        file: kiosk.viewModel.pageFile
        viewModel: kiosk.viewModel.pageViewModel as QtObject
        visible: !kiosk.isCovered
    }

    PageHost {
        id: cover

        anchors.bottom: kiosk.hasFoot ? foot.top : parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.grid
        anchors.right: parent.right
        anchors.top: parent.top
        file: kiosk.viewModel.coverFile
        viewModel: kiosk.viewModel.coverViewModel as QtObject
        visible: kiosk.isCovered
    }

    Foot {
        id: foot

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.margins: Theme.grid
        anchors.right: parent.right
        isCovered: kiosk.isCovered
        viewModel: kiosk.viewModel
        visible: kiosk.hasFoot
    }

    // The staff gesture: five taps into one corner, the same in every direction of writing.
    Item {
        id: staffCorner

        property int taps: 0

        LayoutMirroring.enabled: false
        anchors.left: parent.left
        anchors.top: parent.top
        height: Theme.target
        objectName: "staffCorner"
        width: Theme.target

        TapHandler {
            onTapped: {
                staffCorner.taps += 1;
                forget.restart();
                if (staffCorner.taps >= 5) {
                    staffCorner.taps = 0;
                    kiosk.viewModel.openStaffDoor();
                }
            }
        }

        Timer {
            id: forget

            interval: 3000

            onTriggered: staffCorner.taps = 0
        }
    }
}
