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

    readonly property var face: Theme.faceOf(words.language)
    readonly property real tall: words.width <= 0 ? 0 : Typesetter.tall(words.text, words.language, words.capitals, Theme.millimetre, words.strong, words.width, words.room)
    readonly property bool rightToLeft: words.face.rightToLeft
    readonly property real lift: words.face.lift * words.font.pixelSize
    readonly property real rise: words.face.rise * words.font.pixelSize
    readonly property real slack: words.balanced && words.width > 0 ? words.width - Typesetter.balanced(words.text, words.language, words.capitals, Theme.millimetre, words.strong, words.width, words.room) : 0

    Accessible.name: words.text
    Accessible.role: Accessible.StaticText
    bottomPadding: words.rise - words.lift
    color: Theme.ink
    font: words.width <= 0 ? (words.strong ? words.face.strong : words.face.plain) : Typesetter.fitted(words.text, words.language, words.capitals, Theme.millimetre, words.strong, words.width, words.room)
    height: words.tall
    horizontalAlignment: words.centred ? Text.AlignHCenter : words.rightToLeft === words.LayoutMirroring.enabled ? Text.AlignLeft : Text.AlignRight
    leftPadding: words.centred ? words.slack / 2 : words.rightToLeft ? words.slack : 0
    lineHeight: words.face.leading
    rightPadding: words.centred ? words.slack / 2 : words.rightToLeft ? 0 : words.slack
    textFormat: Text.PlainText
    topPadding: -words.rise - words.lift
    wrapMode: Text.WordWrap
}
