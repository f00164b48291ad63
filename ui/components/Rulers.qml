pragma Singleton

import QtQuick
import ui.theme

// How high something will be, before it is there.
QtObject {
    id: rulers

    readonly property real choicePadding: 1.6 * Theme.millimetre
    readonly property real choiceSign: 9 * Theme.millimetre
    readonly property real cardPicture: 30 * Theme.millimetre

    function words(text: string, language: string, capitals: real, strong: bool, width: real, room: real): real {
        return Typesetter.tall(text, language, capitals, Theme.millimetre, strong, width, room);
    }

    function notice(text: string, language: string, capitals: real, width: real): real {
        const tall = rulers.words(text, language, capitals, false, width - 6 * Theme.millimetre - 1.5 * Theme.grid, 100000);
        return text === "" ? 0 : Math.max(tall, 6 * Theme.millimetre) + Theme.grid;
    }

    function card(text: string, language: string, capitals: real, width: real, room: real, above: real): real {
        const taken = above + 2 * rulers.choicePadding;
        return Math.max(Theme.target, taken + rulers.words(text, language, capitals, false, width - 2 * Theme.grid, room - taken));
    }

    function aboveCard(hasPicture: bool, sign: string): real {
        return hasPicture ? rulers.cardPicture + Theme.grid / 2 : sign ? rulers.choiceSign + Theme.grid / 2 : 0;
    }

    // The one size for cards that are to be chosen from.
    function shared(cards: var, capitals: real, strong: bool, width: real, room: real): real {
        return Typesetter.shared(cards.map(card => String(card.text)), cards.map(card => String(card.language)), capitals, Theme.millimetre, strong, width, room);
    }

    function choiceShare(choices: var, capitals: real, width: real, room: real): real {
        return rulers.choiceLetters(choices, capitals, width, room) / capitals;
    }

    function choiceLetters(choices: var, capitals: real, width: real, room: real): real {
        return rulers.shared(choices, capitals, false, width - 3 * Theme.grid - rulers.choiceSign, room - 2 * rulers.choicePadding);
    }

    function choice(text: string, language: string, width: real, room: real): real {
        return rulers.choiceIn(text, language, Theme.answer, width, room);
    }

    function choiceIn(text: string, language: string, capitals: real, width: real, room: real): real {
        const across = width - 3 * Theme.grid - rulers.choiceSign;
        const tall = rulers.words(text, language, capitals, false, across, room - 2 * rulers.choicePadding);
        return Math.max(Theme.target, tall + 2 * rulers.choicePadding);
    }
}
