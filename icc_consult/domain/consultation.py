"""A consultation: what a centre asks its people in a given time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NewType

from icc_consult.domain.ballot import ApprovalPaper, StatementPaper
from icc_consult.domain.survey import Card, OpenText, Question, Survey
from icc_consult.domain.wording import UNWORDED, LanguageTag, Shown, Wording

ConsultationId = NewType("ConsultationId", str)
Fingerprint = NewType("Fingerprint", str)
Part = Survey | StatementPaper | ApprovalPaper


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
class Consultation:
    """One revision of a consultation; its fingerprint names exactly this content."""

    id: ConsultationId
    fingerprint: Fingerprint
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

    def shown(self, wording: Wording, language: LanguageTag) -> Shown:
        """The wording in a language, else in the consultation's fallback, marked as such."""
        return wording.shown(language, (self.fallback_language, self.source_language))

    def state_of(self, language: LanguageTag) -> TranslationState:
        """The source is its own review; every other language says how far it has come."""
        if language == self.source_language:
            return TranslationState.REVIEWED
        return self.translation_states.get(language, TranslationState.MISSING)

    def questions(self) -> Iterator[Question]:
        """Every question a resident may meet, in order."""
        for part in self.parts:
            if isinstance(part, Survey):
                yield from part.asked

    def items(self) -> Iterator[str]:
        """The name of everything that may be answered, in the order of the questionnaire."""
        for part in self.parts:
            match part:
                case Survey():
                    yield from (question.id for question in part.asked)
                case StatementPaper():
                    yield from (statement.id for statement in part.statements)
                case ApprovalPaper():
                    yield part.id

    def open_texts(self) -> tuple[OpenText, ...]:
        """The questions that are answered in a resident's own words."""
        return tuple(question for question in self.questions() if isinstance(question, OpenText))
