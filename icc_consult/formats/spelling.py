"""Texts that a regular expression covers, for rehearsals."""

import random
import re
import warnings

from rstr import Rstr

_NESTED = re.compile(r"\)[*+{]")
_CLASSES = {
    r"\p{L}": "a-zA-ZÀÉßéüلمنкшস",
    r"\p{Lu}": "A-ZÀÉÜ",
    r"\p{Ll}": "a-zßéü",
    r"\p{N}": "0-9",
    r"\p{Nd}": "0-9",
    r"\p{P}": ".,!?",
    r"\p{Z}": " ",
    r"\p{Zs}": " ",
    r"\pL": "a-zA-Zéل",
    r"\pN": "0-9",
    "[:alpha:]": "a-zA-Z",
    "[:digit:]": "0-9",
    "[:alnum:]": "a-zA-Z0-9",
    "[:upper:]": "A-Z",
    "[:lower:]": "a-z",
    "[:space:]": " ",
    "[:punct:]": ".,!?",
    "[:word:]": "a-zA-Z0-9_",
    "[:xdigit:]": "0-9A-Fa-f",
}
_PIECE = re.compile(
    r"\\p\{[A-Za-z]+\}|\\p[A-Z]|\[:[a-z]+:\]|\\x\{([0-9A-Fa-f]{1,4})\}|\\z|\\.|\[\^?|\]|[^\\\[\]]+"
)
_NEVER = (re.error, KeyError, ValueError, IndexError, TypeError, RecursionError, OverflowError)


class _Brief(random.Random):
    """Chance that repeats nothing much more often than it must."""

    more = 8

    def randint(self, a: int, b: int) -> int:
        """A number from `a` to `b`, near `a`."""
        return super().randint(a, min(b, a + self.more))


def spelt(pattern: str, chance: random.Random) -> str:
    """One text, not surely a fitting one; empty where the pattern is not understood."""
    brief = _Brief(chance.random())
    brief.more = chance.choice((1, 4, 8) if len(_NESTED.findall(pattern)) > 2 else (1, 4, 8, 40))
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return Rstr(brief).xeger(_for_python(pattern))
    except _NEVER:
        return ""


def _for_python(pattern: str) -> str:
    """Classes that RE2 knows by name, letter by letter; inside brackets they stand without brackets."""
    pieces: list[str] = []
    is_inside = False
    for found in _PIECE.finditer(pattern):
        piece = found[0]
        if piece in _CLASSES:
            pieces.append(_CLASSES[piece] if is_inside else f"[{_CLASSES[piece]}]")
        elif found[1]:
            pieces.append(re.escape(chr(int(found[1], 16))))
        else:
            is_inside = (is_inside or piece.startswith("[")) and piece != "]"
            pieces.append(r"\Z" if piece == r"\z" else piece)
    return "".join(pieces)
