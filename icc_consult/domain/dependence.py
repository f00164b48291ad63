"""Whether anything in a consultation depends on answers; light, because every kiosk asks it at its start."""

import re
from collections.abc import Iterator

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.rules import FREE
from icc_consult.domain.survey import Entry, Repeat, Survey
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
    return any(refers(wording) for wording in wordings_of(entry))


def refers(wording: Wording) -> bool:
    """Whether a text puts in what was answered elsewhere."""
    return any("${" in text for text in wording.texts.values())


def wordings_of(entry: Entry) -> Iterator[Wording]:
    """The texts of an entry that a resident may read."""
    yield entry.text
    yield getattr(entry, "hint", UNWORDED)
    yield entry.rules.constraint_message
    yield entry.rules.required_message
    yield from (choice.text for choice in getattr(entry, "choices", ()))
