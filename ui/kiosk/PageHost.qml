import QtQuick
import ui.theme

// Holds one page. Every page is built anew and the one before it is destroyed: nothing is left over.
Item {
    id: host

    function show(file: string, viewModel: QtObject) {
        glide.stop();
        loader.x = 0;
        if (file === "") {
            loader.source = "";
            return;
        }
        loader.setSource(Qt.resolvedUrl(file), {
            "viewModel": viewModel
        });
        if (Theme.motion)
            glide.start();
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
