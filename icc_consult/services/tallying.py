"""Counting a poll under a rule. Importing this brings in numpy; do so when something is to be counted."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

from icc_consult.counting.agreement.agreement import agreement
from icc_consult.counting.approval import approval
from icc_consult.counting.borda import borda
from icc_consult.counting.condorcet import condorcet
from icc_consult.counting.dots import dots
from icc_consult.counting.duels import pairwise
from icc_consult.counting.equal_shares import equal_shares
from icc_consult.counting.fair_agenda import fair_agenda
from icc_consult.counting.greedy import greedy
from icc_consult.counting.instant_runoff import instant_runoff
from icc_consult.counting.majority_judgment import majority_judgment
from icc_consult.counting.outcome import Json, Outcome
from icc_consult.counting.projects import Projects
from icc_consult.counting.ranked_pairs import ranked_pairs
from icc_consult.counting.schulze import schulze
from icc_consult.counting.score import score
from icc_consult.counting.transferable_vote import stv
from icc_consult.services import ballot_arrays as arrays
from icc_consult.services import tally_errors as errors
from icc_consult.services.polls import (
    BUDGET_RULES,
    Dotted,
    Duelled,
    Marked,
    Opinions,
    Poll,
    Ranked,
    Scored,
    rules_for,
)

SEATED: Final = ("stv", "fair-agenda")
"""The rules that cannot do without a number of seats."""

SINGLE: Final = ("irv", "ranked-pairs", "condorcet")


@dataclass(frozen=True, slots=True, kw_only=True)
class Call:
    """How to count: everything that somebody may ask for; what is None is as the poll says."""

    rule: str | None = None
    seats: int | None = None
    budget: Decimal | None = None
    groups: Mapping[str, str] | None = None
    seed: int = 0


def choose(polls: Sequence[Poll], call: Call, question: str | None = None) -> Poll:
    """The poll to count: the one named, the only one, or the only one that the rule fits.

    Raises UnknownQuestion or SeveralQuestions.
    """
    names = tuple(poll.id for poll in polls)
    if question is not None:
        if question not in names:
            raise errors.UnknownQuestion(question, tuple(name for name in names if name))
        return polls[names.index(question)]
    fitting = [poll for poll in polls if call.rule is None or call.rule in rules_for(poll)]
    if len(polls) == 1 or not fitting:
        return polls[0]
    if len(fitting) > 1:
        raise errors.SeveralQuestions(names)
    return fitting[0]


def tally(poll: Poll, call: Call) -> Outcome:
    """Count the poll. Raises what `tally_errors` names, and `counting.errors.Uncountable`."""
    rule = call.rule or poll.rule
    _check(poll, call, rule)
    match poll.cast:
        case Marked():
            return _marked(poll, poll.cast, call, rule)
        case Ranked():
            return _ranked(poll, poll.cast, call, rule)
        case Scored():
            count = score if rule == "score" else majority_judgment
            return count(arrays.scores(poll, poll.cast), seats=call.seats, seed=call.seed)
        case Dotted():
            return dots(arrays.dots(poll, poll.cast), seats=call.seats, seed=call.seed)
        case Opinions():
            return _opinions(poll, poll.cast, call)
        case Duelled():
            return pairwise(arrays.decided(poll, poll.cast), seats=call.seats, seed=call.seed)


def plain_tally(poll: Poll, outcome: Outcome) -> dict[str, Json]:
    """The outcome as data for JSON, every option with its id and its label."""
    options: list[Json] = [{"id": option.id, "label": option.label} for option in poll.options]
    return outcome.plain() | {"options": options}


def _check(poll: Poll, call: Call, rule: str) -> None:
    if rule not in rules_for(poll):
        raise errors.RuleDoesNotFit(rule, rules_for(poll))
    money = rule in BUDGET_RULES
    if call.seats is not None and (money or rule == "agreement" or (rule in SINGLE and call.seats != 1)):
        raise errors.SeatsNotForRule(rule)
    if rule in SEATED and call.seats is None and poll.seats is None:
        raise errors.SeatsMissing(rule)
    if call.budget is not None and not money:
        raise errors.BudgetNotForRule(rule)
    if money and call.budget is None and poll.budget is None:
        raise errors.BudgetMissing(rule)
    if call.groups is not None and rule != "agreement":
        raise errors.GroupsNotForRule(rule)


def _seats(poll: Poll, call: Call) -> int:
    return call.seats if call.seats is not None else poll.seats or 0


def _marked(poll: Poll, cast: Marked, call: Call, rule: str) -> Outcome:
    ballots = arrays.approvals(poll, cast)
    if rule == "approval":
        return approval(ballots, seats=call.seats, seed=call.seed)
    if rule == "fair-agenda":
        return fair_agenda(ballots, seats=_seats(poll, call), seed=call.seed)
    costs = {option.id: option.cost or Decimal(0) for option in poll.options}
    budget = call.budget if call.budget is not None else poll.budget or Decimal(0)
    projects = Projects.of_array(costs, budget, ballots.marks.T, ballots.counts)
    if rule == "greedy":
        return greedy(projects, when_too_dear="stop" if poll.stops else "skip", seed=call.seed)
    return equal_shares(projects, seed=call.seed)


def _ranked(poll: Poll, cast: Ranked, call: Call, rule: str) -> Outcome:
    ballots = arrays.rankings(poll, cast)
    match rule:
        case "borda":
            return borda(ballots, seats=call.seats, seed=call.seed)
        case "schulze":
            return schulze(ballots, seats=call.seats, seed=call.seed)
        case "pairwise":
            return pairwise(arrays.duels(ballots), seats=call.seats, seed=call.seed)
        case "ranked-pairs":
            return ranked_pairs(ballots, seed=call.seed)
        case "irv":
            return instant_runoff(ballots, seed=call.seed)
        case "condorcet":
            return condorcet(ballots)
    return stv(ballots, seats=_seats(poll, call), seed=call.seed)


def _opinions(poll: Poll, cast: Opinions, call: Call) -> Outcome:
    """Groups that somebody gives are taken as they are, however small."""
    ballots = arrays.statements(poll, cast)
    if call.groups is None:
        return agreement(ballots)
    return agreement(ballots, call.groups, fewest_participants=1, fewest_members=1)
