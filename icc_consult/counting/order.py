"""From scores to an order with its ties, and from an order to the winners of a number of seats."""

from collections.abc import Sequence
from typing import Any, Protocol

from icc_consult.counting.errors import SeatsOutOfRange
from icc_consult.counting.lots import lot_order
from icc_consult.counting.outcome import Choice, Lot, Outcome, Step, Tie

Tiers = list[list[int]]


class Ballots(Protocol):
    """What an outcome says of the ballots it came from."""

    @property
    def options(self) -> tuple[str, ...]: ...

    @property
    def participants(self) -> int: ...


def tiers(scores: Sequence[Any]) -> Tiers:
    """The options' indices from the highest score down, equal scores together in ballot-paper order."""
    order = sorted(range(len(scores)), key=scores.__getitem__, reverse=True)
    ranked: Tiers = []
    for index in order:
        if ranked and scores[ranked[-1][0]] == scores[index]:
            ranked[-1].append(index)
        else:
            ranked.append([index])
    return [sorted(tier) for tier in ranked]


def nested(ranked: Tiers, options: Sequence[str]) -> tuple[Choice, ...]:
    """The tiers as ids, ties as nested tuples."""
    return tuple(
        options[tier[0]] if len(tier) == 1 else tuple(options[each] for each in tier) for tier in ranked
    )


def ordered(
    rule: str,
    ballots: Ballots,
    ranked: Tiers,
    steps: Sequence[Step],
    *,
    seats: int | None = None,
    seed: int = 0,
    lots: Sequence[Lot] = (),
    ties: Sequence[Tie] = (),
) -> Outcome:
    """The outcome of a rule that orders; with `seats`, who wins them, a tie at the cut decided by lot."""
    names = nested(ranked, ballots.options)
    if seats is not None:
        return _seated(rule, ballots, names, steps, check_seats(seats, len(ballots.options)), seed)
    stands = [Tie("order", each) for each in names if isinstance(each, tuple)]
    return Outcome(
        rule=rule,
        participants=ballots.participants,
        options=ballots.options,
        outcome=names,
        chosen=(names[0],) if isinstance(names[0], str) else (),
        ties=(*ties, *stands),
        lots=tuple(lots),
        steps=tuple(steps),
    )


def check_seats(seats: int, options: int) -> int:
    """The seats, where they can be filled; raises SeatsOutOfRange."""
    if not 1 <= seats <= options:
        raise SeatsOutOfRange(seats, options)
    return seats


def _seated(
    rule: str, ballots: Ballots, names: tuple[Choice, ...], steps: Sequence[Step], seats: int, seed: int
) -> Outcome:
    winners: list[str] = []
    cut: tuple[str, ...] = ()
    for each in names:
        tier = (each,) if isinstance(each, str) else each
        if len(winners) + len(tier) > seats:
            cut = tier
            break
        winners.extend(tier)
    free = seats - len(winners)
    lots = lot_order(cut, seed) if cut and free else ()
    return Outcome(
        rule=rule,
        participants=ballots.participants,
        options=ballots.options,
        outcome=(*winners, cut) if lots else tuple(winners),
        chosen=(*winners, *lots[:free]),
        ties=(Tie("seats", cut, "lot"),) if lots else (),
        lots=(Lot(lots, lots[:free], "seat", seed),) if lots else (),
        steps=tuple(steps),
    )
