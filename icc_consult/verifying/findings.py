"""What a check can find: each flaw has a name, the place it was found at, and a detail."""

from dataclasses import dataclass
from enum import StrEnum


class Flaw(StrEnum):
    """What does not fit."""

    BOOKS = "books"
    AUDIT_BROKEN = "audit_broken"
    AUDIT_CHANGED = "audit_changed"
    CHAIN_BROKEN = "chain_broken"
    CHAIN_FORKED = "chain_forked"
    SHRUNK = "shrunk"
    OTHER_CONTENT = "other_content"
    NO_CHECKPOINT = "no_checkpoint"
    OTHER_CONSULTATION = "other_consultation"
    NOT_EXTENDED = "not_extended"
    LOST = "lost"
    NOT_ALL_HERE = "not_all_here"
    RECEIPT_UNKNOWN = "receipt_unknown"
    NO_RECORD = "no_record"


@dataclass(frozen=True, slots=True, order=True)
class Finding:
    """One thing that does not fit; `source` is the key of the place whose it is, `detail` is technical."""

    flaw: Flaw
    source: str = ""
    detail: str = ""
