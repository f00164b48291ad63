"""Why a file with translations cannot be used, and what is odd about it although it can."""

from dataclasses import dataclass
from enum import StrEnum

from icc_consult.domain.errors import BrokenRule


class Flaw(StrEnum):
    """What is wrong; the place and the detail of the problem say the rest."""

    NOT_FOUND = "not_found"
    UNREADABLE = "unreadable"
    UNKNOWN_FORMAT = "unknown_format"
    TOO_LARGE = "too_large"
    NOT_UTF8 = "not_utf8"
    MALFORMED = "malformed"
    NOT_OURS = "not_ours"
    XML_BOMB = "xml_bomb"
    INLINE_ELEMENT = "inline_element"
    NO_KEY = "no_key"
    NO_COLUMN = "no_column"
    COLUMN_TWICE = "column_twice"
    CELL_TOO_LONG = "cell_too_long"
    FORMULA = "formula"
    NOT_TEXT = "not_text"
    UNKNOWN_STATE = "unknown_state"
    OTHER_CONSULTATION = "other_consultation"
    UNKNOWN_LANGUAGE = "unknown_language"
    SOURCE_LANGUAGE = "source_language"
    OTHER_SOURCE_LANGUAGE = "other_source_language"
    UNKNOWN_KEY = "unknown_key"
    KEY_TWICE = "key_twice"
    PLACEHOLDERS = "placeholders"
    UNWRITABLE = "unwritable"
    SOURCE_MOVED = "source_moved"
    OTHER_SOURCE = "other_source"
    SOURCE_EDITED = "source_edited"
    SAME_PERSON = "same_person"
    NOT_TWO = "not_two"
    NOT_REVIEWED = "not_reviewed"
    OTHER_TEXT = "other_text"
    NO_NAME = "no_name"
    NO_NOTE = "no_note"


@dataclass(frozen=True, slots=True)
class Problem:
    """One flaw. `where` is a line or cell of the file, `key` the text it is about; either may be empty."""

    flaw: Flaw
    where: str = ""
    key: str = ""
    detail: str = ""


@dataclass(eq=False)
class TextsRefused(BrokenRule):
    """Translations cannot be taken in or handed out; nothing was changed."""

    problems: tuple[Problem, ...]


def refused(flaw: Flaw, where: str = "", *, key: str = "", detail: str = "") -> TextsRefused:
    """The refusal for one flaw."""
    return TextsRefused((Problem(flaw, where, key, detail),))
