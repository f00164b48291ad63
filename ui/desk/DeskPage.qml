import QtQuick
import QtQuick.Templates as T
import ui.theme

// The frame of a page: a head, what may be longer than the window, and right below it the one main action.
FocusScope {
    id: page

    property alias title: head.title
    property alias titleLanguage: head.titleLanguage
    property alias lead: head.lead
    property alias actions: foot.data
    default property alias content: column.data

    readonly property bool isWide: page.width > 300 * Theme.millimetre
    readonly property real half: page.isWide ? (column.width - Theme.grid) / 2 : column.width
    // With the keyboard on the screen there may be room for the field alone.
    readonly property bool isTight: page.height < 130 * Theme.millimetre
    readonly property real room: page.height - scroll.y - (page.isTight ? 0 : foot.height)

    function holds(item: Item): bool {
        for (let one = item; one; one = one.parent) {
            if (one === column)
                return true;
        }
        return false;
    }

    function reveal(item: Item) {
        if (!item || !page.holds(item))
            return;
        const above = page.isTight ? 20 * Theme.millimetre : Theme.grid;
        const top = item.mapToItem(column, 0, 0).y - above;
        const bottom = item.mapToItem(column, 0, item.height).y + Theme.grid;
        if (top < scroll.contentY)
            scroll.contentY = Math.max(0, top);
        else if (bottom > scroll.contentY + scroll.height)
            scroll.contentY = Math.min(scroll.contentHeight - scroll.height, bottom - scroll.height);
    }

    focus: true

    onHeightChanged: page.reveal(page.Window.window?.activeFocusItem ?? null)

    Connections {
        function onActiveFocusItemChanged() {
            page.reveal(page.Window.window?.activeFocusItem ?? null);
        }

        target: page.Window.window
    }

    PageHead {
        id: head

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: parent.top
        visible: !page.isTight
    }

    Flickable {
        id: scroll

        anchors.left: parent.left
        anchors.leftMargin: -Theme.millimetre
        anchors.right: parent.right
        anchors.rightMargin: -5 * Theme.millimetre
        boundsBehavior: Flickable.StopAtBounds
        clip: true
        contentHeight: column.height
        contentWidth: scroll.width
        height: Math.min(column.height, page.room)
        interactive: scroll.contentHeight > scroll.height
        layer.enabled: scroll.interactive // drawn without a graphics card, signs would not be clipped
        objectName: "scroll"
        y: page.isTight ? 0 : head.height

        T.ScrollBar.vertical: ScrollThumb {}

        Rectangle {
            color: Theme.paper
            height: scroll.contentHeight
            width: scroll.width
        }

        Column {
            id: column

            bottomPadding: 2 * Theme.millimetre
            spacing: Theme.grid
            width: page.width
            x: Theme.rightToLeft ? scroll.width - column.width - Theme.millimetre : Theme.millimetre
        }
    }

    Flow {
        id: foot

        anchors.left: parent.left
        anchors.right: parent.right
        anchors.top: scroll.bottom
        objectName: "foot"
        spacing: Theme.grid
        topPadding: Theme.grid
        visible: !page.isTight
    }
}
