"""Handing everything that a place holds to a stick, encrypted, cumulative."""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from icc_consult.services.auditing import Act, acts, note
from icc_consult.services.bundle_errors import SigningKeyAway, TooFewNew
from icc_consult.services.checkpointing import checkpoint, state_of
from icc_consult.services.errors import NotEmpty
from icc_consult.services.premises import Desk
from icc_consult.verifying.bundle import bundle_bytes
from icc_consult.verifying.checking import books, check
from icc_consult.verifying.findings import Finding
from icc_consult.verifying.records import Kind
from icc_consult.verifying.state import State

LEAST_NEW = 10


@dataclass(frozen=True, slots=True)
class Bundled:
    """What left: whose it is, its numbers, and what did not fit in them."""

    state: State
    books: dict[str, int]
    findings: tuple[Finding, ...]


def bundle(desk: Desk, *, out: Path, write: Callable[[bytes], None]) -> Bundled:
    """Write everything to a stick; what may have left counts as left, so it is noted first.

    Raises `TooFewNew`, `SigningKeyAway`, `InUse` while a kiosk runs, `NotEmpty` where the stick would be the
    data directory itself, and whatever `write` raises.
    """
    state, seed = collect(desk, out=out)
    write(bundle_bytes(state, seed))
    return Bundled(state, books(state), check(state))


def collect(desk: Desk, *, out: Path) -> tuple[State, bytes]:
    """Everything that is about to leave, noted and checkpointed, and what signs it; raises as `bundle`."""
    opening = desk.directory.opening()
    if not opening.signer:
        raise SigningKeyAway(str(desk.directory.where))
    if out.resolve().is_relative_to(desk.directory.where.resolve()):
        raise NotEmpty(str(out))
    store = desk.directory.hold()
    try:
        seed = desk.directory.ledger().seed()
        before = state_of(desk)
        sealed, wishes = len(before.of(Kind.SEALED)), len(before.of(Kind.WISH))
        if not opening.is_closed:
            _check_enough(desk, sealed, wishes)
        note(desk, Act.BUNDLED, sealed=sealed, wishes=wishes)
        return checkpoint(desk), seed
    finally:
        store.release()


def _check_enough(desk: Desk, sealed: int, wishes: int) -> None:
    """Between two bundles nobody may stand alone; the same again says nothing new."""
    left = [entry for entry in acts(desk.directory.ledger()) if entry.act == Act.BUNDLED]
    last = left[-1].detail if left else {"sealed": 0, "wishes": -1}
    new = sealed - int(last["sealed"])
    if new < LEAST_NEW and (new, wishes) != (0, last["wishes"]):
        raise TooFewNew(new, LEAST_NEW)
