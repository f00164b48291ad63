"""Checking that one state may follow from an earlier one, of which a checkpoint or a bundle is at hand."""

from collections.abc import Iterator

from icc_consult.verifying.checking import check_growth
from icc_consult.verifying.findings import Finding, Flaw
from icc_consult.verifying.records import Kind
from icc_consult.verifying.state import Signed, State, checkpoints, totals_by_day


def check_follows_checkpoint(state: State, old: Signed) -> tuple[Finding, ...]:
    """The checkpoint must stand in the state's own chain; numbers may only have grown since.

    That nothing was exchanged meanwhile, a checkpoint alone cannot show: two bundles can.
    """
    if old.checkpoint.identity != state.identity:
        return (Finding(Flaw.OTHER_CONSULTATION, old.checkpoint.signer),)
    chain = checkpoints(state).get(old.checkpoint.signer, [])
    if old.name not in {one.name for one in chain}:
        return (Finding(Flaw.NOT_EXTENDED, old.checkpoint.signer, str(old.checkpoint.number)),)
    return check_follows(chain[-1], old)


def check_follows(new: Signed, old: Signed) -> tuple[Finding, ...]:
    """Of two checkpoints of one place the later one may only have grown."""
    if new.checkpoint.identity != old.checkpoint.identity:
        return (Finding(Flaw.OTHER_CONSULTATION, old.checkpoint.signer),)
    if new == old:
        return ()
    later = new.checkpoint.number > old.checkpoint.number and new.checkpoint.signer == old.checkpoint.signer
    next_but_other = new.checkpoint.number == old.checkpoint.number + 1 and new.checkpoint.before != old.name
    if not later or next_but_other:
        return (Finding(Flaw.NOT_EXTENDED, old.checkpoint.signer, str(old.checkpoint.number)),)
    return tuple(check_growth(old.checkpoint, new.checkpoint))


def check_follows_state(state: State, old: State) -> tuple[Finding, ...]:
    """Every record of the old state must be here, but those that change: totals may only have grown."""
    return tuple(_after(state, old))


def _after(state: State, old: State) -> Iterator[Finding]:
    if old.identity != state.identity:
        yield Finding(Flaw.OTHER_CONSULTATION, old.signer)
        return
    for kind in sorted({record.kind for record in old.records} - {Kind.TOTAL, Kind.DECISION}):
        if missing := old.of(kind) - state.of(kind):
            yield Finding(Flaw.LOST, old.signer, f"{kind.name.lower()} {len(missing)}")
    now = totals_by_day(state)
    for day, numbers in totals_by_day(old).items():
        if any(number > now.get(day, {}).get(name, 0) for name, number in numbers.items()):
            yield Finding(Flaw.SHRUNK, old.signer, day.isoformat())
