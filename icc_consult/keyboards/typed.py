"""What a resident has typed so far, and what it becomes with one more tap. Nothing here is remembered."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass, replace
from itertools import product
from typing import assert_never

from icc_consult.keyboards.composing import composed, erased, toned, tones, vowel_forms
from icc_consult.keyboards.layout import Erase, Key, Keyboard, Layer, Pick, Space, Turn, Types, keyboard
from icc_consult.keyboards.pinyin import candidates, characters

AT_MOST = 500
_LONGEST_SPELLING = 30
_SENTENCE_ENDS = ".!?…"


@dataclass(frozen=True, slots=True)
class Typed:
    """A text being typed; the cursor is at its end. `pending` are letters not yet turned into Chinese."""

    keyboard: Keyboard
    text: str
    pending: str
    layer: Layer
    strip: tuple[Pick, ...]
    at_most: int

    @property
    def is_full(self) -> bool:
        """Whether no further character is taken."""
        return len(self.text) >= self.at_most


def start(on: str | Keyboard, text: str = "", *, at_most: int = AT_MOST) -> Typed:
    """Begin typing in a language, or on a keyboard, after a text that is there already; `at_most` counts code
    points.
    """
    board = keyboard(on) if isinstance(on, str) else on
    kept = unicodedata.normalize("NFC", text)[:at_most]
    return Typed(board, kept, "", _layer_after(board, kept), (), at_most)


def press(typed: Typed, key: Key) -> Typed:
    """The state after one tap; the same state where the tap has nothing to do."""
    match key:
        case Types():
            return _type(typed, key.text)
        case Pick():
            return _pick(typed, key)
        case Turn():
            return replace(typed, layer=key.layer)
        case Erase():
            return _erase(typed)
        case Space():
            return _space(typed)
        case _:
            assert_never(key)


def finished(typed: Typed) -> str:
    """The text to keep: what is still pending becomes its first candidate; no blanks around it."""
    return _settled(typed).text.strip()


def typable(tag: str) -> frozenset[str]:
    """Every character that the language's keyboard can bring forth."""
    board = keyboard(tag)
    texts = [text for layer in board.layers for text in board.typed_texts(layer)]
    texts += [*board.alone.values(), *board.joined.values(), " "]
    texts += [form for text in texts for form in vowel_forms(text, board) if board.composes == "vowels"]
    texts += [toned(text, tone, board) for text, tone in product(texts, tones(board)) if text.isalpha()]
    found = {character for text in texts for character in unicodedata.normalize("NFC", text)}
    return frozenset(found | characters()) if board.composes == "pinyin" else frozenset(found)


def _type(typed: Typed, text: str) -> Typed:
    board = typed.keyboard
    if board.composes == "pinyin" and typed.layer == "letters" and text.isalpha():
        return _spell(typed, (typed.pending + text)[:_LONGEST_SPELLING])
    settled = _settled(typed)
    forms = vowel_forms(text, board) if board.composes == "vowels" else ()
    after = _with_text(settled, composed(settled.text, text, board))
    strip = tuple(Pick(form, 1) for form in forms) if after.text != settled.text else ()
    return replace(after, strip=strip)


def _pick(typed: Typed, key: Pick) -> Typed:
    if typed.keyboard.composes == "pinyin":
        text = (typed.text + key.text)[: typed.at_most]
        return _spell(_with_text(typed, text), typed.pending[key.takes :])
    return replace(_with_text(typed, typed.text[: -key.takes] + key.text), strip=typed.strip)


def _space(typed: Typed) -> Typed:
    if typed.pending:
        return _pick(typed, typed.strip[0])
    spaced = typed.text if typed.text.endswith(" ") or not typed.text else f"{typed.text} "
    after = replace(_with_text(typed, spaced), strip=())
    return replace(after, layer=_layer_after(typed.keyboard, after.text))


def _erase(typed: Typed) -> Typed:
    if typed.pending:
        return _spell(typed, typed.pending[:-1])
    shorter = erased(typed.text)
    layer = typed.layer if typed.layer == "marks" else _layer_after(typed.keyboard, shorter)
    return replace(typed, text=shorter, strip=(), layer=layer)


def _settled(typed: Typed) -> Typed:
    """Without pending letters: each in turn becomes the first that the strip offers."""
    while typed.pending:
        typed = _pick(typed, typed.strip[0])
    return typed


def _spell(typed: Typed, pending: str) -> Typed:
    offered = tuple(Pick(text, taken) for text, taken in candidates(pending)) if pending else ()
    return replace(typed, pending=pending, strip=offered)


def _with_text(typed: Typed, text: str) -> Typed:
    if len(text) > typed.at_most:
        return typed
    layer = typed.layer if typed.layer == "marks" else _layer_after(typed.keyboard, text)
    return replace(typed, text=text, layer=layer)


def _layer_after(board: Keyboard, text: str) -> Layer:
    begins = not text or (text.endswith(" ") and text.rstrip(" ")[-1:] in _SENTENCE_ENDS)
    return "shift" if board.case != "none" and board.composes != "pinyin" and begins else "letters"
