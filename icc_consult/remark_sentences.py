"""What is told to a person about plain language: what was found, and what to do. Advice, never a refusal."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from icc_consult.domain.consultation import Consultation
from icc_consult.i18n import N_
from icc_consult.languages import language
from icc_consult.plainness import Kind, Placed, Remark, Subject, consultation_remarks, tongue
from icc_consult.sentences import Voice, plainly

_KINDS: Mapping[Kind, tuple[str, str]] = {
    Kind.MANY_WORDS: (
        N_("A sentence has {number} words; {limit} are enough."),
        N_("Make it shorter, or two sentences."),
    ),
    Kind.MANY_CHARACTERS: (
        N_("A sentence has {number} characters; {limit} are enough."),
        N_("Make it shorter."),
    ),
    Kind.LONG_WORD: (N_("The word “{word}” has {number} letters."), N_("Look for a shorter one.")),
    Kind.NEGATION: (
        N_("“{word}” says no, and agreeing to a no confuses."),
        N_("Say what is instead of what is not."),
    ),
    Kind.TWO_IDEAS: (
        N_("“{word}” may join two ideas that deserve two answers."),
        N_("Keep one of them."),
    ),
    Kind.TWO_SENTENCES: (
        N_("A statement has {number} sentences."),
        N_("Keep the one that people should answer."),
    ),
    Kind.LIX: (
        N_("All questions together have a LIX of {number}; easy texts stay at {limit}."),
        N_("Use short words."),
    ),
}
_SUBJECTS: Mapping[Subject, str] = {
    Subject.NATIONALITY: N_("“{word}” asks about nationality or origin."),
    Subject.RELIGION: N_("“{word}” asks about religion."),
    Subject.LEGAL_STATUS: N_("“{word}” asks about papers or legal status."),
    Subject.HEALTH: N_("“{word}” asks about health."),
}
_CARE = N_(
    "People may be afraid to answer. Leave it out, or mark the question as sensitive and add a help card."
)
_UNREAD = N_("Plain language was not checked in {languages}: there are no word lists for it yet.")
_PARTLY = N_("A no inside a verb, or two ideas in one sentence, may be missed in {languages}.")


@dataclass(frozen=True, slots=True)
class Told:
    """Where, in which language, what it is and what to do. Without a place, it is about the language."""

    place: str
    language: str
    message: str
    fix: str


def told_remarks(consultation: Consultation, say: Voice = plainly) -> tuple[Told, ...]:
    """Every remark on plain language, in the order of the languages and of the questionnaire."""
    return tuple(told(placed, say) for placed in _placed(consultation))


@lru_cache(maxsize=4)
def _placed(consultation: Consultation) -> tuple[Placed, ...]:
    return consultation_remarks(consultation)


def told(placed: Placed, say: Voice = plainly) -> Told:
    """One remark, told."""
    return Told(placed.place, placed.language, *_sentences(placed.remark, say))


def _sentences(remark: Remark, say: Voice) -> tuple[str, str]:
    if remark.subject is not None:
        return say(_SUBJECTS[remark.subject], word=remark.word), say(_CARE)
    message, fix = _KINDS[remark.kind]
    values = {"number": str(remark.number), "limit": str(remark.limit), "word": remark.word}
    return say(message, **values), say(fix)


def unchecked(consultation: Consultation, say: Voice = plainly) -> tuple[str, ...]:
    """In which languages nothing, or not everything, was looked at: silence there proves nothing."""
    known = {tag: tongue(tag) for tag in consultation.languages}
    unread = [tag for tag, lists in known.items() if lists is None]
    partly = [tag for tag, lists in known.items() if lists and lists.partly]
    told = ((_UNREAD, unread), (_PARTLY, partly))
    return tuple(say(template, languages=_names(tags)) for template, tags in told if tags)


def _names(tags: Sequence[str]) -> str:
    return ", ".join(language(tag).endonym for tag in tags)
