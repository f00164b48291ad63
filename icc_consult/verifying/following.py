"""Checking that one state may follow from an earlier one, of which a checkpoint or a bundle is at hand."""

from collections.abc import Iterator

from icc_consult.verifying.checking import check_growth
from icc_consult.verifying.checkpoints import Checkpoint
from icc_consult.verifying.findings import Finding, Flaw
from icc_consult.verifying.records import Kind
from icc_consult.verifying.state import State, checkpoints, totals_by_day


def check_follows_checkpoint(state: State, old: Checkpoint, name: str) -> tuple[Finding, ...]:
    """The checkpoint must stand in the state's own chain; numbers may only have grown since.

    That nothing was exchanged meanwhile, a checkpoint alone cannot show: two bundles can.
    """
    return tuple(_since(state, old, name))


def _since(state: State, old: Checkpoint, name: str) -> Iterator[Finding]:
    if old.identity != state.identity:
        yield Finding(Flaw.OTHER_CONSULTATION, old.signer)
        return
    chain = checkpoints(state).get(old.signer, [])
    if name not in {one.name for one in chain}:
        yield Finding(Flaw.NOT_EXTENDED, old.signer, str(old.number))
        return
    if chain[-1].checkpoint != old:
        yield from check_growth(old, chain[-1].checkpoint)


def check_follows_state(state: State, old: State) -> tuple[Finding, ...]:
    """Every record of the old state must be here, totals of days aside, and those may only have grown."""
    return tuple(_after(state, old))


def _after(state: State, old: State) -> Iterator[Finding]:
    if old.identity != state.identity:
        yield Finding(Flaw.OTHER_CONSULTATION, old.signer)
        return
    for kind in sorted({record.kind for record in old.records} - {Kind.TOTAL}):
        if missing := old.of(kind) - state.of(kind):
            yield Finding(Flaw.LOST, old.signer, f"{kind.name.lower()} {len(missing)}")
    now = totals_by_day(state)
    for day, numbers in totals_by_day(old).items():
        if any(number > now.get(day, {}).get(name, 0) for name, number in numbers.items()):
            yield Finding(Flaw.SHRUNK, old.signer, day.isoformat())
