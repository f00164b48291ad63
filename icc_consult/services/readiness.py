"""How ready each language of a consultation is, and what it lacks."""

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from icc_consult.domain.consultation import TranslationState
from icc_consult.services.manuscript import Manuscript, Unit

_CHECKED = (TranslationState.REVIEWED, TranslationState.PRETESTED)
_SOUND = "sound"


class Lack(StrEnum):
    """What a language lacks. The first three leave residents without words; the others are told."""

    FONTS = "fonts"
    INTERFACE = "interface"
    CONTENT = "content"
    CHANGED = "changed"
    SENTENCES = "sentences"
    REVIEW = "review"
    AUDIO = "audio"


@dataclass(frozen=True, slots=True)
class Equipment:
    """What the program brings for a language. `interface` is the share of its sentences from 0 to 1."""

    english: str
    interface: float
    has_fonts: bool
    is_mainly_oral: bool


@dataclass(frozen=True, slots=True)
class Readiness:
    """One language: shares from 0 to 1 of its texts, and numbers of those that lack something."""

    language: str
    english: str
    state: TranslationState
    texts: int
    missing: int
    changed: int
    reviewed: int
    spoken: int
    interface: float
    has_fonts: bool
    is_mainly_oral: bool
    is_source: bool

    @property
    def content(self) -> float:
        """The share of texts that are there."""
        return _share(self.texts - self.missing, self.texts)

    @property
    def is_ready(self) -> bool:
        """Whether residents can read every page in it. A draft can be read; it is told to be one."""
        return self.has_fonts and self.interface > 0 and not self.missing

    @property
    def lacks(self) -> Lack | None:
        """The first thing to do something about."""
        return next(self._lacks(), None)

    @property
    def shares(self) -> Mapping[str, float]:
        """What is told of it, each from 0 to 1."""
        return {
            "interface": self.interface,
            "content": self.content,
            "audio": _share(self.spoken, self.texts),
            "reviewed": _share(self.reviewed, self.texts),
        }

    def _lacks(self) -> Iterator[Lack]:
        found = {
            Lack.FONTS: not self.has_fonts,
            Lack.CONTENT: self.missing > 0,
            Lack.INTERFACE: not self.interface,
            Lack.CHANGED: self.changed > 0,
            Lack.SENTENCES: self.interface < 1,
            Lack.REVIEW: self.reviewed < self.texts,
            Lack.AUDIO: self.is_mainly_oral and self.spoken < self.texts,
        }
        yield from (lack for lack, is_so in found.items() if is_so)


def readiness(
    manuscript: Manuscript, equipment: Callable[[str], Equipment], media: Collection[str] = ()
) -> tuple[Readiness, ...]:
    """Every language in the document's order; texts of hidden questions are not counted."""
    units = [unit for unit in manuscript.units.values() if not unit.is_hidden and any(unit.texts.values())]
    return tuple(_of(manuscript, tag, units, equipment(tag), media) for tag in manuscript.languages)


def _of(
    manuscript: Manuscript, tag: str, units: list[Unit], brought: Equipment, media: Collection[str]
) -> Readiness:
    is_source = tag == manuscript.source_language
    states = [manuscript.state(tag, unit) for unit in units]
    missing = states.count(TranslationState.MISSING)
    checked = len(states) - missing if is_source else sum(state in _CHECKED for state in states)
    return Readiness(
        tag,
        brought.english,
        TranslationState.REVIEWED if is_source else manuscript.weakest(tag),
        texts=len(units),
        missing=missing,
        changed=states.count(TranslationState.NEEDS_REVIEW),
        reviewed=checked,
        spoken=sum(_is_spoken(manuscript, unit, tag, media) for unit in units),
        interface=brought.interface,
        has_fonts=brought.has_fonts,
        is_mainly_oral=brought.is_mainly_oral,
        is_source=is_source,
    )


def _is_spoken(manuscript: Manuscript, unit: Unit, tag: str, media: Collection[str]) -> bool:
    """Whether the object of a text names a sound of the pack for the language."""
    holder: Any = manuscript.document
    for step in unit.pointer[:-1]:
        holder = holder[step]
    sounds = holder.get(_SOUND) if isinstance(holder, Mapping) else None
    if not isinstance(sounds, Mapping) or unit.pointer[-1] != "text":
        return False
    return any(manuscript.tag_of(str(named)) == tag and name in media for named, name in sounds.items())


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 1.0
