"""A consultation: what a centre asks its people in a given time."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from icc_consult.domain.ballot import StatementPaper, TopicPaper
from icc_consult.domain.items import items_of
from icc_consult.domain.survey import Card, OpenText, Question, Survey
from icc_consult.domain.wording import UNWORDED, LanguageTag, Shown, Wording

ConsultationId = NewType("ConsultationId", str)
Fingerprint = NewType("Fingerprint", str)
Part = Survey | StatementPaper | TopicPaper
Tables = Mapping[str, Sequence[Mapping[str, str]]]


class Policy(StrEnum):
    """What becomes of an unfinished session: kept as a partial response, or discarded."""

    KEEP = "keep"
    DISCARD = "discard"


class TranslationState(StrEnum):
    """How far a translation has come."""

    MISSING = "missing"
    DRAFT = "draft"
    NEEDS_REVIEW = "needs_review"
    REVIEWED = "reviewed"
    PRETESTED = "pretested"


@dataclass(frozen=True, slots=True)
class Route:
    """A way through for the time people have: how many statements, and what it leaves out by name."""

    id: str
    text: Wording
    minutes: int
    statements: int | None = None
    leaves_out: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Consultation:
    """One revision of a consultation. `naming` works its fingerprint out, or knows it."""

    id: ConsultationId
    naming: Callable[[], Fingerprint] = field(repr=False, compare=False)
    title: Wording
    languages: tuple[LanguageTag, ...]
    source_language: LanguageTag
    fallback_language: LanguageTag
    policy: Policy
    consent: Card
    finish: tuple[Wording, ...]
    parts: tuple[Part, ...]
    welcome: Wording = UNWORDED
    minimum_age: int = 16
    minutes: int = 5
    translation_states: Mapping[LanguageTag, TranslationState] = field(default_factory=dict, hash=False)
    routes: tuple[Route, ...] = ()
    tables: Tables = field(default_factory=dict, hash=False)

    @property
    def fingerprint(self) -> Fingerprint:
        """Names exactly this content. A form that is only looked at never needs it."""
        return self.naming()

    def shown(self, wording: Wording, language: LanguageTag) -> Shown:
        """The wording in a language, else in the consultation's fallback, marked as such."""
        return wording.shown(language, (self.fallback_language, self.source_language))

    def state_of(self, language: LanguageTag) -> TranslationState:
        """The source is its own review; every other language says how far it has come."""
        if language == self.source_language:
            return TranslationState.REVIEWED
        return self.translation_states.get(language, TranslationState.MISSING)

    def questions(self) -> Iterator[Question]:
        """Every question a resident may meet, in order, without rounds."""
        for part in self.parts:
            if isinstance(part, Survey):
                yield from part.asked

    def items(self) -> Iterator[str]:
        """The name of everything that may be answered, in order, round after round."""
        return (item.name for item in items_of(self))

    def open_texts(self) -> tuple[OpenText, ...]:
        """The questions that are answered in a resident's own words, round after round."""
        asked = (item.asked for item in items_of(self))
        return tuple(question for question in asked if isinstance(question, OpenText))
