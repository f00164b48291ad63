"""What translators are handed, and what comes back from them; the formats write and read these values."""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from icc_consult.domain.consultation import TranslationState
from icc_consult.services.manuscript import Manuscript, Unit
from icc_consult.services.translation_errors import Flaw, Problem, TextsRefused, refused
from icc_consult.services.translation_rules import length_to_aim_at, mark_of, unwritable


class Step(StrEnum):
    """The work on a translation: anybody's draft, two translators apart, adjudication, a pretest."""

    DRAFT = "draft"
    FIRST = "first"
    SECOND = "second"
    ADJUDICATION = "adjudication"
    PRETEST = "pretest"


@dataclass(frozen=True, slots=True)
class Given:
    """One text for a translator. `drafts` are (step, who, text) of the two translations, for adjudication."""

    key: str
    page: str
    hint: str
    most: int
    source: str
    target: str
    state: TranslationState
    former_source: str = ""
    drafts: tuple[tuple[str, str, str], ...] = ()

    @property
    def mark(self) -> str:
        """The mark of its source."""
        return mark_of(self.source)


@dataclass(frozen=True, slots=True)
class Handout:
    """The texts of one language for one step."""

    consultation: str
    source_language: str
    language: str
    given: tuple[Given, ...]


@dataclass(frozen=True, slots=True)
class Returned:
    """One text that came back. `source` is what its translator saw; `mark` is that of an edited source."""

    key: str
    language: str
    text: str
    where: str
    source: str | None = None
    state: TranslationState | None = None
    mark: str = ""


@dataclass(frozen=True, slots=True)
class ReturnedFile:
    """All that one file brought."""

    consultation: str
    source_language: str
    returned: tuple[Returned, ...]


ROLES: Mapping[str, str] = {
    "title": "The name of the consultation.",
    "welcome": "The first sentence that a resident reads.",
    "consent title": "The heading of the page before the first question.",
    "consent lines": "A line of the page before the first question.",
    "finish lines": "A line of the last page.",
    "parts": "A sentence that introduces the next questions.",
    "questions": "A question.",
    "choices": "A reply that is tapped. Keep it short.",
    "constraint_message": "Told where an answer cannot be right.",
    "required_message": "Told where an answer is asked for once more.",
    "routes": "A way through the questions, chosen by the time that somebody has. Keep it short.",
    "grades": "A grade that is given to a topic. Keep it short.",
    "hint": "Smaller letters under a question.",
    "help title": "The heading of a card that says where help is found.",
    "help lines": "A line of a card that says where help is found.",
    "learn_more title": "The heading of a card that explains.",
    "learn_more lines": "A line of a card that explains.",
    "statements": "A statement to agree or disagree with.",
    "topics": "A topic that people may want discussed.",
    "arguments_for": "An argument for a topic.",
    "arguments_against": "An argument against a topic.",
}


def handout(manuscript: Manuscript, language: str, step: Step = Step.DRAFT) -> Handout:
    """What somebody needs for a step; whoever translates apart never sees the other translation.

    Raises `TextsRefused` for a language that is not translated into, and for a letter no file can carry.
    """
    tag = manuscript.tag_of(language)
    if tag not in manuscript.targets:
        flaw = Flaw.SOURCE_LANGUAGE if tag == manuscript.source_language else Flaw.UNKNOWN_LANGUAGE
        raise refused(flaw, detail=language)
    given = tuple(_given(manuscript, tag, unit, step) for unit in manuscript.to_translate)
    problems = [Problem(Flaw.UNWRITABLE, key=one.key, detail=found) for one in given if (found := _bad(one))]
    if problems:
        raise TextsRefused(tuple(problems))
    return Handout(manuscript.consultation, manuscript.source_language, tag, given)


def hint_of(manuscript: Manuscript, unit: Unit) -> str:
    """What the text is for, and what its writer adds."""
    words = unit.role.split()
    endings = (" ".join(words[start:]) for start in range(len(words)))
    role = next((ROLES[ending] for ending in endings if ending in ROLES), f"{unit.role}.")
    own = str(manuscript.record(manuscript.source_language, unit.key).get("hint") or "")
    return f"{role} {own}".strip()


def longest(manuscript: Manuscript, unit: Unit) -> int:
    """How long a translation should be at most: as its writer says, else by the source's length."""
    own = manuscript.record(manuscript.source_language, unit.key).get("max_length")
    return own if type(own) is int and own > 0 else length_to_aim_at(unit.text(manuscript.source_language))


def _given(manuscript: Manuscript, tag: str, unit: Unit, step: Step) -> Given:
    record, state = manuscript.record(tag, unit.key), manuscript.state(tag, unit)
    text = unit.text(tag)
    if step in (Step.FIRST, Step.SECOND):
        text = _draft(record, step)[2]
        state = TranslationState.DRAFT if text else TranslationState.MISSING
    both = [_draft(record, one) for one in (Step.FIRST, Step.SECOND)] if step is Step.ADJUDICATION else []
    former = str(record.get("source") or "") if state is TranslationState.NEEDS_REVIEW else ""
    return Given(
        unit.key,
        unit.page,
        hint_of(manuscript, unit),
        longest(manuscript, unit),
        unit.text(manuscript.source_language),
        text,
        state,
        former,
        tuple(draft for draft in both if draft[2]),
    )


def _draft(record: Mapping[str, object], step: Step) -> tuple[str, str, str]:
    noted = record.get(step.value)
    found = noted if isinstance(noted, Mapping) else {}
    return step.value, str(found.get("by") or ""), str(found.get("text") or "")


def _bad(given: Given) -> str:
    texts = (given.key, given.page, given.hint, given.source, given.target, given.former_source)
    return next(
        (bad for text in (*texts, *(part for d in given.drafts for part in d)) if (bad := unwritable(text))),
        "",
    )
