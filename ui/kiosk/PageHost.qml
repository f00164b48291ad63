import QtQuick
import QtQuick.Templates as T
import ui.components
import ui.theme

// Holds one page, and behind it, unseen, the one that will probably be next. Nothing else is left over.
Item {
    id: host

    property Loader front: left
    property bool isHeld: false

    readonly property Loader behind: host.front === left ? right : left

    function show(file: string, viewModel: QtObject) {
        const isFirst = host.front.source.toString() === "";
        glide.stop();
        host.front.x = 0;
        host.fill(host.front, file, viewModel, Qt.size(host.width, host.height));
        if (file !== "" && Theme.motion && !isFirst)
            glide.start();
        host.arrive();
    }

    function fill(loader: Loader, file: string, viewModel: QtObject, room: size) {
        if (file === "")
            loader.source = "";
        else {
            loader.width = room.width;
            loader.height = room.height;
            loader.setSource(Qt.resolvedUrl(file), {
                "viewModel": viewModel,
                "width": room.width,
                "height": room.height
            });
        }
    }

    function prepare(file: string, viewModel: QtObject, room: size) {
        host.fill(host.behind, file, viewModel, room);
    }

    // While much changes around it, the page keeps its size; then it takes the last one.
    function hold() {
        host.isHeld = true;
    }

    function release() {
        host.isHeld = false;
        host.fit();
    }

    function fit() {
        if (host.isHeld)
            return;
        host.front.width = host.width;
        host.front.height = host.height;
    }

    // The page behind comes to the front.
    function swap() {
        glide.stop();
        host.front.x = 0;
        host.front = host.behind;
        host.turn();
    }

    // A screen reader says what the new page is about; whoever goes by keys goes on from its beginning.
    function arrive() {
        const held = host.Window.activeFocusItem as T.AbstractButton;
        if (held?.visualFocus)
            host.forceActiveFocus(Qt.TabFocusReason);
        const heading = host.headingIn(host.front.item as Item) as Words;
        if (heading)
            Hearing.tell(heading, heading.text);
    }

    function headingIn(item: Item): Item {
        if (!item || !item.visible || item.objectName === "heading")
            return item?.visible ? item : null;
        for (const child of item.children) {
            const found = host.headingIn(child as Item);
            if (found)
                return found;
        }
        return null;
    }

    function begin(page: var) {
        if (page.begin)
            page.begin();
    }

    // The same page now tells of something else.
    function turn() {
        host.begin(host.front.item);
        if (Theme.motion)
            glide.restart();
        host.arrive();
    }

    onHeightChanged: host.fit()
    onWidthChanged: host.fit()

    Loader {
        id: left

        property bool mirrors: Theme.rightToLeft

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: left.mirrors
        objectName: host.front === left ? "page" : ""
        visible: host.front === left
    }

    Loader {
        id: right

        property bool mirrors: Theme.rightToLeft

        LayoutMirroring.childrenInherit: true
        LayoutMirroring.enabled: right.mirrors
        objectName: host.front === right ? "page" : ""
        visible: host.front === right
    }

    NumberAnimation {
        id: glide

        duration: Theme.duration
        easing.type: Easing.OutCubic
        from: (Theme.rightToLeft ? -1 : 1) * 8 * Theme.millimetre
        property: "x"
        target: host.front
        to: 0
    }
}
