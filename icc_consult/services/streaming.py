"""Showing everything that a place holds to a camera, in parts that are not too long to stand and wait for."""

from collections.abc import Callable
from math import ceil
from pathlib import Path

from icc_consult.services.bundling import Bundled, collect
from icc_consult.services.checkpointing import state_of
from icc_consult.services.held import CUT, Held
from icc_consult.services.premises import Desk
from icc_consult.verifying.bundle import bundle_bytes
from icc_consult.verifying.checking import books, check
from icc_consult.verifying.records import Kind, in_order
from icc_consult.verifying.state import State

MOST_ANSWERS = 300

WritePart = Callable[[int, int, bytes], None]


def stream(desk: Desk, *, out: Path, write: WritePart, held: Held | None = None) -> Bundled:
    """Hand each part to `write` with its number and how many there are.

    A part is a bundle of at most 300 answers. All of them together are what a stick would carry, or where the
    receiver told what is there, the rest. Which answer lies in which part follows from hashes alone, so a
    part says nothing about when they came. Raises as `bundling.bundle` does, or `OtherConsultation`.
    """
    if held is not None:
        held.rest(state_of(desk))
    state, seed = collect(desk, out=out)
    parts = parts_of(state if held is None else held.rest(state))
    for number, part in enumerate(parts, start=1):
        write(number, len(parts), bundle_bytes(part, seed))
    return Bundled(state, books(state), check(state))


def parts_of(state: State) -> tuple[State, ...]:
    """The state in as few parts as can be, of nearly the same size; logs and totals are in the first."""
    count = max(1, ceil(len(state.of(Kind.SEALED)) / MOST_ANSWERS))
    first = frozenset(record for record in state.records if record.kind not in CUT)
    cut = [in_order(state.of(kind)) for kind in CUT]
    return tuple(
        State(
            state.identity,
            state.signer,
            state.is_closed,
            state.is_merged,
            frozenset(record for records in cut for record in records[place::count])
            | (first if place == 0 else frozenset()),
        )
        for place in range(count)
    )
