import QtQuick

// What does not fit, sentence by sentence.
Card {
    id: card

    property var flaws: []

    isTrouble: true
    visible: card.flaws.length > 0

    LineList {
        lines: card.flaws
        width: card.inner
    }
}
