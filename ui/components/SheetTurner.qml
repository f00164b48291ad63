import QtQuick
import ui.theme

// Turns the sheets of a page: beside them where the page is wide, under them where it is tall.
Item {
    id: turner

    property int current: 0
    property int count: 1
    property bool upright: false

    readonly property real capitals: Math.min(0.84 * Theme.help, 6)
    readonly property real across: turner.upright ? turner.width : (turner.width - middle.width) / 2 - Theme.grid
    // Where the screen is low, the buttons need the room of the count.
    readonly property bool hasCount: !turner.upright || turner.height >= 2 * (Theme.target + Theme.grid) + middle.height
    readonly property real along: !turner.upright ? turner.height : turner.hasCount ? Math.min(2 * Theme.target, (turner.height - middle.height) / 2 - Theme.grid) : (turner.height - 3 * Theme.millimetre) / 2

    signal turned(sheet: int)

    ToolButton {
        Accessible.name: qsTr("Previous")
        capitals: turner.capitals
        height: turner.along
        label: qsTr("Previous")
        objectName: "previousSheet"
        quiet: false
        sign: turner.upright ? Icons.up : Icons.back
        flips: !turner.upright && Theme.rightToLeft
        visible: turner.current > 0
        width: turner.across
        x: turner.upright || !Theme.rightToLeft ? 0 : turner.width - width
        y: turner.upright && turner.hasCount ? middle.y - Theme.grid - height : 0

        onClicked: turner.turned(turner.current - 1)
    }

    Words {
        id: middle

        capitals: turner.capitals
        centred: true
        height: turner.upright ? Math.max(10 * Theme.millimetre, middle.tall) : turner.height
        room: turner.upright ? 100000 : height
        text: Typesetter.digits(`${turner.current + 1} / ${turner.count}`, Theme.language)
        verticalAlignment: Text.AlignVCenter
        visible: turner.hasCount
        width: turner.upright ? turner.width : 26 * Theme.millimetre
        x: (turner.width - width) / 2
        y: turner.upright ? turner.height - turner.along - Theme.grid - height : 0
    }

    ToolButton {
        capitals: turner.capitals
        height: turner.along
        label: qsTr("More")
        objectName: "nextSheet"
        quiet: false
        sign: turner.upright ? Icons.down : Icons.next
        flips: !turner.upright && Theme.rightToLeft
        visible: turner.current < turner.count - 1
        width: turner.across
        x: turner.upright || Theme.rightToLeft ? 0 : turner.width - width
        y: turner.upright ? turner.height - height : 0

        onClicked: turner.turned(turner.current + 1)
    }
}
