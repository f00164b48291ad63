"""One count of pabutools', timed; runs in its environment."""

import sys

import numpy as np
from pabutools.election import ApprovalMultiProfile, Cost_Sat, FrozenApprovalBallot, Instance, Project
from pabutools.rules import exhaustion_by_budget_increase, method_of_equal_shares
from pabutools.tiebreaking import TieBreakingRule

from benchmarks.counted.stopwatch import timed


def counted(costs: np.ndarray, kinds: np.ndarray, people: np.ndarray) -> None:
    """Equal shares completed as we complete them, from equal ballots gathered in numpy on."""
    projects = [Project(f"p{index}", int(cost)) for index, cost in enumerate(costs)]
    instance = Instance(projects, budget_limit=int(costs.sum()) // 4)
    profile = ApprovalMultiProfile(instance=instance)
    for kind, count in zip(kinds, people, strict=True):
        profile[FrozenApprovalBallot(projects[index] for index in np.flatnonzero(kind))] = int(count)
    exhaustion_by_budget_increase(
        instance,
        profile,
        method_of_equal_shares,
        {"sat_class": Cost_Sat, "tie_breaking": TieBreakingRule(lambda _, __, project: project.cost)},
        exhaustive_stop=False,
        budget_step=int(people.sum()),
    )


if __name__ == "__main__":
    votes = np.load(sys.argv[2])
    kinds, people = np.unique(votes["marks"], axis=0, return_counts=True)
    timed(lambda: counted(votes["costs"], kinds, people), float(sys.argv[3]))
