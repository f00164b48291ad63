pragma Singleton

import QtQuick
import ui.components
import ui.theme

// How high each kind of card of the kiosk will be, and how far its words stand in.
QtObject {
    id: rulers

    readonly property real moreWidth: 30 * Theme.millimetre
    readonly property real picture: 36 * Theme.millimetre
    readonly property real listen: 24 * Theme.millimetre
    readonly property real dotSide: 3.4 * Theme.millimetre
    readonly property real pointInset: dotSide + 3 * Theme.millimetre
    readonly property real english: 7 * Theme.millimetre
    readonly property real endonym: Math.min(Theme.answer, 11)
    readonly property real endonymRoom: 19 * Theme.millimetre * Math.min(Theme.textFactor, 1.5)
    readonly property real wish: Math.min(Theme.help, 11)
    readonly property real rowPadding: 3 * Theme.millimetre
    readonly property real rowInset: 2 * rowPadding + 10 * Theme.millimetre
    readonly property real rowSmall: Math.min(Theme.help * 0.8, 6.5)
    readonly property real rowLarge: Math.min(Theme.help, 7.5)
    readonly property real badge: 13 * Theme.millimetre
    readonly property real second: Math.min(Theme.help, 5.5)
    readonly property real secondShare: 0.3
    readonly property real count: 22 * Theme.millimetre
    readonly property real linePadding: 3 * Theme.millimetre
    readonly property real lineSide: Math.min(Theme.help, 7)

    function topic(text: string, language: string, width: real, room: real): real {
        return Rulers.choice(text, language, width - rulers.moreWidth, room);
    }

    function point(text: string, language: string, capitals: real, width: real, room: real): real {
        return Rulers.words(text, language, capitals, false, width - rulers.pointInset, room);
    }

    function language(name: string, english: string, tag: string, width: real): real {
        const across = width - Theme.grid;
        const words = Rulers.words(name, tag, english ? rulers.endonym : rulers.wish, true, across, rulers.endonymRoom);
        return Math.max(Theme.target, words + (english ? rulers.english : 0) + Theme.grid);
    }

    function besideMore(width: real, hasMore: bool): real {
        return width - (hasMore ? rulers.moreWidth : 0);
    }

    function ballot(text: string, language: string, second: string, width: real, room: real): real {
        const across = width - 3 * Theme.grid - rulers.badge;
        const below = rulers.words(second, Theme.language, rulers.second, true, across, rulers.secondShare * room);
        const above = rulers.words(text, language, Theme.answer, false, across, room - below - 2 * Rulers.choicePadding);
        return Math.max(Theme.target, above + below + 2 * Rulers.choicePadding);
    }

    function ballotLetters(cards: var, seconds: var, width: real, room: real): real {
        const across = width - 3 * Theme.grid - rulers.badge;
        const below = Math.max(0, ...seconds.map(second => rulers.words(second, Theme.language, rulers.second, true, across, rulers.secondShare * room)));
        return Rulers.shared(cards, Theme.answer, false, across, room - below - 2 * Rulers.choicePadding);
    }

    function words(text: string, language: string, capitals: real, strong: bool, width: real, room: real): real {
        return text === "" ? 0 : Rulers.words(text, language, capitals, strong, width, room);
    }

    function dots(text: string, language: string, width: real, hasMore: bool, room: real): real {
        const stacked = rulers.isStacked(width, hasMore);
        const across = width - 2 * Theme.grid - (stacked ? 0 : rulers.besideDots(hasMore));
        const taken = 2 * Rulers.choicePadding + (stacked ? Theme.target + Theme.grid : 0);
        const above = rulers.words(text, language, Theme.answer, false, across, room - taken);
        return Math.max(Theme.target + 2 * Rulers.choicePadding, above + taken);
    }

    function dotsLetters(cards: var, width: real, hasMore: bool, room: real): real {
        const stacked = rulers.isStacked(width, hasMore);
        const across = width - 2 * Theme.grid - (stacked ? 0 : rulers.besideDots(hasMore));
        return Rulers.shared(cards, Theme.answer, false, across, room - 2 * Rulers.choicePadding - (stacked ? Theme.target + Theme.grid : 0));
    }

    function isStacked(width: real, hasMore: bool): bool {
        return width - rulers.besideDots(hasMore) < 90 * Theme.millimetre * Theme.textFactor;
    }

    function besideDots(hasMore: bool): real {
        return 2 * Theme.target + rulers.count + 3 * Theme.grid + (hasMore ? rulers.moreWidth + Theme.grid : 0);
    }

    function row(question: string, language: string, answer: string, width: real, room: real): real {
        const across = width - rulers.rowInset;
        const asked = Rulers.words(question, language, rulers.rowSmall, false, across, 0.45 * room);
        const answered = Rulers.words(answer, Theme.language, rulers.rowLarge, true, across, 0.5 * room - 2 * rulers.rowPadding);
        return Math.max(Theme.target, asked + answered + 2 * rulers.rowPadding);
    }

    function written(words: string, width: real, room: real): real {
        return Math.max(1.4 * Theme.target, words ? Rulers.choice(words, Theme.language, width, room) : 0);
    }

    function way(text: string, language: string, second: string, width: real, room: real): real {
        const across = width - 2 * Theme.grid;
        const below = rulers.words(second, Theme.language, rulers.second, false, across, 100000);
        const above = rulers.words(text, language, Theme.answer, true, across, room - below - 2 * Theme.grid);
        return Math.max(1.4 * Theme.target, above + below + 2 * Theme.grid);
    }

    function lineInset(hasSide: bool): real {
        return 2 * rulers.linePadding + (hasSide ? 8 * Theme.millimetre + rulers.linePadding : 0);
    }

    function side(word: string, width: real): real {
        return Rulers.words(word, Theme.language, rulers.lineSide, true, width - rulers.lineInset(true), 100000);
    }

    function line(text: string, language: string, word: string, width: real, room: real): real {
        const rest = rulers.side(word, width) + 2 * rulers.linePadding;
        return rest + Rulers.words(text, language, Theme.answer, false, width - rulers.lineInset(word !== ""), room - rest);
    }
}
