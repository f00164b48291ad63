import QtQuick
import ui.theme

// What is not seen at first is built once the first frame stands, or where it is seen before that.
Loader {
    active: visible || Theme.isSettled
}
