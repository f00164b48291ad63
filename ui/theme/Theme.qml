pragma Singleton

import QtQuick

QtObject {
    id: theme

    // Set by the window: how the screen is built and what the person in front of it chose.
    property real millimetre: Typesetter.millimetre()
    property bool isNear: false
    property bool isTiny: false
    property string scheme: "light"
    property int textStep: 1
    property bool motion: true
    property string language: "en"
    property bool rightToLeft: false
    property bool isSettled: false
    // While the language changes, what stays on the screen says nothing: its words are laid out once, not twice.
    property bool isHushed: false

    readonly property bool isDark: scheme === "dark"
    readonly property bool isStrong: scheme === "strong"

    readonly property color paper: isStrong ? "#000000" : isDark ? "#0B1626" : "#FBF6EC"
    readonly property color tile: isStrong ? "#000000" : isDark ? "#152642" : "#FFFFFF"
    readonly property color ink: isStrong ? "#FFFFFF" : isDark ? "#F5EFE3" : "#16243A"
    readonly property color inkSoft: isStrong ? "#FFFFFF" : isDark ? "#C3CBD8" : "#48536A"
    readonly property color azulejo: isStrong ? "#FFD400" : isDark ? "#9CC2FF" : "#17489B"
    readonly property color azulejoInk: isStrong ? "#000000" : isDark ? "#0B1626" : "#FFFFFF"
    readonly property color tint: isStrong ? "#333300" : isDark ? "#1F3660" : "#E3ECFA"
    readonly property color grout: isStrong ? "#FFFFFF" : isDark ? "#6F87AB" : "#8A8373"
    readonly property color glaze: isStrong ? "#FFD400" : "#F2B632"
    readonly property color clay: isStrong ? "#FFD400" : isDark ? "#FFB4A0" : "#8A2C14"

    readonly property url glazedTile: Qt.resolvedUrl(isDark ? "azulejo-dark.svg" : "azulejo-light.svg")
    readonly property url bareTile: Qt.resolvedUrl(isDark ? "bare-dark.svg" : "bare-light.svg")

    // Sizes of type are heights of a capital letter in millimetres on the real screen, which is read from
    // 60 cm; a small one from half a metre, a tiny one from 40 cm.
    readonly property real nearness: isTiny ? 0.67 : isNear ? 0.83 : 1
    readonly property real textFactor: textStep === 3 ? 2 : textStep === 2 ? 1.5 : 1
    readonly property real statement: 9 * textFactor * nearness
    readonly property real answer: 7.4 * textFactor * nearness
    readonly property real help: 5 * textFactor * nearness
    readonly property real staff: 3.2 * nearness

    // What is known of each language's type, asked for once.
    readonly property var faces: ({})
    readonly property real grid: 4 * millimetre
    readonly property real margin: 6 * millimetre
    readonly property real target: 20 * millimetre
    readonly property real radius: 2 * millimetre
    readonly property real hairline: Math.max(1, 0.3 * millimetre)
    readonly property real chosenLine: millimetre
    readonly property int duration: motion ? 180 : 0

    function faceOf(language: string): var {
        if (!(language in theme.faces))
            theme.faces[language] = {
                "leading": Typesetter.leading(language),
                "lift": Typesetter.lift(language),
                "plain": Typesetter.smallest(language, false),
                "rightToLeft": Typesetter.rightToLeft(language),
                "rise": Typesetter.rise(language),
                "strong": Typesetter.smallest(language, true)
            };
        return theme.faces[language];
    }
}
