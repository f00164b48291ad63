"""Two languages nobody speaks, made on the fly: they show what is not translated, clipped or not mirrored."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping

_PLACEHOLDER = re.compile(r"(\{[^{}]*\})")
_WORD = re.compile(r"\S+")
_ACCENTED = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÅƁÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçđéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž",
)
_GROWTH = 0.4
_RLO, _PDF = "\u202e", "\u202c"


def accented(text: str) -> str:
    """The text accented, in brackets and two fifths longer, its placeholders untouched."""
    padding = " ~~~" * (1 + round(len(text) * _GROWTH) // 4)
    return f"[{_outside_placeholders(text, lambda part: part.translate(_ACCENTED))}{padding}]"


def mirrored(text: str) -> str:
    """The text with each word forced to run from right to left, its placeholders untouched."""
    return _outside_placeholders(text, lambda part: _WORD.sub(lambda word: f"{_RLO}{word[0]}{_PDF}", part))


PSEUDO: Mapping[str, Callable[[str], str]] = {"en-XA": accented, "ar-XB": mirrored}


def _outside_placeholders(text: str, change: Callable[[str], str]) -> str:
    parts = _PLACEHOLDER.split(text)
    return "".join(part if index % 2 else change(part) for index, part in enumerate(parts))
