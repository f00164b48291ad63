import QtQuick
import ui.theme

// A text in its own language: font, direction and the largest size, up to the wished one, in which it fits.
Text {
    id: words

    property string language: Theme.language
    property real capitals: Theme.help
    property bool strong: false
    property bool centred: false
    property bool balanced: false
    property real room: 100000

    readonly property real tall: Typesetter.tall(words.text, words.language, words.capitals, Theme.millimetre, words.strong, words.width, words.room)
    readonly property bool rightToLeft: Typesetter.rightToLeft(words.language)
    readonly property real lift: Typesetter.lift(words.font, words.language)
    readonly property real slack: words.balanced ? words.width - Typesetter.balanced(words.text, words.language, words.capitals, Theme.millimetre, words.strong, words.width, words.room) : 0

    function tallAt(width: real, room: real): real {
        return Typesetter.tall(words.text, words.language, words.capitals, Theme.millimetre, words.strong, width, room);
    }

    bottomPadding: -words.lift
    color: Theme.ink
    font: Typesetter.fitted(words.text, words.language, words.capitals, Theme.millimetre, words.strong, words.width, words.room)
    height: words.tall
    horizontalAlignment: words.centred ? Text.AlignHCenter : words.rightToLeft === words.LayoutMirroring.enabled ? Text.AlignLeft : Text.AlignRight
    leftPadding: words.centred ? words.slack / 2 : words.rightToLeft ? words.slack : 0
    lineHeight: Typesetter.leading(words.language)
    rightPadding: words.centred ? words.slack / 2 : words.rightToLeft ? 0 : words.slack
    textFormat: Text.PlainText
    topPadding: -words.lift
    wrapMode: Text.WordWrap
}
