"""`tally`."""

from argparse import Namespace
from collections.abc import Callable, Sequence
from dataclasses import replace
from decimal import Decimal
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from icc_consult.commands.speaking import NotPossible, show, show_json, tell
from icc_consult.commands.tally_sentences import objection, refusal, remark, shown, uncountable
from icc_consult.domain.errors import BrokenRule
from icc_consult.formats.ballots import read_ballots, read_groups
from icc_consult.formats.ballots.faults import BallotsRefused, Remarks
from icc_consult.formats.ballots.text import money
from icc_consult.services.polls import Opinions, Poll

FEWEST_MEMBERS = 5

if TYPE_CHECKING:
    from icc_consult.counting.outcome import Outcome
    from icc_consult.services.tallying import Call


def run_tally(chosen: Namespace) -> int:
    """Count ballots in a file or directory under a rule."""
    return count_and_show(chosen, partial(read_ballots, chosen.path), where=str(chosen.path))


def count_and_show(chosen: Namespace, read: Callable[[Remarks], Sequence[Poll]], *, where: str) -> int:
    """Count what `read` finds as the call asks for, wherever that lies."""
    remarks = Remarks()
    try:
        poll, outcome = _count(chosen, read(remarks), remarks, where)
    except BallotsRefused as error:
        raise NotPossible(refusal(error)) from error
    except BrokenRule as error:
        raise NotPossible(objection(error)) from error
    except OSError as error:
        raise NotPossible(f"{shown(where)}: {error.strerror}.") from error
    for each in remarks.all:
        tell(f"icc-consult: warning: {remark(each)}")
    _show(chosen, poll, outcome)
    _warn_of_small_groups(outcome)
    return 0


def _count(chosen: Namespace, polls: Sequence[Poll], remarks: Remarks, where: str) -> "tuple[Poll, Outcome]":
    from icc_consult.counting.errors import Uncountable  # noqa: PLC0415 - numpy only where something is counted
    from icc_consult.services.tallying import Call, choose, tally  # noqa: PLC0415

    budget = None if chosen.budget is None else _budget(chosen.budget)
    call = Call(rule=chosen.rule, seats=chosen.seats, budget=budget, seed=chosen.seed)
    poll = choose(polls, call, chosen.question)
    if chosen.groups is not None:
        call = _with_groups(call, poll, chosen.groups, remarks)
    try:
        return poll, tally(poll, call)
    except Uncountable as error:
        raise NotPossible(f"{shown(where)}: {uncountable(error)}") from error


def _budget(text: str) -> Decimal:
    amount = money(text)
    if amount is None or amount <= 0:
        raise NotPossible(f"--budget {shown(text)}: a budget is an amount of more than 0.")
    return amount


def _with_groups(call: "Call", poll: Poll, path: Path, remarks: Remarks) -> "Call":
    people = poll.cast.people if isinstance(poll.cast, Opinions) else None
    groups = {} if people is None else read_groups(path, people, remarks)
    return replace(call, groups=groups)


def _show(chosen: Namespace, poll: Poll, outcome: "Outcome") -> None:
    from icc_consult.services.tallying import plain_tally  # noqa: PLC0415

    if chosen.json:
        show_json(plain_tally(poll, outcome))
    else:
        from icc_consult.commands.tally_table import table  # noqa: PLC0415

        show(table(poll, outcome))
    if chosen.rule is None:
        tell(f"Counted by {outcome.rule}, the usual rule for these ballots; --rule chooses another.")


def _warn_of_small_groups(outcome: "Outcome") -> None:
    """Groups that were given are shown however small; whoever publishes them must know."""
    for name, members in getattr(outcome, "groups", {}).items():
        if len(members) < FEWEST_MEMBERS:
            people = "1 person" if len(members) == 1 else f"{len(members)} people"
            tell(
                f"icc-consult: warning: the group {shown(name)} has {people} only; publish nothing about it."
            )
