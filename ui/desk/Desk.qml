pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The whole window: the rail, the page beside it, what lies over the page, and the work under way.
Rectangle {
    id: desk

    required property DeskViewModel viewModel
    required property real millimetre

    readonly property bool isCovered: desk.viewModel.coverFile !== ""

    function load(loader: Loader, file: string, viewModel: QtObject) {
        if (file === "") {
            loader.source = "";
            return;
        }
        loader.setSource(Qt.resolvedUrl(file), {
            "viewModel": viewModel
        });
        loader.forceActiveFocus();
    }

    LayoutMirroring.childrenInherit: true
    LayoutMirroring.enabled: desk.viewModel.rightToLeft
    color: Theme.paper

    Component.onCompleted: {
        desk.load(page, desk.viewModel.pageFile, desk.viewModel.pageViewModel as QtObject);
        desk.load(cover, desk.viewModel.coverFile, desk.viewModel.coverViewModel as QtObject);
    }

    Connections {
        function onCoverChanged() {
            desk.load(cover, desk.viewModel.coverFile, desk.viewModel.coverViewModel as QtObject);
        }

        function onPageChanged() {
            desk.load(page, desk.viewModel.pageFile, desk.viewModel.pageViewModel as QtObject);
        }

        target: desk.viewModel
    }

    Connections {
        function onAsked(name: string) {
            desk.viewModel.takeKeyboard(name);
        }

        target: Touch
    }

    Binding {
        property: "millimetre"
        target: Theme
        value: desk.millimetre * desk.viewModel.density
    }

    Binding {
        property: "scheme"
        target: Theme
        value: desk.viewModel.scheme
    }

    Binding {
        property: "language"
        target: Theme
        value: desk.viewModel.language
    }

    Binding {
        property: "rightToLeft"
        target: Theme
        value: desk.viewModel.rightToLeft
    }

    Rail {
        id: rail

        anchors.bottom: parent.bottom
        anchors.left: parent.left
        anchors.top: parent.top
        viewModel: desk.viewModel
    }

    FocusScope {
        id: stage

        readonly property real room: desk.width - rail.width - 4 * Theme.grid
        readonly property real spare: Math.max(0, stage.room - 460 * Theme.millimetre)

        anchors.bottom: parent.bottom
        anchors.bottomMargin: 2 * Theme.grid
        anchors.left: rail.right
        anchors.leftMargin: 2 * Theme.grid + stage.spare / 2
        anchors.right: parent.right
        anchors.rightMargin: 2 * Theme.grid + stage.spare / 2
        anchors.top: parent.top
        anchors.topMargin: 2 * Theme.grid
        focus: true

        RemarkStrip {
            id: remark

            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: parent.top
            isGood: desk.viewModel.isGood
            text: desk.viewModel.remark
        }

        Loader {
            id: page

            anchors.bottom: board.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: remark.bottom
            enabled: !desk.isCovered
            focus: !desk.isCovered
            objectName: "page"
            visible: !desk.isCovered
        }

        Loader {
            id: cover

            anchors.bottom: board.top
            anchors.left: parent.left
            anchors.right: parent.right
            anchors.top: remark.bottom
            focus: desk.isCovered
            objectName: "cover"
            visible: desk.isCovered
        }

        Item {
            id: board

            readonly property bool isOut: desk.viewModel.keys.length > 0

            anchors.bottom: parent.bottom
            anchors.left: parent.left
            anchors.right: parent.right
            height: board.isOut ? keyboard.height + away.height + 2 * Theme.grid : 0
            objectName: "board"
            visible: board.isOut

            ActionButton {
                id: away

                anchors.right: parent.right
                focusPolicy: Qt.NoFocus
                label: qsTr("Done")
                objectName: "putKeyboardAway"
                y: Theme.grid

                onClicked: desk.viewModel.putKeyboardAway()
            }

            Keyboard {
                id: keyboard

                keys: desk.viewModel.keys
                room: stage.height * 0.45
                strip: desk.viewModel.strip
                takesFocus: false
                width: Math.min(parent.width, 12 * Theme.target)
                x: (parent.width - width) / 2
                y: board.height - height

                onPicked: index => desk.viewModel.pick(index)
                onPressed: (row, column) => desk.viewModel.pressKey(row, column)
            }
        }
    }

    BusyVeil {
        anchors.fill: parent
        viewModel: desk.viewModel
    }
}
