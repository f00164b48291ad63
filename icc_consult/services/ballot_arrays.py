"""Ballots as the arrays that the voting rules count: equal ballots together, in a fixed order."""

from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from icc_consult.counting.agreement.votes import UNSEEN, Statements
from icc_consult.counting.ballots import UNRATED, Approvals, Dots, Rankings, Scores
from icc_consult.counting.duels import Duel, Duels
from icc_consult.counting.errors import NoBallots
from icc_consult.counting.majorities import majorities
from icc_consult.services.polls import (
    Counts,
    Dotted,
    Duelled,
    Marked,
    Numbers,
    Opinions,
    Poll,
    Ranked,
    Scored,
)
from icc_consult.services.tally_errors import TooMuchToCount

MOST_CELLS: Final = 400_000_000
Whole = NDArray[np.int64]


def approvals(poll: Poll, cast: Marked) -> Approvals:
    """Marks, (ballots, options)."""
    marks = _grid(poll, len(cast.ballots), np.bool_)
    marks[_rows(cast.ballots), _flat(chain.from_iterable(cast.ballots))] = True
    return Approvals.of_array(_ids(poll), *_together(marks, cast.counts))


def rankings(poll: Poll, cast: Ranked) -> Rankings:
    """Ranks, (ballots, options)."""
    ranks = _grid(poll, len(cast.ballots), np.uint16)
    ballot_of, places = _rows(cast.ballots), list(chain.from_iterable(cast.ballots))
    begins = np.searchsorted(ballot_of, ballot_of)
    rank_of = np.arange(1, len(places) + 1) - begins
    shared = np.fromiter(map(len, places), np.int64, len(places))
    options = _flat(chain.from_iterable(places))
    ranks[np.repeat(ballot_of, shared), options] = np.repeat(rank_of, shared)
    return Rankings.of_array(_ids(poll), *_together(ranks, cast.counts))


def scores(poll: Poll, cast: Scored) -> Scores:
    """Scores, (ballots, options)."""
    values = _grid(poll, len(cast.ballots), np.int32)
    values[:] = UNRATED if cast.unsaid is None else cast.unsaid
    _put(values, cast.ballots)
    return Scores.of_array(_ids(poll), *_together(values, cast.counts), least=cast.least, most=cast.most)


def dots(poll: Poll, cast: Dotted) -> Dots:
    """Dots, (ballots, options)."""
    values = _grid(poll, len(cast.ballots), np.int32)
    _put(values, cast.ballots)
    return Dots.of_array(_ids(poll), *_together(values, cast.counts), each=cast.each)


def statements(poll: Poll, cast: Opinions) -> Statements:
    """Votes, (participants, statements)."""
    votes = _grid(poll, len(cast.ballots), np.int8)
    votes[:] = UNSEEN
    _put(votes, cast.ballots)
    names = _ids(poll)
    return Statements.of_array(
        names,
        cast.people,
        votes,
        hidden=[names[place] for place in sorted(cast.hidden)],
        meta=[names[place] for place in sorted(cast.meta)],
    )


def decided(poll: Poll, cast: Duelled) -> Duels:
    """Every pair that somebody decided."""
    names = _ids(poll)
    return Duels.of(names, ([_duel(names, pair) for pair in ballot] for ballot in cast.ballots))


def _duel(names: list[str], pair: tuple[int, int, int]) -> Duel:
    left, right, won = pair
    winner = {1: names[left], -1: names[right]}.get(won)
    return names[left], names[right], winner


def duels(ranked: Rankings) -> Duels:
    """Every pair that a ballot ranks apart as one duel; pairs that it leaves equal are skipped."""
    wins = majorities(ranked)
    options = len(ranked.options)
    pairs = ranked.participants * options * (options - 1) // 2
    return Duels(ranked.options, wins, pairs - int(wins.sum()), ranked.participants)


def _ids(poll: Poll) -> list[str]:
    return [option.id for option in poll.options]


def _grid(poll: Poll, ballots: int, kind: type[np.generic]) -> NDArray[Any]:
    if ballots == 0:
        raise NoBallots
    if ballots * len(poll.options) > MOST_CELLS:
        raise TooMuchToCount(ballots, len(poll.options))
    return np.zeros((ballots, len(poll.options)), dtype=kind)


def _together(cells: NDArray[Any], counts: Counts) -> tuple[NDArray[Any], Whole]:
    """The different rows, sorted by their bytes, and how many people stand behind each."""
    people = np.array(counts or 1, dtype=np.int64) + np.zeros(len(cells), dtype=np.int64)
    whole_rows = cells.view(np.dtype((np.void, cells.shape[1] * cells.itemsize))).ravel()
    order = np.argsort(whole_rows, kind="stable")
    sorted_rows = whole_rows[order]
    starts = np.flatnonzero(np.append(True, sorted_rows[1:] != sorted_rows[:-1]))
    return cells[order[starts]], np.add.reduceat(people[order], starts)


def _put(values: NDArray[Any], ballots: Sequence[Numbers]) -> None:
    pairs = _flat(chain.from_iterable(chain.from_iterable(ballots))).reshape(-1, 2)
    values[_rows(ballots), pairs[:, 0]] = pairs[:, 1]


def _rows(ballots: Sequence[Sequence[object]]) -> Whole:
    """The number of its ballot for every entry."""
    return np.repeat(np.arange(len(ballots)), np.fromiter(map(len, ballots), np.int64, len(ballots)))


def _flat(numbers: Iterable[int]) -> Whole:
    return np.fromiter(numbers, np.int64)
