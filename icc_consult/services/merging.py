"""Bringing together what several places collected: a union of records, in any order, any number of times."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path

from icc_consult.services.auditing import Act, acts, note, note_all, note_in
from icc_consult.services.bundle_errors import NotMerged, OtherConsultation, UnknownSigner
from icc_consult.services.checkpointing import checkpoint_of_state, identity_of, state_after, state_of
from icc_consult.services.ledger import Ledger
from icc_consult.services.premises import (
    Belongings,
    Desk,
    NewKey,
    Opening,
    Progress,
    past_stopping,
    silently,
)
from icc_consult.services.uncollected import uncollected
from icc_consult.verifying.audit import Detail
from icc_consult.verifying.checking import books, check, check_merged
from icc_consult.verifying.findings import Finding
from icc_consult.verifying.state import State, checkpoints

STEPS = 4
"""Of merging: what is there is looked at; it is written; it is settled; it is checked."""


@dataclass(frozen=True, slots=True)
class Delivery:
    """One bundle that was brought, and where it lay; a salvaged one is covered by no signature."""

    where: str
    state: State
    is_salvaged: bool = False


@dataclass(frozen=True, slots=True)
class Merged:
    """How many answers were new, the books of everything together, and every difference by name."""

    added: int
    books: dict[str, int]
    sources: tuple[str, ...]
    is_closed: bool
    findings: tuple[Finding, ...]


def begin_merging(desk: Desk, *, source: Desk, document: bytes, copy_pack: Callable[[Path], None]) -> Opening:
    """Make a new directory to merge into, of the consultation that was opened in the source.

    The locked key comes along, so that the passphrase opens the answers here. Raises `NotEmpty`, `KeyAway` or
    `OSError`.
    """
    desk.directory.check_new()
    first = source.directory.opening()
    signer = desk.vault.new_signer()
    opening = replace(first, signer=signer.public, is_merged=True, closed_at=None)

    def first_note(ledger: Ledger) -> None:
        note_in(ledger, desk.now(), Act.OPENED, signer=first.signer.hex())

    desk.directory.create(
        Belongings(
            opening=opening,
            key=NewKey(first.key, first.public_key, source.directory.locked_key(), first.recipient),
            pin_hash=source.directory.pin().load().hashed,
            copy_pack=copy_pack,
            rehearse=lambda _: None,
            seed=signer.seed,
            first_note=first_note,
            joined=document,
        )
    )
    return opening


def known_signers(desk: Desk) -> frozenset[str]:
    """Whose bundles were taken in here before, and the place that the consultation was opened in."""
    entries = acts(desk.directory.ledger())
    named = {str(entry.detail["signer"]) for entry in entries if "signer" in entry.detail}
    return frozenset({*named, desk.directory.opening().signer.hex()})


def check_deliveries(opening: Opening, deliveries: Iterable[Delivery], known: Iterable[str]) -> None:
    """Raise `OtherConsultation`, or `UnknownSigner` for a key that nobody named by its first 16 letters."""
    named = tuple(known)
    for delivery in deliveries:
        if delivery.state.identity != identity_of(opening):
            raise OtherConsultation(delivery.where)
        if not any(len(name) >= 16 and delivery.state.signer.startswith(name) for name in named):
            raise UnknownSigner(delivery.where, delivery.state.signer)


@uncollected()
def merge(
    desk: Desk, deliveries: Sequence[Delivery], *, known: Iterable[str] = (), progress: Progress = silently
) -> Merged:
    """Take in what is not here yet, all of it or nothing.

    The consultation is closed here once every place has closed it. Raises `NotMerged`, `OtherConsultation`,
    `UnknownSigner`, `InUse`, `DirectoryRefused` or `OSError`, or what `progress` raises to stop it before the
    first line is written: what follows is one transaction and its books, and is not stopped.
    """
    opening = desk.directory.opening()
    if not opening.is_merged:
        raise NotMerged(str(desk.directory.where))
    check_deliveries(opening, deliveries, {*known, *known_signers(desk)})
    progress(0, STEPS)
    tell = past_stopping(progress)
    store = desk.directory.hold()
    try:
        tell(1, STEPS)
        note_all(desk, Act.MERGED, map(_told, deliveries))
        added = desk.directory.ledger().add(chain.from_iterable(one.state.records for one in deliveries))
        if not added.is_tidy:
            desk.directory.tidy()
        tell(2, STEPS)
        state = _settled(desk)
        tell(3, STEPS)
    finally:
        store.release()
    findings = tuple(sorted({*check(state), *check_merged(state)}))
    sources = tuple(source for source in checkpoints(state) if source != state.signer)
    return Merged(added.answers, books(state), sources, state.is_closed, findings)


def _told(delivery: Delivery) -> Detail:
    state, salvaged = delivery.state, int(delivery.is_salvaged)
    return {"signer": state.signer, "records": len(state.records), "salvaged": salvaged}


def _settled(desk: Desk) -> State:
    state = state_of(desk)
    opening = desk.directory.opening()
    others = [one for source, one in checkpoints(state).items() if source != state.signer]
    if not opening.is_closed and others and all(one[-1].checkpoint.is_closed for one in others):
        note(desk, Act.CLOSED)
        desk.directory.end(replace(opening, closed_at=desk.now()))
        state = state_after(desk, state)
    return checkpoint_of_state(desk, state)
