"""What pabutools says of budgets. Runs in an environment of its own."""

import json
import sys
from typing import Any

from pabutools.election import ApprovalBallot, ApprovalProfile, Cost_Sat, Instance, Project  # type: ignore[import-not-found]
from pabutools.rules import exhaustion_by_budget_increase, greedy_utilitarian_welfare, method_of_equal_shares  # type: ignore[import-not-found]
from pabutools.tiebreaking import TieBreakingRule  # type: ignore[import-not-found]

from scripts.oracles.instances import budgets, lot

SEED = 0


def cheapest_then_most_votes_then_lot(_: object, profile: Any, project: Any) -> tuple[Any, ...]:
    """The tie rule of equalshares.net; pabutools would go by name."""
    votes = sum(project in ballot for ballot in profile)
    return (project.cost, -votes, lot(SEED, project.name))


def judged(case: dict[str, Any]) -> dict[str, Any]:
    """The case and what the reference makes of it."""
    projects = {name: Project(name, cost) for name, cost in case["costs"].items()}
    instance = Instance(projects.values(), budget_limit=case["budget"])
    profile = ApprovalProfile(
        [ApprovalBallot([projects[name] for name in ballot]) for ballot in case["ballots"]], instance=instance
    )
    ties = TieBreakingRule(cheapest_then_most_votes_then_lot)
    completed = exhaustion_by_budget_increase(
        instance,
        profile,
        method_of_equal_shares,
        {"sat_class": Cost_Sat, "tie_breaking": ties},
        exhaustive_stop=False,
        budget_step=len(case["ballots"]),
    )
    supported = {name for ballot in case["ballots"] for name in ballot}
    funded = greedy_utilitarian_welfare(instance, profile, sat_class=Cost_Sat, tie_breaking=ties)
    return {
        **case,
        "greedy": sorted(each.name for each in funded if each.name in supported),
        "shares": [
            each.name
            for each in method_of_equal_shares(instance, profile, sat_class=Cost_Sat, tie_breaking=ties)
        ],
        "completed": [each.name for each in completed],
    }


if __name__ == "__main__":
    seed, number = map(int, sys.argv[1:])
    json.dump([judged(case) for case in budgets(seed, number)], sys.stdout)
