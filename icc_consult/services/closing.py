"""Closing a consultation: it is final."""

from contextlib import suppress
from dataclasses import replace

from icc_consult.domain.errors import BrokenRule, ConsultationClosed
from icc_consult.services.auditing import Act, note
from icc_consult.services.premises import Desk, Opening


def close(desk: Desk) -> Opening:
    """End it; what a killed session left becomes a partial response first.

    Raises `NotOpened`, `ConsultationClosed` where it is closed already, or `InUse` while a kiosk runs.
    """
    _still_open(desk)
    store = desk.directory.hold()
    try:
        opening = _still_open(desk)
        store.recover(day=desk.now().astimezone().date())
        desk.directory.tidy()
        closed = replace(opening, closed_at=desk.now())
        note(desk, Act.CLOSED)
        desk.directory.end(closed)
    finally:
        store.release()
    _checkpoint(desk)
    return closed


def _checkpoint(desk: Desk) -> None:
    """What is closed stays closed where the disk has no room for the signature; a bundle makes up for it."""
    from icc_consult.services.checkpointing import checkpoint  # noqa: PLC0415 - brings signatures in

    with suppress(OSError, BrokenRule):
        checkpoint(desk)


def _still_open(desk: Desk) -> Opening:
    opening = desk.directory.opening()
    if opening.is_closed:
        raise ConsultationClosed(opening.consultation)
    return opening
