"""Checking one state: do its books balance, do its chains hold, is it what its last checkpoint says?"""

from collections.abc import Iterator, Mapping
from datetime import date

from icc_consult.verifying import audit, merkle
from icc_consult.verifying.audit import BrokenAudit
from icc_consult.verifying.checkpoints import NO_CHECKPOINT, SETS, Checkpoint
from icc_consult.verifying.findings import Finding, Flaw
from icc_consult.verifying.records import Kind
from icc_consult.verifying.state import Numbers, Signed, State, checkpoints, is_sound, logs, totals_by_day

_COUNTED = ("responses", "spent", "unlocked", "recovered", "deleted", "refused")


def check(state: State) -> tuple[Finding, ...]:
    """Everything that does not fit in a state; none where all is well."""
    strange = tuple(_strange_records(state))
    if strange:
        return strange
    found = [
        *check_books(state),
        *check_sources(state),
        *_check_against_last(state),
    ]
    return tuple(sorted(set(found)))


def check_sources(state: State) -> Iterator[Finding]:
    """The log and the chain of every place."""
    all_lines, chains = logs(state), checkpoints(state)
    for source in sorted({*all_lines, *chains}):
        yield from _check_source(state, source, all_lines.get(source, []), chains.get(source, []))


def _strange_records(state: State) -> Iterator[Finding]:
    strange = [record for record in state.records if not is_sound(record)]
    for record in sorted(strange, key=lambda record: record.hash):
        yield Finding(Flaw.NO_RECORD, detail=f"{record.kind.name.lower()} {record.hash.hex()[:16]}")


def books(state: State) -> dict[str, int]:
    """The numbers that have to agree: sealed = receipts = responses = spent + unlocked + honour + recovered.

    `spent` is how many responses came with a voucher, `vouchers` how many different ones that were.
    """
    return books_of(_counts(state), totals_by_day(state))


def books_of(counts: Mapping[Kind, int], days: Mapping[date, Numbers]) -> dict[str, int]:
    """The same, of what somebody else has counted."""
    counted = {name: sum(day.get(name, 0) for day in days.values()) for name in _COUNTED}
    honour = counted["responses"] - counted["spent"] - counted["unlocked"] - counted["recovered"]
    return {
        "sealed": counts.get(Kind.SEALED, 0),
        "receipts": counts.get(Kind.RECEIPT, 0),
        **counted,
        "honour": honour,
        "vouchers": counts.get(Kind.SPENT, 0),
    }


def _counts(state: State) -> dict[Kind, int]:
    return {kind: state.count(kind) for kind in SETS}


def check_books(state: State) -> Iterator[Finding]:
    """Each difference, named."""
    yield from differences(books(state))


def differences(numbers: Mapping[str, int]) -> Iterator[Finding]:
    """Each difference in books, named."""
    for one, other in (("sealed", "receipts"), ("sealed", "responses"), ("spent", "vouchers")):
        if numbers[one] != numbers[other]:
            yield Finding(Flaw.BOOKS, detail=f"{one} {numbers[one]}, {other} {numbers[other]}")
    if numbers["honour"] < 0:
        yield Finding(Flaw.BOOKS, detail=f"honour {numbers['honour']}")


def _check_source(state: State, source: str, lines: list[bytes], chain: list[Signed]) -> Iterator[Finding]:
    try:
        audit.read_log(lines)
    except BrokenAudit as error:
        yield Finding(Flaw.AUDIT_BROKEN, source, str(error.args[0]))
        lines = lines[: error.args[0] - 1]
    yield from _check_chain(state, source, chain)
    for one in chain:
        yield from _check_log(source, one.checkpoint, lines)


def _check_chain(state: State, source: str, chain: list[Signed]) -> Iterator[Finding]:
    before = NO_CHECKPOINT
    for number, one in enumerate(chain, start=1):
        if number > 1 and one.checkpoint.number == chain[number - 2].checkpoint.number:
            yield Finding(Flaw.CHAIN_FORKED, source, str(one.checkpoint.number))
            return
        if one.checkpoint.identity != state.identity:
            yield Finding(Flaw.OTHER_CONSULTATION, source, str(one.checkpoint.number))
        if (one.checkpoint.number, one.checkpoint.before) != (number, before):
            yield Finding(Flaw.CHAIN_BROKEN, source, str(number))
            return
        if number > 1:
            yield from check_growth(chain[number - 2].checkpoint, one.checkpoint)
        before = one.name


def check_growth(old: Checkpoint, new: Checkpoint) -> Iterator[Finding]:
    """Numbers only grow, and a kiosk that was closed takes no more answers."""
    for kind in SETS:
        fewer = new.amounts[kind].count < old.amounts[kind].count
        same = new.amounts[kind] == old.amounts[kind]
        grew_late = old.is_closed and not old.is_merged and not same
        if fewer or grew_late or (not same and new.amounts[kind].count == old.amounts[kind].count):
            yield Finding(Flaw.SHRUNK, new.signer, f"{kind.name.lower()} {new.number}")


def _check_log(source: str, checkpoint: Checkpoint, lines: list[bytes]) -> Iterator[Finding]:
    """The log that a checkpoint saw must be the beginning of the log that is here."""
    seen = checkpoint.log.count
    if seen > len(lines):
        yield Finding(Flaw.AUDIT_CHANGED, source, str(checkpoint.number))
        return
    proof = merkle.consistency_proof(lines, seen)
    roots = bytes.fromhex(checkpoint.log.root), merkle.root(lines)
    holds = merkle.is_consistent(seen, len(lines), *roots, proof)
    if not holds or audit.head_of(lines[:seen]) != checkpoint.head:
        yield Finding(Flaw.AUDIT_CHANGED, source, str(checkpoint.number))


def _check_against_last(state: State) -> Iterator[Finding]:
    chain = checkpoints(state).get(state.signer, [])
    if not chain:
        if state.is_closed:
            yield Finding(Flaw.NO_CHECKPOINT, state.signer)
        return
    last = chain[-1].checkpoint
    if state.is_closed and not last.is_closed:
        yield Finding(Flaw.NO_CHECKPOINT, state.signer)
    for kind in SETS:
        yield from _check_amount(state, kind, last)


def _check_amount(state: State, kind: Kind, last: Checkpoint) -> Iterator[Finding]:
    said, found = last.amounts[kind], state.amount(kind)
    name = kind.name.lower()
    if found.count < said.count:
        yield Finding(Flaw.LOST, state.signer, f"{name} {said.count - found.count}")
    elif found != said and (found.count == said.count or (last.is_closed and not last.is_merged)):
        yield Finding(Flaw.OTHER_CONTENT, state.signer, name)


def check_merged(state: State) -> Iterator[Finding]:
    """A merged state holds at least what the newest checkpoints of all its kiosks say together."""
    yield from check_all_here(state, _counts(state))


def check_all_here(state: State, counts: Mapping[Kind, int]) -> Iterator[Finding]:
    """The same for a state whose sets somebody else has counted."""
    said = dict.fromkeys(SETS, 0)
    for source, chain in checkpoints(state).items():
        last = chain[-1].checkpoint
        if source != state.signer and not last.is_merged:
            for kind in SETS:
                said[kind] += last.amounts[kind].count
    for kind, least in said.items():
        here = counts.get(kind, 0)
        if here < least and kind is not Kind.SPENT:
            yield Finding(Flaw.NOT_ALL_HERE, detail=f"{kind.name.lower()} {here}/{least}")
