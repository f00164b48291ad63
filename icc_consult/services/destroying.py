"""Destroying the private key: every copy of every answer becomes noise, wherever it lies."""

import hashlib
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass
from typing import Any

from icc_consult.domain.errors import BrokenRule
from icc_consult.services.auditing import Act, acts, note
from icc_consult.services.carrying import KeyFile
from icc_consult.services.checkpointing import checkpoint
from icc_consult.services.errors import KeyAway, StillOpen
from icc_consult.services.key_errors import NotConfirmed
from icc_consult.services.premises import Desk, Opening
from icc_consult.verifying.checkpoints import name_of

NONE = "none"


@dataclass(frozen=True, slots=True)
class Destruction:
    """What can be said afterwards: of what, when, how much had been collected, and which files are gone.

    Files are named with their SHA-256; `paper` is how often the key was printed here.
    """

    day: str
    consultation: str
    opening: str
    fingerprint: str
    keys: tuple[str, ...]
    files: tuple[tuple[str, str], ...]
    responses: int
    receipts: int
    wishes: int
    paper: int
    checkpoint: str


def check_may_be_destroyed(desk: Desk) -> Opening:
    """Raise `StillOpen` while answers are still sealed to the key."""
    opening = desk.directory.opening()
    if not opening.is_closed:
        raise StillOpen(opening.consultation)
    return opening


def destroy_key(desk: Desk, *, typed: str, copies: Sequence[KeyFile] = ()) -> Destruction:
    """Overwrite and remove the key here and its copies; `typed` is the name of the consultation.

    Where it was destroyed already and nothing is left, what was written down then comes back. Raises
    `StillOpen`, `NotConfirmed`, `KeyAway` where there is nothing to destroy, or `OSError`.
    """
    opening = check_may_be_destroyed(desk)
    if typed.strip() != opening.consultation:
        raise NotConfirmed(opening.consultation)
    before = desk.directory.destruction()
    files = _files(desk, copies)
    if before and not files:
        return destruction_of(before)
    if not files:
        raise KeyAway(str(desk.directory.where))
    done = _written_down(desk, opening, files, before)
    for copy in copies:
        copy.wipe()
    desk.directory.destroy(asdict(done))
    return done


def destruction_of(record: Mapping[str, Any]) -> Destruction:
    """What was written down, read again."""
    plain = {name: record[name] for name in Destruction.__slots__}
    files = tuple((str(name), str(digest)) for name, digest in plain["files"])
    return Destruction(**plain | {"keys": tuple(map(str, plain["keys"])), "files": files})


def _files(desk: Desk, copies: Sequence[KeyFile]) -> tuple[tuple[str, str], ...]:
    found = [(str(copy.where), content) for copy in copies if (content := copy.read()) is not None]
    with suppress(BrokenRule):
        found.insert(0, ("key.age", desk.directory.locked_key()))
    return tuple((name, hashlib.sha256(content).hexdigest()) for name, content in found)


def _written_down(
    desk: Desk, opening: Opening, files: tuple[tuple[str, str], ...], before: Mapping[str, Any] | None
) -> Destruction:
    note(desk, Act.KEY_DESTROYED, key=opening.key, files=len(files))
    with suppress(BrokenRule):
        checkpoint(desk)
    counts, ledger = desk.directory.counts(), desk.directory.ledger()
    lines = list(ledger.checkpoints())
    earlier = destruction_of(before).files if before else ()
    return Destruction(
        day=desk.now().astimezone().date().isoformat(),
        consultation=opening.consultation,
        opening=opening.id,
        fingerprint=opening.fingerprint,
        keys=(opening.key, *(one.id for one in opening.later)),
        files=(*earlier, *files),
        responses=counts.sealed,
        receipts=counts.receipts,
        wishes=counts.wishes,
        paper=sum(entry.act == Act.KEY_PRINTED for entry in acts(ledger)),
        checkpoint=name_of(lines[-1]) if lines else NONE,
    )
