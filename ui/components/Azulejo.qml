import QtQuick
import ui.theme

// One tile of the wall.
Image {
    id: azulejo

    height: 28 * Theme.millimetre
    source: Theme.glazedTile
    sourceSize: Qt.size(azulejo.width, azulejo.height)
    width: azulejo.height
}
