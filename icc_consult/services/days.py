"""The beginning and the end of a day at a kiosk, noted and signed; neither may keep residents waiting."""

from contextlib import suppress

from icc_consult.domain.errors import BrokenRule
from icc_consult.services.auditing import Act, note
from icc_consult.services.premises import Desk


def begin_day(desk: Desk) -> None:
    """Note it; a disk that refuses stops no resident."""
    with suppress(OSError, BrokenRule):
        note(desk, Act.DAY_BEGUN)


def end_day(desk: Desk) -> None:
    """Note it and write a checkpoint; a disk that refuses changes nothing that was saved."""
    from icc_consult.services.checkpointing import checkpoint  # noqa: PLC0415 - brings signatures in

    with suppress(OSError, BrokenRule):
        note(desk, Act.DAY_ENDED)
        checkpoint(desk)
