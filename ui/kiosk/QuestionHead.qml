pragma ComponentBehavior: Bound

import QtQuick
import ui.components
import ui.theme

// The question with what stands around it: its group, its hint and picture, what to do, and more about it.
Item {
    id: head

    property var heading: ({
            "text": "",
            "language": Theme.language
        })
    property string instruction: ""
    property string instructionLanguage: Theme.language
    property bool isRemark: false
    property alias notice: titled.notice
    property real room: 100000
    property bool hasMore: false

    readonly property string fault: head.heading.fault ?? ""
    readonly property string sound: head.heading.sound ?? ""
    readonly property string picture: head.heading.picture ?? ""
    readonly property int buttons: (head.hasMore ? 1 : 0) + (head.sound ? 1 : 0)
    readonly property real moreWidth: head.buttons > 0 ? CardRulers.moreWidth + Theme.grid : 0
    readonly property real buttonsTall: Math.max(0, head.buttons * (Theme.target + Theme.grid) - Theme.grid)
    readonly property real pictureTall: head.picture ? CardRulers.picture + Theme.grid : 0

    signal learnMore
    signal listen

    function tallAt(width: real, room: real): real {
        return Math.max(titled.tallAt(width - head.moreWidth, room - head.pictureTall), head.buttonsTall) + head.pictureTall;
    }

    // How high it is in the letters of the first text size.
    function leastAt(width: real): real {
        return Math.max(titled.leastAt(width - head.moreWidth), head.buttonsTall) + head.pictureTall;
    }

    implicitHeight: head.tallAt(head.width, head.room)

    Titled {
        id: titled

        above: head.heading.above ?? ""
        aboveLanguage: head.heading.aboveLanguage || Theme.language
        capitals: Theme.statement
        hint: head.heading.hint ?? ""
        hintLanguage: head.heading.hintLanguage || Theme.language
        isUrgent: head.isRemark || head.fault !== ""
        language: String(head.heading.language)
        remark: head.fault || head.instruction
        remarkLanguage: head.fault ? String(head.heading.faultLanguage) : head.instructionLanguage
        room: head.room - head.pictureTall
        text: String(head.heading.text)
        width: head.width - head.moreWidth
        x: Theme.rightToLeft ? head.moreWidth : 0
    }

    Loader {
        active: head.sound !== ""
        x: Theme.rightToLeft ? 0 : head.width - width

        sourceComponent: ToolButton {
            Accessible.name: `${label}: ${head.heading.text}`
            label: qsTr("Listen")
            objectName: "listen"
            quiet: false
            sign: Icons.listen
            width: CardRulers.moreWidth

            onClicked: head.listen()
        }
    }

    Loader {
        active: head.hasMore
        x: Theme.rightToLeft ? 0 : head.width - width
        y: head.sound ? Theme.target + Theme.grid : 0

        sourceComponent: ToolButton {
            label: qsTr("Learn more")
            objectName: "learnMore"
            quiet: false
            sign: Icons.info
            width: CardRulers.moreWidth

            onClicked: head.learnMore()
        }
    }

    Loader {
        active: head.picture !== ""
        width: head.width
        y: head.height - CardRulers.picture

        sourceComponent: Image {
            Accessible.ignored: true
            fillMode: Image.PreserveAspectFit
            height: CardRulers.picture
            horizontalAlignment: Theme.rightToLeft ? Image.AlignRight : Image.AlignLeft
            objectName: "picture"
            source: head.picture
            sourceSize.height: height
        }
    }
}
