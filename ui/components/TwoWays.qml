import QtQuick
import ui.theme

// Two ways beside each other, the second one usual, in letters of one size.
Row {
    id: ways

    required property string label
    required property string name
    required property string usualLabel
    required property string usualName
    property bool hasOther: true
    property real room: 100000

    readonly property real half: Math.min((ways.room - Theme.grid) / 2, 120 * Theme.millimetre)
    readonly property real beside: 6 * Theme.millimetre
    readonly property var sizes: Typesetter.row([[ways.label], [ways.usualLabel]], Theme.language, Theme.help, Theme.millimetre, Theme.target - 4 * Theme.millimetre, [ways.beside, ways.beside], [ways.half, ways.half])

    signal chosen
    signal usualChosen

    spacing: Theme.grid

    BigButton {
        capitals: ways.sizes[0]
        label: ways.label
        objectName: ways.name
        visible: ways.hasOther
        width: ways.sizes[1]

        onClicked: ways.chosen()
    }

    BigButton {
        capitals: ways.sizes[0]
        label: ways.usualLabel
        objectName: ways.usualName
        primary: true
        width: ways.sizes[2]

        onClicked: ways.usualChosen()
    }
}
