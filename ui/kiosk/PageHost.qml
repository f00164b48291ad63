import QtQuick
import ui.theme

// Holds one page. A page of another kind is built anew and the one before it is destroyed: nothing is left over.
Item {
    id: host

    function show(file: string, viewModel: QtObject) {
        const isFirst = loader.source.toString() === "";
        glide.stop();
        loader.x = 0;
        if (file === "") {
            loader.source = "";
            return;
        }
        loader.setSource(Qt.resolvedUrl(file), {
            "viewModel": viewModel,
            "width": host.width,
            "height": host.height
        });
        if (Theme.motion && !isFirst)
            glide.start();
    }

    function begin(page: var) {
        if (page.begin)
            page.begin();
    }

    // The same page now tells of something else.
    function turn() {
        host.begin(loader.item);
        if (Theme.motion)
            glide.restart();
    }

    Loader {
        id: loader

        height: host.height
        objectName: "page"
        width: host.width
    }

    NumberAnimation {
        id: glide

        duration: Theme.duration
        easing.type: Easing.OutCubic
        from: (Theme.rightToLeft ? -1 : 1) * 8 * Theme.millimetre
        property: "x"
        target: loader
        to: 0
    }
}
