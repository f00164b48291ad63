"""Closing a consultation: it is final."""

from dataclasses import replace

from icc_consult.domain.errors import ConsultationClosed
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
        desk.directory.end(closed)
    finally:
        store.release()
    return closed


def _still_open(desk: Desk) -> Opening:
    opening = desk.directory.opening()
    if opening.is_closed:
        raise ConsultationClosed(opening.consultation)
    return opening
