import QtQuick
import ui.theme

// The staff gesture: five taps into one corner, the same in every direction of writing.
Item {
    id: corner

    property int taps: 0

    signal opened

    height: Theme.target
    objectName: "staffCorner"
    width: Theme.target

    TapHandler {
        onTapped: {
            corner.taps += 1;
            forget.restart();
            if (corner.taps >= 5) {
                corner.taps = 0;
                corner.opened();
            }
        }
    }

    Timer {
        id: forget

        interval: 3000

        onTriggered: corner.taps = 0
    }
}
