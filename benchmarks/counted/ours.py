"""One count of ours, timed; run as `python -m benchmarks.counted.ours RULE FILE.npz PATIENCE`."""

import json
import sys
import time
from collections.abc import Callable

import numpy as np

from icc_consult.counting.agreement.agreement import agreement
from icc_consult.counting.agreement.votes import Statements
from icc_consult.counting.ballots import Rankings
from icc_consult.counting.equal_shares import equal_shares
from icc_consult.counting.instant_runoff import instant_runoff
from icc_consult.counting.outcome import Outcome
from icc_consult.counting.projects import Projects
from icc_consult.counting.schulze import schulze
from icc_consult.counting.transferable_vote import stv

from benchmarks.counted.stopwatch import timed

Votes = dict[str, np.ndarray]
SEATS = 5


def counted(rule: str, votes: Votes) -> Outcome:
    """The outcome, from the bare arrays on."""
    if rule == "agreement":
        names, people = (list(map(str, range(size))) for size in votes["votes"].shape[::-1])
        return agreement(Statements.of_array(names, people, votes["votes"]))
    if rule == "equal-shares":
        costs = {f"p{index}": int(cost) for index, cost in enumerate(votes["costs"])}
        return equal_shares(Projects.of_array(costs, sum(costs.values()) // 4, votes["marks"]))
    ballots = Rankings.of_array([f"o{index}" for index in range(votes["ranks"].shape[1])], votes["ranks"])
    rules: dict[str, Callable[[Rankings], Outcome]] = {
        "schulze": schulze,
        "irv": instant_runoff,
        "stv": lambda each: stv(each, seats=SEATS),
    }
    return rules[rule](ballots)


def plain_pass(rule: str, votes: Votes, outcome: Outcome) -> None:
    """The least that numpy must do for the rule: pairs, first preferences by round, components."""
    if rule == "agreement":
        seen = votes["votes"] != -2
        answers = np.where(seen, votes["votes"], 0).astype(float)
        answers = (answers - answers.sum(axis=0) / np.maximum(seen.sum(axis=0), 1)) * seen
        answers @ np.linalg.eigh(answers.T @ answers)[1][:, -2:]
        return
    places = np.ascontiguousarray(votes["ranks"].T) - np.uint8(1)
    if rule == "schulze":
        for row in places:
            for column in places:
                np.count_nonzero(row < column)
        return
    for left in range(len(places), len(places) - len(outcome.steps) + 1, -1):
        np.bincount(places[: max(left, 1)].argmin(axis=0))


if __name__ == "__main__":
    rule, file, patience = sys.argv[1:]
    votes = dict(np.load(file))
    outcomes: list[Outcome] = []
    timed(lambda: outcomes.append(counted(rule, votes)), float(patience))
    if rule != "equal-shares":
        start = time.perf_counter()
        plain_pass(rule, votes, outcomes[0])
        print(json.dumps({"pass": time.perf_counter() - start}))
