"""A keyboard: rows of keys in up to three layers, read from resources/keyboards.

Rows are given from left to right as they lie on a keyboard, in right-to-left languages too.
"""

from __future__ import annotations

import json
import unicodedata
from dataclasses import dataclass
from functools import cache
from typing import Any, Literal

from icc_consult.assets import resources
from icc_consult.languages import Direction, Language, language

Layer = Literal["letters", "shift", "marks"]
Composing = Literal["plain", "accents", "syllable", "vowels", "pinyin"]
Case = Literal["none", "plain", "turkish"]

FULL_ROW = 12.0
_DOTTED_CIRCLE = "\u25cc"
_LATIN_DIGITS = "0123456789"
_JOINERS = {"\u200c": "‹›", "\u200d": "›‹"}


@dataclass(frozen=True, slots=True)
class Types:
    """A key that types its text; a combining mark is drawn on a dotted circle."""

    text: str
    width: float = 1.0

    @property
    def label(self) -> str:
        """What stands on the key."""
        if unicodedata.category(self.text[0]).startswith("M"):
            return _DOTTED_CIRCLE + self.text
        return _JOINERS.get(self.text, self.text)


@dataclass(frozen=True, slots=True)
class Pick:
    """A candidate of the strip: it takes the place of the last `takes` letters."""

    text: str
    takes: int
    width: float = 1.0

    @property
    def label(self) -> str:
        """What stands on the key."""
        return self.text


@dataclass(frozen=True, slots=True)
class Turn:
    """A key that shows another layer; without a label it is the shift arrow."""

    layer: Layer
    label: str
    width: float = 1.5


@dataclass(frozen=True, slots=True)
class Erase:
    """The key that takes back the last letter."""

    label: str = ""
    width: float = 2.0


@dataclass(frozen=True, slots=True)
class Space:
    """The space bar; it fills its row."""

    label: str = ""
    width: float = 5.0


Key = Types | Pick | Turn | Erase | Space
Row = tuple[Key, ...]


@dataclass(frozen=True, eq=False)
class Keyboard:
    """The keys of one language. Two keyboards are equal only when they are the same one.

    `alone` gives what a vowel sign becomes where it has no consonant, `joined` what two characters become
    together, `wide` the consonants that also have labiovelar forms.
    """

    tag: str
    direction: Direction
    composes: Composing
    case: Case
    letters: tuple[Row, ...]
    shift: tuple[Row, ...]
    marks: tuple[Row, ...]
    alone: dict[str, str]
    joined: dict[str, str]
    wide: str

    def rows(self, layer: Layer) -> tuple[Row, ...]:
        """The rows of a layer, the space bar's last: at most twelve widths a row, at most five rows."""
        return {"letters": self.letters, "shift": self.shift, "marks": self.marks}[layer]

    @property
    def layers(self) -> tuple[Layer, ...]:
        """The layers that have keys."""
        return ("letters", "shift", "marks") if self.shift else ("letters", "marks")

    def typed_texts(self, layer: Layer) -> tuple[str, ...]:
        """What the keys of a layer type, in their order."""
        return tuple(key.text for row in self.rows(layer) for key in row if isinstance(key, Types))


@cache
def keyboard(tag: str) -> Keyboard:
    """The keyboard of a language; UnknownLanguage if there is none of this tag."""
    chosen = language(tag)
    path = resources() / "keyboards" / f"{chosen.keyboard}.json"
    return _keyboard(chosen, json.loads(path.read_text(encoding="utf-8")))


@cache
def digits() -> Keyboard:
    """Ten digits and nothing else, for a PIN: as they lie on a telephone."""
    pad = tuple(tuple(Types(digit, 2.0) for digit in row) for row in ("123", "456", "789"))
    last: Row = (Types("0", 4.0), Erase())
    rows = (*pad, last)
    return Keyboard("en", "ltr", "plain", "none", rows, (), rows, {}, {}, "")


def _keyboard(chosen: Language, layout: dict[str, Any]) -> Keyboard:
    case: Case = layout.get("case", "none")
    letters = _rows(layout["letters"])
    shift = _rows(layout.get("shift", ())) if case == "none" else _upper_rows(letters, case)
    digits = dict.fromkeys((chosen.digits, _LATIN_DIGITS, *map(_joined, layout.get("digits", ()))))
    marks = (*(tuple(map(Types, row[1:] + row[0])) for row in digits), *_rows(layout["marks"]))
    numbers = chosen.digits[1:4]
    return Keyboard(
        tag=chosen.tag,
        direction=chosen.direction,
        composes=layout.get("composes", "plain"),
        case=case,
        letters=(*letters, _bottom(layout, "shift" if shift else None, Turn("marks", numbers))),
        shift=(*shift, _bottom(layout, "letters", Turn("marks", numbers))) if shift else (),
        marks=(*marks, _bottom(layout, None, Turn("letters", layout["turn"]["letters"]))),
        alone=layout.get("alone", {}),
        joined=layout.get("joined", {}),
        wide=layout.get("wide", ""),
    )


def _bottom(layout: dict[str, Any], turned: Literal["letters", "shift"] | None, other: Turn) -> Row:
    before, after = map(Types, layout.get("stops", (",", ".")))
    turns = (Turn(turned, _turn_label(layout, turned)), other) if turned else (other,)
    taken = sum(key.width for key in (*turns, before, after, Erase()))
    return (*turns, before, Space(width=FULL_ROW - taken), after, Erase())


def _turn_label(layout: dict[str, Any], turned: Literal["letters", "shift"]) -> str:
    return "" if layout.get("case", "none") != "none" else str(layout["turn"][turned])


def _rows(rows: list[str] | tuple[str, ...]) -> tuple[Row, ...]:
    return tuple(tuple(map(Types, row.split(" "))) for row in rows)


def _joined(row: str) -> str:
    return row.replace(" ", "")


def _upper_rows(rows: tuple[Row, ...], case: Case) -> tuple[Row, ...]:
    return tuple(
        tuple(Types(_upper(key.text, case)) for key in row if isinstance(key, Types)) for row in rows
    )


def _upper(text: str, case: Case) -> str:
    if text == "ß":
        return "ẞ"
    return "İ" if case == "turkish" and text == "i" else text.upper()
