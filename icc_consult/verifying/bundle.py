"""The inside of a bundle: a signed manifest, then records. `docs/bundle-format.md` has it byte for byte."""

import io
from dataclasses import dataclass

from icc_consult.verifying.checkpoints import Identity
from icc_consult.verifying.manifest import Manifest, NoManifest, read_manifest
from icc_consult.verifying.records import BrokenRecords, Kind, Record, in_order, read_records, salvage_records
from icc_consult.verifying.state import State, checkpoints, is_sound


def manifest_of(state: State) -> Manifest:
    """What a bundle of this state says of itself."""
    amounts = {kind: state.amount(kind) for kind in Kind}
    return Manifest(state.identity, state.signer, state.is_closed, state.is_merged, amounts)


def bundle_bytes(state: State, seed: bytes) -> bytes:
    """The one form of a bundle, signed with the private half of the state's signer."""
    return b"".join([manifest_of(state).signed(seed), *(one.framed() for one in in_order(state.records))])


def read_bundle(content: bytes) -> State:
    """The state that a bundle holds, whole and as it was signed; raises `NoManifest` or `BrokenRecords`."""
    stream = io.BytesIO(content)
    manifest = read_manifest(stream)
    records = frozenset(read_records(stream))
    state = _state(manifest, records)
    if manifest_of(state) != manifest or not state.is_sound():
        raise BrokenRecords("manifest")
    return state


def _state(manifest: Manifest, records: frozenset[Record]) -> State:
    return State(manifest.identity, manifest.signer, manifest.is_closed, manifest.is_merged, records)


@dataclass(frozen=True, slots=True)
class Salvaged:
    """What could still be read of a damaged bundle; how much is missing only where the manifest was read."""

    state: State
    is_signed: bool
    missing: int | None
    missing_answers: int | None


def salvage_bundle(content: bytes) -> Salvaged:
    """Every whole record; raises `NoManifest` where nothing says which consultation they belong to.

    No signature covers what is found: whoever merges it believes whoever brought it.
    """
    records = frozenset(record for record in salvage_records(content) if is_sound(record))
    try:
        manifest = read_manifest(io.BytesIO(content))
    except NoManifest:
        return Salvaged(_by_checkpoint(records), is_signed=False, missing=None, missing_answers=None)
    state = _state(manifest, records)
    said = {kind: amount.count for kind, amount in manifest.amounts.items()}
    missing = max(0, sum(said.values()) - len(records))
    answers = max(0, said[Kind.SEALED] - state.count(Kind.SEALED))
    return Salvaged(state, is_signed=True, missing=missing, missing_answers=answers)


def _by_checkpoint(records: frozenset[Record]) -> State:
    """Where the manifest is lost, the newest checkpoint says whose the records are."""
    nobody = State(Identity("", "", "", ""), "", is_closed=False, is_merged=False, records=records)
    chains = checkpoints(nobody)
    if len(chains) != 1:
        raise NoManifest("checkpoint")
    [(signer, chain)] = chains.items()
    last = chain[-1].checkpoint
    return State(last.identity, signer, last.is_closed, last.is_merged, records)
