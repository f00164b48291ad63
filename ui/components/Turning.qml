pragma Singleton

import QtQuick

// Whoever turns a sheet says so here; the window then takes no press until the new one has settled.
QtObject {
    signal turned
}
