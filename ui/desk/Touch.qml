pragma Singleton

import QtQuick

// Whoever wants the keyboard on the screen says so here.
QtObject {
    signal asked(name: string)
}
