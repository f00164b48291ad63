"""What stands in a cell, as text."""

import re
from datetime import date, datetime, time, timedelta
from functools import lru_cache

from icc_consult.formats.xlsform.problems import At, Findings, What

Raw = str | float | bool | date | datetime | time | timedelta

LONG = 10_000
_EXACT = 10**15
_SURROGATE = re.compile("[\ud800-\udfff]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ufffe\uffff]")
_SUSPECT = re.compile("[\x00-\x08\x0b-\x1f\x7f\ud800-\udfff\ufffe\uffff]")


@lru_cache(maxsize=2048)
def column_letter(index: int) -> str:
    """The letters over a column, the first being 0: A, B … Z, AA."""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def column_number(letters: str) -> int:
    """The place of a column from its letters, A being 0."""
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number - 1


def as_text(value: Raw) -> str:
    """A cell as a person would have typed it: 1.0 is 1, a truth value is TRUE or FALSE, a day is ISO 8601."""
    match value:
        case str():
            return value.strip()
        case bool():
            return "TRUE" if value else "FALSE"
        case int() | float():
            return str(int(value)) if value == value // 1 and abs(value) < _EXACT else repr(value)
        case datetime():
            return value.isoformat("T", "seconds")
        case time():
            return value.isoformat("seconds")
        case date():
            return value.isoformat()
        case timedelta():
            return str(value)


def is_day(value: Raw) -> bool:
    """Whether the spreadsheet made a date of what was typed."""
    return isinstance(value, date | time | timedelta)


def decent(text: str, at: At, findings: Findings) -> str:
    """The text without characters that no text may hold; each repair and each overlong text is told."""
    if _SUSPECT.search(text):
        text = _repaired(text, at, findings)
    if len(text) > LONG:
        findings.warn(What.LONG_TEXT, at, length=str(len(text)))
    return text


def _repaired(text: str, at: At, findings: Findings) -> str:
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if _SURROGATE.search(text):
        text = text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
        findings.warn(What.SURROGATES_REPLACED, at)
    if _CONTROLS.search(text):
        text = _CONTROLS.sub("", text)
        findings.warn(What.CONTROLS_REMOVED, at)
    return text.strip()
