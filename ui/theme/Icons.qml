pragma Singleton

import QtQuick

// Outlines on a grid of 24 by 24, drawn for this program.
QtObject {
    readonly property string back: "M15 4 L7 12 L15 20"
    readonly property string next: "M9 4 L17 12 L9 20"
    readonly property string up: "M4 15 L12 7 L20 15"
    readonly property string down: "M4 9 L12 17 L20 9"
    readonly property string language: "M12 3 A9 9 0 1 0 12 21 A9 9 0 1 0 12 3 M3.5 9 H20.5 M3.5 15 H20.5 M12 3 C6.5 8 6.5 16 12 21 C17.5 16 17.5 8 12 3"
    readonly property string textSize: "M2 19 L7 6 L12 19 M3.8 15 H10.2 M14 19 L18 9 L22 19 M15.4 16 H20.6"
    readonly property string contrast: "M12 3 A9 9 0 1 0 12 21 A9 9 0 1 0 12 3 M12 3 V21 M14.5 5 V19 M17 6.5 V17.5 M19 9 V15"
    readonly property string hide: "M2 12 C6 5.5 18 5.5 22 12 C18 18.5 6 18.5 2 12 M12 9 A3 3 0 1 0 12 15 A3 3 0 1 0 12 9 M4 20 L20 4"
    readonly property string leave: "M10 3 H4 V21 H10 M9 12 H21 M16 7 L21 12 L16 17"
    readonly property string help: "M12 3 A9 9 0 1 0 12 21 A9 9 0 1 0 12 3 M9.2 9.4 C9.4 6.2 14.8 6.4 14.6 9.6 C14.5 11.6 12 11.8 12 14 M12 16.6 V17.2"
    readonly property string plus: "M12 4 V20 M4 12 H20"
    readonly property string minus: "M4 12 H20"
    readonly property string alike: "M4 9 H20 M4 15 H20"
    readonly property string tick: "M4 13 L9.5 18.5 L20 6"
    readonly property string cross: "M5 5 L19 19 M19 5 L5 19"
    readonly property string unsure: "M8 8.6 C8.3 3.6 16.4 4 16 9 C15.7 12 12 12.3 12 15.6 M12 19 V20"
    readonly property string trash: "M4 7 H20 M9 7 V4 H15 V7 M6 7 L7 21 H17 L18 7 M10 11 V17 M14 11 V17"
    readonly property string send: "M3 12 L21 4 L15 20 L11.5 13.5 Z M11.5 13.5 L21 4"
    readonly property string write: "M4 20 L5 15 L16 4 L20 8 L9 19 Z M13 7 L17 11"
    readonly property string eraser: "M9 5 H22 V19 H9 L2 12 Z M12 9 L18 15 M18 9 L12 15"
    readonly property string shift: "M12 4 L4 13 H8 V20 H16 V13 H20 Z"
    readonly property string info: "M12 3 A9 9 0 1 0 12 21 A9 9 0 1 0 12 3 M12 11 V17 M12 7 V7.6"
    readonly property string listen: "M4 9 V15 H8 L13 19 V5 L8 9 Z M16 9 C17.5 10.5 17.5 13.5 16 15 M18.5 6.5 C22 9.5 22 14.5 18.5 17.5"
    readonly property string stick: "M8 9 H16 V21 H8 Z M9.5 9 V3 H14.5 V9 M11.5 5.5 V6.2 M12.8 5.5 V6.2"
    readonly property string star: "M12 3 L14.7 9 L21 9.7 L16.3 14 L17.6 20.4 L12 17.2 L6.4 20.4 L7.7 14 L3 9.7 L9.3 9 Z"
    readonly property string lock: "M5 11 H19 V21 H5 Z M8 11 V8 A4 4 0 0 1 16 8 V11"
    readonly property string touch: "M9 21 L5 15 C4 13.5 6 12.5 7 13.6 L9 16 V6 A1.5 1.5 0 0 1 12 6 V11 L17.5 12 C19 12.4 19.4 13.4 19.2 15 L18 21"
    readonly property string day: "M12 7 A5 5 0 1 0 12 17 A5 5 0 1 0 12 7 M12 1.5 V4 M12 20 V22.5 M1.5 12 H4 M20 12 H22.5 M4.6 4.6 L6.4 6.4 M17.6 17.6 L19.4 19.4 M4.6 19.4 L6.4 17.6 M17.6 6.4 L19.4 4.6"
    readonly property string chart: "M4 4 V20 H20 M8 16 V12 M12 16 V8 M16 16 V10"
    readonly property string keyboard: "M2 6 H22 V18 H2 Z M6 10 H6.6 M10 10 H10.6 M14 10 H14.6 M18 10 H18.6 M8 14.5 H16"
    readonly property string paper: "M6 3 H15 L19 7 V21 H6 Z M9 11 H16 M9 15 H16"
}
