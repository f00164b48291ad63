"""Ballots as the arrays that the voting rules count: equal ballots together, in a fixed order."""

from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import chain
from typing import Any, Final, TypeVar

import numpy as np
from numpy.typing import NDArray

from icc_consult.counting.agreement.votes import UNSEEN, Statements
from icc_consult.counting.ballots import UNRATED, Approvals, Dots, Rankings, Scores
from icc_consult.counting.duels import Duels
from icc_consult.counting.errors import NoBallots
from icc_consult.counting.majorities import majorities
from icc_consult.services.polls import Counts, Dotted, Marked, Numbers, Opinions, Poll, Ranked, Scored
from icc_consult.services.tally_errors import TooMuchToCount

MOST_CELLS: Final = 400_000_000
_Ballot = TypeVar("_Ballot", bound=tuple[object, ...])
_Whole = NDArray[np.int64]


def approvals(poll: Poll, cast: Marked) -> Approvals:
    """Marks, (ballots, options)."""
    ballots, counts = _together(cast.ballots, cast.counts)
    marks = _grid(poll, len(ballots), np.bool_)
    marks[_rows(ballots), _flat(chain.from_iterable(ballots))] = True
    return Approvals.of_array(_ids(poll), marks, counts)


def rankings(poll: Poll, cast: Ranked) -> Rankings:
    """Ranks, (ballots, options)."""
    ballots, counts = _together(cast.ballots, cast.counts)
    ranks = _grid(poll, len(ballots), np.uint16)
    flat = [tuple(chain.from_iterable(ballot)) for ballot in ballots]
    given = (rank for ballot in ballots for rank, place in enumerate(ballot, start=1) for _ in place)
    ranks[_rows(flat), _flat(chain.from_iterable(flat))] = np.fromiter(given, np.uint16)
    return Rankings.of_array(_ids(poll), ranks, counts)


def scores(poll: Poll, cast: Scored) -> Scores:
    """Scores, (ballots, options)."""
    ballots, counts = _together(cast.ballots, cast.counts)
    values = _grid(poll, len(ballots), np.int32)
    values[:] = UNRATED if cast.unsaid is None else cast.unsaid
    _put(values, ballots)
    return Scores.of_array(_ids(poll), values, counts, least=cast.least, most=cast.most)


def dots(poll: Poll, cast: Dotted) -> Dots:
    """Dots, (ballots, options)."""
    ballots, counts = _together(cast.ballots, cast.counts)
    values = _grid(poll, len(ballots), np.int32)
    _put(values, ballots)
    return Dots.of_array(_ids(poll), values, counts, each=cast.each)


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


def duels(ranked: Rankings) -> Duels:
    """Every pair that a ballot ranks apart as one duel; pairs that it leaves equal are skipped."""
    wins = majorities(ranked)
    options = len(ranked.options)
    pairs = ranked.participants * options * (options - 1) // 2
    return Duels(ranked.options, wins, pairs - int(wins.sum()), ranked.participants)


def _ids(poll: Poll) -> list[str]:
    return [option.id for option in poll.options]


def _together(ballots: Sequence[_Ballot], counts: Counts) -> tuple[list[_Ballot], list[int]]:
    """The different ballots in a fixed order, and how many people cast each."""
    if not ballots:
        raise NoBallots
    people = Counter(ballots)
    if counts:
        people = Counter()
        for ballot, count in zip(ballots, counts, strict=True):
            people[ballot] += count
    ordered = sorted(people)
    return ordered, [people[ballot] for ballot in ordered]


def _grid(poll: Poll, ballots: int, kind: type[np.generic]) -> NDArray[Any]:
    if ballots * len(poll.options) > MOST_CELLS:
        raise TooMuchToCount(ballots, len(poll.options))
    return np.zeros((ballots, len(poll.options)), dtype=kind)


def _put(values: NDArray[Any], ballots: Sequence[Numbers]) -> None:
    where = _flat(option for ballot in ballots for option, _ in ballot)
    values[_rows(ballots), where] = _flat(number for ballot in ballots for _, number in ballot)


def _rows(ballots: Sequence[Sequence[object]]) -> _Whole:
    return np.repeat(np.arange(len(ballots)), [len(ballot) for ballot in ballots])


def _flat(numbers: Iterable[int]) -> _Whole:
    return np.fromiter(numbers, np.int64)
