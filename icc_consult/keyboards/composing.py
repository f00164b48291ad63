"""How characters come together: marks on letters, tones on syllables, vowel signs, and what is taken back."""

from __future__ import annotations

import re
import unicodedata

from icc_consult.keyboards.layout import Keyboard

_NUKTA = 7
_LAST_WORD = re.compile(r"[^\W\d_]+\Z")
_VOWELS = "aeiouy"
_INITIAL = re.compile(r"qu|gi(?=[aeiouy])|[^aeiouy]*")
_QUALITIES = frozenset("\u0302\u0306\u031b")


def composed(text: str, typed: str, board: Keyboard) -> str:
    """The text in NFC with what a key typed; unchanged where a mark finds no letter to sit on."""
    if typed in tones(board):
        return toned(text, typed, board)
    if joined := board.joined.get(text[-1:] + typed):
        return text[:-1] + joined
    if is_mark(typed[0]) and not _carries(text, board, typed):
        return text + board.alone.get(typed, "")
    longer = unicodedata.normalize("NFC", text + typed)
    return _tone_moved(longer, board) if board.composes == "syllable" else longer


def erased(text: str) -> str:
    """The text without its last sign: a vowel sign or a harakah alone, an accented letter whole."""
    shorter, last = text[:-1], text[-1:]
    while shorter and last and _belongs_to(last):
        shorter, last = shorter[:-1], shorter[-1]
    return shorter


def tones(board: Keyboard) -> tuple[str, ...]:
    """The marks that replace one another on a letter."""
    if board.composes not in ("accents", "syllable"):
        return ()
    return tuple(text for text in board.typed_texts("letters") if is_mark(text[0]))


def toned(text: str, tone: str, board: Keyboard) -> str:
    """The text with the tone on its last letter or syllable; the same tone again takes it away."""
    word = _LAST_WORD.search(unicodedata.normalize("NFC", text))
    if board.composes == "accents":
        return _on_last_letter(text, tone, tones(board))
    return text if word is None else text[: word.start()] + _on_syllable(word[0], tone, tones(board))


def vowel_forms(consonant: str, board: Keyboard) -> tuple[str, ...]:
    """The seven orders of an Ethiopic consonant, and its labialised forms where it has them."""
    if not consonant or consonant not in board.typed_texts("letters") or not consonant.isalpha():
        return ()
    offsets = (*range(8), *((8, 10, 11, 12, 13) if consonant in board.wide else ()))
    forms = (chr(ord(consonant) + offset) for offset in offsets)
    return tuple(form for form in forms if unicodedata.name(form, ""))


def is_mark(character: str) -> bool:
    """Whether the character combines with the one before it."""
    return unicodedata.category(character) in ("Mn", "Mc")


def _carries(text: str, board: Keyboard, sign: str) -> bool:
    if not text or not (text[-1].isalpha() or is_mark(text[-1])):
        return False
    if sign not in board.alone:
        return True
    if is_mark(text[-1]):
        return unicodedata.combining(text[-1]) == _NUKTA
    return text[-1] not in board.alone.values()


def _belongs_to(mark: str) -> bool:
    return unicodedata.combining(mark) == _NUKTA or "\u0300" <= mark <= "\u036f"


def _on_last_letter(text: str, tone: str, replaced: tuple[str, ...]) -> str:
    spread = unicodedata.normalize("NFD", text)
    bare = spread.rstrip("".join(replaced))
    if not bare or not (bare[-1].isalpha() or is_mark(bare[-1])):
        return text
    taken_away = spread[len(bare) :] == tone
    return unicodedata.normalize("NFC", bare if taken_away else bare + tone)


def _on_syllable(word: str, tone: str, replaced: tuple[str, ...]) -> str:
    bare, present = _without_tone(word, replaced)
    place = _tone_place(bare)
    if place is None:
        return word
    letters = list(bare)
    letters[place] += "" if present == tone else tone
    return unicodedata.normalize("NFC", "".join(letters))


def _tone_moved(text: str, board: Keyboard) -> str:
    word = _LAST_WORD.search(text)
    if word is None:
        return text
    bare, present = _without_tone(word[0], tones(board))
    return text[: word.start()] + _on_syllable(bare, present, tones(board)) if present else text


def _without_tone(word: str, replaced: tuple[str, ...]) -> tuple[str, str]:
    spread = unicodedata.normalize("NFD", word)
    bare = "".join(character for character in spread if character not in replaced)
    present = next((character for character in reversed(spread) if character in replaced), "")
    return unicodedata.normalize("NFC", bare), present


def _tone_place(word: str) -> int | None:
    """Where Vietnamese writes the tone: on the letter with a hat or a hook, else by the vowels' number."""
    plain = [unicodedata.normalize("NFD", letter.lower()) for letter in word]
    bases = "".join(letter[0] for letter in plain)
    onset = _INITIAL.match(bases)
    first = onset.end() if onset else 0
    last = first
    while last < len(bases) and bases[last] in _VOWELS:
        last += 1
    marked = [place for place in range(first, last) if _QUALITIES & set(plain[place])]
    if marked:
        return marked[-1]
    if first == last:
        return None
    return _unmarked_place(first, last, is_open=last == len(bases))


def _unmarked_place(first: int, last: int, *, is_open: bool) -> int:
    count = last - first
    if count == 1 or (count == 2 and is_open):
        return first
    return first + 1 if count == 3 else last - 1
