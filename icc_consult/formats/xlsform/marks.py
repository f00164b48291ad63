"""Characters that editors and spreadsheet programs slip in, and that mean nothing where a program reads."""

import re

BIDI = re.compile("[\u061c\u200b\u200e\u200f\u202a-\u202e\u2060\u2066-\u2069\ufeff]")
_SPACES = re.compile(r"[\s\u00a0\u3164]+")
_OTHER_SIGNS = {
    "\u00a0": " ",
    "\u2018": "'",
    "\u2019": "'",
    "\u201a": "'",
    "\u201c": '"',
    "\u201d": '"',
    "\u201e": '"',
    "\u2260": "!=",
    "\u2264": "<=",
    "\u2265": ">=",
    "\u2212": "-",
    "\u2013": "-",
    "\uff0c": ",",
    "\u060c": ",",
}
_STRAIGHT = str.maketrans(_OTHER_SIGNS)


def plain(text: str) -> str:
    """The text without marks of direction, with single spaces."""
    if text.isascii():
        return " ".join(text.split())
    return _SPACES.sub(" ", BIDI.sub("", text)).strip()


def straightened(text: str) -> str:
    """The text with the quotation marks and signs that expressions know."""
    return text.translate(_STRAIGHT)
