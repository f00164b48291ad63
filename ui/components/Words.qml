import QtQuick
import ui.theme

// A text in its own language: font, direction and the largest size, up to the wished one, in which it fits.
Text {
    id: words

    property string language: Theme.language
    property real capitals: Theme.help
    property bool strong: false
    property bool centred: false
    property real room: 100000

    readonly property real tall: Typesetter.tall(words.text, words.language, words.capitals, Theme.millimetre, words.strong, words.width, words.room)
    readonly property bool rightToLeft: Typesetter.rightToLeft(words.language)

    color: Theme.ink
    font: Typesetter.fitted(words.text, words.language, words.capitals, Theme.millimetre, words.strong, words.width, words.room)
    height: words.tall
    horizontalAlignment: words.centred ? Text.AlignHCenter : words.rightToLeft === words.LayoutMirroring.enabled ? Text.AlignLeft : Text.AlignRight
    textFormat: Text.PlainText
    wrapMode: Text.WordWrap
}
