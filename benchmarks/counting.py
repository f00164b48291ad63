"""Counting beside the references: pabutools, pref_voting and red-dwarf, on the same made-up votes in one run.

Every measurement runs in a process of its own with one thread; ours and theirs take turns. Theirs need their
environments (`make oracles` prepares them) and are left out where these are missing. A count that takes
longer than `--patience` seconds is stopped, and the ratio is then at least what is printed.
"""

import argparse
import json
import os
import subprocess
import sys
import tempfile
from functools import partial
from pathlib import Path
from statistics import median
from typing import Final, NamedTuple

import numpy as np

from scripts.oracles.run import ENVIRONMENTS

ROOT: Final = Path(__file__).resolve().parents[1]
MOST_MEMORY: Final = 1_000
"""Megabytes for a million ballots on twenty options."""


Measures = dict[str, float]


class Case(NamedTuple):
    """What is counted by which rules, beside which reference, and how many times as fast we promise to be."""

    vote: str
    rules: tuple[str, ...]
    reference: str
    promise: int


CASES: Final = (
    Case("ranked-10000", ("schulze", "irv"), "ranked", 100),
    Case("ranked-1000000", ("schulze", "irv", "stv"), "ranked", 100),
    Case("budget", ("equal-shares",), "budgets", 100),
    Case("statements", ("agreement",), "opinions", 8),
)


def rankings(ballots: int, options: int = 20) -> np.ndarray:
    """Short ballots of one to seven options, some options liked more than others; 0 is not ranked."""
    dice = np.random.default_rng(1)
    liking = dice.normal(size=options)
    ranks = np.empty((ballots, options), np.uint8)
    for start in range(0, ballots, 100_000):
        some = ranks[start : start + 100_000]
        taste = liking + 1.5 * dice.gumbel(size=some.shape)
        order = (-taste).argsort(axis=1).argsort(axis=1) + 1
        some[:] = np.where(order <= dice.integers(1, 8, size=(len(some), 1)), order, 0)
    return ranks


def budget() -> dict[str, np.ndarray]:
    """90,000 people mark one to five of 160 projects; the budget pays for a quarter of all costs."""
    dice = np.random.default_rng(1)
    popularity = dice.dirichlet(np.full(160, 0.4))
    keys = np.log(popularity + 1e-12) + dice.gumbel(size=(90_000, 160))
    order = (-keys).argsort(axis=1).argsort(axis=1)
    marks = order < dice.integers(1, 6, size=(90_000, 1))
    return {"marks": marks, "costs": dice.integers(10_000, 400_000, 160)}


def statements() -> np.ndarray:
    """2,000 people on 900 statements, two directions of opinion, most see few statements; -2 is not seen."""
    dice = np.random.default_rng(0)
    leaning = dice.normal(size=(2_000, 2)) @ dice.normal(size=(2, 900)) + 2 * dice.normal(size=(2_000, 900))
    votes = np.where(leaning > 0.5, 1, np.where(leaning < -0.5, -1, 0)).astype(np.int8)
    seen = dice.random(votes.shape) < np.clip(dice.beta(1, 6, size=(2_000, 1)), 0.02, 1)
    return np.where(seen, votes, -2).astype(np.int8)


def votes(name: str) -> dict[str, np.ndarray]:
    """The made-up votes as arrays."""
    match name.split("-"):
        case ["ranked", ballots]:
            return {"ranks": rankings(int(ballots))}
        case ["budget"]:
            return budget()
        case _:
            return {"votes": statements()}


def measured(python: Path, module: str, rule: str, data: Path, times: int, patience: float) -> Measures:
    """The median seconds of a count, the peak memory of its process, and what else it tells."""
    alone = {**os.environ, "OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "NUMBA_NUM_THREADS": "1"}
    runs = []
    for _ in range(times):
        command = [python, "-W", "ignore", "-m", module, rule, data, str(patience)]
        done = subprocess.run(command, cwd=ROOT, env=alone, check=True, stdout=subprocess.PIPE, text=True)
        runs.append(
            {key: value for line in done.stdout.splitlines() for key, value in json.loads(line).items()}
        )
    return {key: median(run[key] for run in runs) for key in runs[0]}


def main() -> int:
    """Print a line for each rule; 1 where a promise is broken."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("votes", nargs="*", help=f"which, of {', '.join(case.vote for case in CASES)} (all)")
    parser.add_argument("--patience", type=float, default=150.0)
    parser.add_argument("--environments", type=Path, default=ENVIRONMENTS)
    options = parser.parse_args()
    kept = True
    with tempfile.TemporaryDirectory() as place:
        for case in [each for each in CASES if not options.votes or each.vote in options.votes]:
            data = Path(place) / f"{case.vote}.npz"
            np.savez(data, **votes(case.vote))
            python = options.environments / case.reference / "bin" / "python"
            for rule in case.rules:
                count = partial(measured, rule=rule, data=data, patience=options.patience)
                ours = count(Path(sys.executable), "benchmarks.counted.ours", times=5)
                theirs = None
                if python.exists():
                    theirs = count(python, f"benchmarks.counted.{case.reference}", times=1)
                kept &= told(case, rule, ours, theirs)
    return 0 if kept else 1


def told(case: Case, rule: str, ours: Measures, theirs: Measures | None) -> bool:
    """Print the line; whether it keeps the promise."""
    line = f"{case.vote:>15} {rule:>13}  ours {ours['seconds']:.4f} s, {ours['megabytes']:.0f} MB"
    if "pass" in ours:
        line += f", {ours['seconds'] / ours['pass']:.1f} x a plain numpy pass"
    small = case.vote != "ranked-1000000" or ours["megabytes"] <= MOST_MEMORY
    if theirs is None:
        print(line, flush=True)
        return small
    ratio = theirs["seconds"] / ours["seconds"]
    more = "more than " if theirs["stopped"] else ""
    print(f"{line}; theirs {more}{theirs['seconds']:.3f} s, {more}{ratio:.0f} x", flush=True)
    return small and ratio >= case.promise


if __name__ == "__main__":
    sys.exit(main())
