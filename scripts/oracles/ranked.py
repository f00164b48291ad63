"""What pref_voting says of rankings. Runs in an environment of its own."""

import json
import random
import sys
from collections.abc import Callable

from pref_voting.c1_methods import condorcet, top_cycle  # type: ignore[import-not-found]
from pref_voting.iterative_methods import instant_runoff_put  # type: ignore[import-not-found]
from pref_voting.margin_based_methods import beat_path, ranked_pairs  # type: ignore[import-not-found]
from pref_voting.profiles_with_ties import ProfileWithTies  # type: ignore[import-not-found]
from pref_voting.proportional_methods import stv_scottish  # type: ignore[import-not-found]
from pref_voting.scoring_methods import symmetric_borda_scores  # type: ignore[import-not-found]

from scripts.oracles.instances import lines, rankings

Names = Callable[[list[int]], list[str]]
LOTS = 12
MOST_ORDERS = 5_000


def profile(options: str, ballots: str) -> ProfileWithTies:
    """The ballots as pref_voting holds them; what is not ranked stands below what is."""
    ranks, counts = [], []
    for count, places in lines(ballots):
        ranks.append({options.index(name): rank for rank, place in enumerate(places, 1) for name in place})
        counts.append(count)
    held = ProfileWithTies(ranks, rcounts=counts, candidates=list(range(len(options))))
    held.use_extended_strict_preference()
    return held


def judged(case: dict[str, str]) -> dict[str, object]:
    """The case and what the reference makes of it."""
    options = case["options"]
    votes = profile(options, case["ballots"])

    def names(winners: list[int]) -> list[str]:
        return [options[each] for each in sorted(winners)]

    def winning_votes(winner: int, loser: int) -> int:
        return int(votes.support(winner, loser)) if votes.margin(winner, loser) > 0 else 0

    borda = symmetric_borda_scores(votes)
    return {
        **case,
        "condorcet": names(condorcet(votes) if votes.condorcet_winner() is not None else []),
        "smith": names(top_cycle(votes)),
        "schulze": names(beat_path(votes)),
        "schulze_votes": names(beat_path(votes, strength_function=winning_votes)),
        "borda": {options[each]: int(points) for each, points in sorted(borda.items())},
        "ranked_pairs": names(ranked_pairs(votes)) if _orders(votes) <= MOST_ORDERS else None,
        "irv": None if case["kind"] == "equal" else names(instant_runoff_put(votes)),
        "stv": {} if case["kind"] == "equal" else _committees(votes, names, len(options)),
    }


def _orders(votes: ProfileWithTies) -> int:
    """In how many orders equally strong pairs can be locked."""
    pairs = [(a, b) for a in votes.candidates for b in votes.candidates if a != b and votes.margin(a, b) >= 0]
    orders = 1
    for margin in {votes.margin(a, b) for a, b in pairs}:
        for factor in range(1, 1 + sum(votes.margin(a, b) == margin for a, b in pairs)):
            orders *= factor
    return orders


def _committees(votes: ProfileWithTies, names: Names, options: int) -> dict[str, list[tuple[str, ...]]]:
    """Every committee that some lots lead to, by number of seats."""
    return {
        str(seats): sorted(
            {
                tuple(names(stv_scottish(votes, num_seats=seats, rng=random.Random(seed))))  # noqa: S311
                for seed in range(LOTS)
            }
        )
        for seats in range(1, options)
    }


if __name__ == "__main__":
    seed, number = map(int, sys.argv[1:])
    json.dump([judged(case) for case in rankings(seed, number)], sys.stdout)
