import QtQuick
import QtQuick.Templates as T
import ui.theme

// Shows that there is more, and how far one is.
T.ScrollBar {
    id: bar

    implicitWidth: 3 * Theme.millimetre
    minimumSize: 0.1
    padding: 0.5 * Theme.millimetre
    policy: bar.size < 1 ? T.ScrollBar.AlwaysOn : T.ScrollBar.AlwaysOff
    visible: bar.size < 1

    contentItem: Rectangle {
        color: bar.pressed ? Theme.azulejo : Theme.grout
        implicitHeight: 10 * Theme.millimetre
        implicitWidth: 2 * Theme.millimetre
        radius: width / 2
    }
}
