"""Writing down how much there is, signed, when a day ends and at the end."""

from collections.abc import Iterable
from itertools import chain

from icc_consult.services.premises import Desk, Opening
from icc_consult.verifying.audit import carried, head_of
from icc_consult.verifying.checkpoints import (
    NO_CHECKPOINT,
    SETS,
    Checkpoint,
    Identity,
    checkpoint_of,
    log_amount,
    name_of,
)
from icc_consult.verifying.receipts import codes_in, list_text
from icc_consult.verifying.records import Kind, Record
from icc_consult.verifying.state import State


def identity_of(opening: Opening) -> Identity:
    """Which opened consultation this is."""
    return Identity(opening.id, opening.consultation, opening.fingerprint, opening.key)


def state_of(desk: Desk) -> State:
    """All that the directory holds, its own log and checkpoints included; raises `DirectoryRefused`."""
    return _state(desk, desk.directory.ledger().records())


def state_after(desk: Desk, before: State) -> State:
    """The same where nothing came since but acts of this place, and the opening file may say more."""
    return _state(desk, ()).joined(before)


def _state(desk: Desk, records: Iterable[Record]) -> State:
    opening, ledger = desk.directory.opening(), desk.directory.ledger()
    own = [Record(Kind.AUDIT, carried(opening.signer, line)) for line in ledger.log()]
    own += [Record(Kind.CHECKPOINT, line) for line in ledger.checkpoints()]
    everything = frozenset(chain(records, own))
    return State(identity_of(opening), opening.signer.hex(), opening.is_closed, opening.is_merged, everything)


def checkpoint(desk: Desk) -> State:
    """Write one, unless the last one says the same; the state with it.

    At the end the list of receipts is put up too. Raises `SigningKeyAway`, `DirectoryRefused` or `OSError`.
    """
    return checkpoint_of_state(desk, state_of(desk))


def checkpoint_of_state(desk: Desk, state: State) -> State:
    """The same of a state that was just read."""
    ledger = desk.directory.ledger()
    lines = list(ledger.checkpoints())
    new = _next(desk, state, lines)
    if lines and checkpoint_of(lines[-1]).says_as(new):
        line = lines[-1]
    else:
        line = new.signed(ledger.seed())
        ledger.add_checkpoint(line)
    if state.is_closed:
        ledger.put_up(list_text(line, codes_in(state)))
    return state.joined(_only(state, line))


def _only(state: State, line: bytes) -> State:
    one = frozenset({Record(Kind.CHECKPOINT, line)})
    return State(state.identity, state.signer, state.is_closed, state.is_merged, one)


def _next(desk: Desk, state: State, lines: list[bytes]) -> Checkpoint:
    log = list(desk.directory.ledger().log())
    return Checkpoint(
        number=len(lines) + 1,
        before=name_of(lines[-1]) if lines else NO_CHECKPOINT,
        identity=state.identity,
        signer=state.signer,
        day=desk.now().astimezone().date(),
        is_closed=state.is_closed,
        is_merged=state.is_merged,
        amounts={kind: state.amount(kind) for kind in SETS},
        log=log_amount(log),
        head=head_of(log),
    )
