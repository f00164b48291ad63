"""What is looked for in one language: lists in resources/plainness, one file a language.

`docs/plain-language.md` says where the numbers come from and what the lists cannot see.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from typing import Any, TypeAlias

from icc_consult.assets import resources
from icc_consult.languages import UnknownLanguage, language
from icc_consult.plainness.texts import folded, words

WORDS_OF_A_STATEMENT = 12
WORDS_OF_A_LINE = 15
CHARACTERS_OF_A_STATEMENT = 24
CHARACTERS_OF_A_LINE = 30


Phrases: TypeAlias = re.Pattern[str]


class Subject(StrEnum):
    """What people who are new cannot always say without fear."""

    NATIONALITY = "nationality"
    RELIGION = "religion"
    LEGAL_STATUS = "legal_status"
    HEALTH = "health"


class Check(StrEnum):
    """What a list of words may see only in part."""

    NEGATIONS = "negations"
    TWO_IDEAS = "two_ideas"


@dataclass(frozen=True, slots=True)
class Tongue:
    """Limits and lists of one language. Without spaces between words, characters are counted, and no letters;
    `lix` is 0 where it was never measured.
    """

    tag: str
    has_spaces: bool
    statement: int
    line: int
    letters: int
    lix: int
    negations: Phrases
    joiners: Phrases
    and_or: Phrases
    subjects: Mapping[Subject, Phrases]
    harmless: Phrases
    partly: frozenset[Check]

    def searched(self, sentence: str) -> str:
        """What phrases are looked for in: words between single spaces, or the line without the harmless."""
        text = folded(sentence, self.tag)
        return f" {' '.join(words(text))} " if self.has_spaces else self.harmless.sub(" ", text)


@cache
def tongue(tag: str) -> Tongue | None:
    """What is looked for in a language; None where nobody has made a list, so that nothing is checked."""
    try:
        known = language(tag).tag
    except UnknownLanguage:
        return None
    place = resources() / "plainness" / f"{known}.json"
    return _read(known, json.loads(place.read_text(encoding="utf-8"))) if place.is_file() else None


def _read(tag: str, lists: Mapping[str, Any]) -> Tongue:
    has_spaces = "characters" not in lists

    def phrases(listed: Iterable[str]) -> Phrases:
        return _phrases((folded(phrase, tag) for phrase in listed), has_spaces=has_spaces)

    ratio = lists.get("words_per_english_word", 1.0)
    return Tongue(
        tag=tag,
        has_spaces=has_spaces,
        statement=round(WORDS_OF_A_STATEMENT * ratio) if has_spaces else CHARACTERS_OF_A_STATEMENT,
        line=round(WORDS_OF_A_LINE * ratio) if has_spaces else CHARACTERS_OF_A_LINE,
        letters=lists.get("letters", 0),
        lix=lists.get("lix", 0),
        negations=phrases(lists["negations"]),
        joiners=phrases(lists["joiners"]),
        and_or=phrases(lists["and_or"]),
        subjects={subject: phrases(lists["topics"][subject]) for subject in Subject},
        harmless=phrases(lists.get("harmless", ())),
        partly=frozenset(map(Check, lists["partly"])),
    )


def _phrases(listed: Iterable[str], *, has_spaces: bool) -> Phrases:
    longest_first = sorted(listed, key=len, reverse=True)
    any_of = "|".join(re.escape(phrase).replace(r"\*", r"\S*") for phrase in longest_first) or "(?!)"
    return re.compile(f"(?<= )(?:{any_of})(?= )" if has_spaces else any_of)
