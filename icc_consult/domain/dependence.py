"""Whether anything in a consultation depends on answers; light, because every kiosk asks it at its start."""

import re
from collections.abc import Iterable, Iterator

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.rules import FREE
from icc_consult.domain.survey import Choice, Entry, Repeat, Survey
from icc_consult.domain.wording import UNWORDED, Wording

REFERENCE = re.compile(r"\$\{\s*([^\s{}]+)\s*\}")


def has_logic(consultation: Consultation) -> bool:
    """Whether anything in it depends on answers."""
    return any(
        standing.entry.rules != FREE or isinstance(standing.entry, Repeat) or _refers(standing.entry)
        for part in consultation.parts
        if isinstance(part, Survey)
        for standing in part.entries()
    )


def _refers(entry: Entry) -> bool:
    return any(map(refers, wordings_of(entry))) or any(refers(one.text) for one in choices_of(entry))


def refers(wording: Wording) -> bool:
    """Whether a text puts in what was answered elsewhere."""
    return wording is not UNWORDED and "${" in "\n".join(wording.texts.values())


def wordings_of(entry: Entry) -> Iterator[Wording]:
    """The texts of an entry that a resident may read, those of its choices left out."""
    rules = entry.rules
    texts = (entry.text, getattr(entry, "hint", UNWORDED), rules.constraint_message, rules.required_message)
    return (wording for wording in texts if wording is not UNWORDED)


def referring(entries: Iterable[Entry]) -> frozenset[str]:
    """The names of entries whose texts put in what was answered elsewhere, the words of choices included.

    In most forms none do, as one look over all texts tells; many questions may share one list.
    """
    known = list(entries)
    lists = {id(choices): choices for entry in known if (choices := getattr(entry, "choices", ()))}
    wordings = [entry.text for entry in known]
    wordings += [hint for entry in known if (hint := getattr(entry, "hint", UNWORDED)) is not UNWORDED]
    wordings += [choice.text for choices in lists.values() for choice in choices]
    if not [text for wording in wordings for text in wording.texts.values() if "${" in text]:
        return frozenset()
    return frozenset(entry.id for entry in known if _refers(entry))


def choices_of(entry: Entry) -> tuple[Choice, ...]:
    """The choices of an entry, none where it has no list."""
    return getattr(entry, "choices", ())
