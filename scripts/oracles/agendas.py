"""What abcvoting says of agendas. Runs in an environment of its own."""

import json
import sys
from typing import Any

from abcvoting import abcrules  # type: ignore[import-not-found]
from abcvoting.preferences import Profile  # type: ignore[import-not-found]

from scripts.oracles.instances import agendas


def judged(case: dict[str, Any]) -> dict[str, Any]:
    """The case and every agenda that some way of breaking ties leads to."""
    topics = case["topics"]
    profile = Profile(len(topics), cand_names=list(topics))
    for ballot in case["ballots"]:
        profile.add_voter([topics.index(name) for name in ballot])
    found = abcrules.compute(
        "equal-shares", profile, case["seats"], algorithm="standard-fractions", resolute=False
    )
    return {**case, "agendas": sorted({"".join(sorted(topics[each] for each in topic)) for topic in found})}


if __name__ == "__main__":
    seed, number = map(int, sys.argv[1:])
    json.dump([judged(case) for case in agendas(seed, number)], sys.stdout)
