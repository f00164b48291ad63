import QtQuick
import ui.theme

// Holds one page. Every page is built anew and the one before it is destroyed: nothing is left over.
Item {
    id: host

    property string file: ""
    property QtObject viewModel: null

    function load() {
        glide.stop();
        if (host.file === "") {
            loader.source = "";
            return;
        }
        loader.setSource(Qt.resolvedUrl(host.file), {
            "viewModel": host.viewModel
        });
        loader.x = 0;
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
