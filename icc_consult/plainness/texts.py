"""Sentences, words and letters of a text, whatever its script."""

import re
import string
import unicodedata

_ENDS = "!?؟۔।॥።፧…"
_WIDE_ENDS = "。！？"
_STOP = re.compile(rf"(?<=[.{_ENDS}])[\"'”’»)]*\s+|(?<=[{_WIDE_ENDS}])\s*|\n+")
_NO_END = re.compile(r"(?:^|\W)(?:\d{1,2}|[^\W\d_])\.$")
_PIECE = re.compile(r"['’\u200c-]")
_SIGNS = string.punctuation + "«»“”„‚‘’‹›…–—·•¿¡،؛؟۔।॥።፣፤፥፦፧、，。！？：；（）《》「」"


def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a text. A full stop ends none after a number of two digits or a single letter
    (`3. Mai`, `z. B.`), nor before a small letter.
    """
    found: list[str] = []
    for piece in filter(None, map(str.strip, _STOP.split(text))):
        if found and (_NO_END.search(found[-1]) or (found[-1].endswith(".") and piece[0].islower())):
            found[-1] = f"{found[-1]} {piece}"
        else:
            found.append(piece)
    return tuple(found)


def words(sentence: str) -> tuple[str, ...]:
    """What stands between spaces, without the signs around it; a hyphen or an apostrophe divides no word."""
    return tuple(word for piece in sentence.split() if (word := piece.strip(_SIGNS)))


def letters(word: str) -> int:
    """The letters of the longest part between hyphens and apostrophes, without marks above or below."""
    return max(sum(map(str.isalpha, part)) for part in _PIECE.split(word))


def characters(sentence: str) -> int:
    """Letters and digits: how a script without spaces between its words is counted."""
    return sum(map(str.isalnum, sentence))


def folded(text: str, tag: str) -> str:
    """The text as word lists are compared with it: no capitals, and no vowel marks over Arabic letters."""
    if tag == "tr":
        text = text.replace("I", "ı").replace("İ", "i")
    text = unicodedata.normalize("NFC", text).casefold().replace("’", "'")
    return "".join(sign for sign in text if not "\u064b" <= sign <= "\u0652" and sign != "\u0640")
