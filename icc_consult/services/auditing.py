"""Noting what facilitators do. Never an entry per answer."""

from datetime import datetime
from enum import StrEnum
from typing import TYPE_CHECKING

from icc_consult.services.errors import DirectoryRefused, Fault

if TYPE_CHECKING:
    from collections.abc import Iterable

    from icc_consult.services.ledger import Ledger
    from icc_consult.services.premises import Desk
    from icc_consult.verifying.audit import Detail, Entry


class Act(StrEnum):
    """What a facilitator did."""

    OPENED = "opened"
    JOINED = "joined"
    PIN_SET = "pin_set"
    DAY_BEGUN = "day_begun"
    DAY_ENDED = "day_ended"
    CLOSED = "closed"
    UNLOCKED = "unlocked"
    EXPORTED = "exported"
    BUNDLED = "bundled"
    MERGED = "merged"
    VOUCHERS_MADE = "vouchers_made"
    VOUCHERS_REVOKED = "vouchers_revoked"
    RESTORED = "restored"
    REKEYED = "rekeyed"
    KEY_PRINTED = "key_printed"
    KEY_DESTROYED = "key_destroyed"
    CONTROLS_PLANNED = "controls_planned"


def note(desk: "Desk", act: Act, **detail: str | int) -> None:
    """Write an act down first; raises `OSError` or `DirectoryRefused`, and then it must not be."""
    note_in(desk.directory.ledger(), desk.now(), act, **detail)


def note_all(desk: "Desk", act: Act, details: "Iterable[Detail]") -> None:
    """Several of one kind; a power cut leaves the first ones of them, or all."""
    day = desk.now().astimezone().date()
    desk.directory.ledger().note_all(day=day, acts=[(act.value, detail) for detail in details])


def note_in(ledger: "Ledger", now: datetime, act: Act, **detail: str | int) -> None:
    """The same, in a ledger that is at hand."""
    ledger.note(day=now.astimezone().date(), act=act.value, detail=detail)


def acts(ledger: "Ledger") -> tuple["Entry", ...]:
    """Every act, oldest first; raises `DirectoryRefused` where the log was changed."""
    from icc_consult.verifying.audit import BrokenAudit, read_log  # noqa: PLC0415 - only few acts read it

    try:
        return read_log(ledger.log())
    except BrokenAudit as error:
        raise DirectoryRefused(Fault.DAMAGED, "audit.jsonl", f"line {error.args[0]}") from error
