"""One count of pref_voting's, timed; runs in its environment."""

import sys

import numpy as np
from pref_voting.iterative_methods import instant_runoff_for_truncated_linear_orders
from pref_voting.margin_based_methods import beat_path
from pref_voting.profiles_with_ties import ProfileWithTies
from pref_voting.proportional_methods import stv_scottish

from benchmarks.counted.stopwatch import timed

SEATS = 5


def counted(rule: str, kinds: np.ndarray, people: np.ndarray) -> None:
    """The count, from equal ballots gathered in numpy on."""
    maps = [{option: int(rank) for option, rank in enumerate(kind) if rank} for kind in kinds]
    profile = ProfileWithTies(maps, rcounts=people.tolist(), candidates=list(range(kinds.shape[1])))
    profile.use_extended_strict_preference()
    if rule == "schulze":
        beat_path(profile)
    elif rule == "irv":
        instant_runoff_for_truncated_linear_orders(profile)
    else:
        stv_scottish(profile, num_seats=SEATS)


if __name__ == "__main__":
    rule, file, patience = sys.argv[1:]
    kinds, people = np.unique(np.load(file)["ranks"], axis=0, return_counts=True)
    timed(lambda: counted(rule, kinds, people), float(patience))
