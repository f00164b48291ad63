"""What red-dwarf says of statements. Runs in an environment of its own."""

import json
import sys
import warnings
from typing import Any

from reddwarf.implementations.polis import run_pipeline  # type: ignore[import-not-found]
from reddwarf.utils.consensus import select_consensus_statements  # type: ignore[import-not-found]
from reddwarf.utils.stats import (  # type: ignore[import-not-found]
    calculate_comment_statistics_dataframes,
    priority_metric,
    select_representative_statements,
)

from scripts.oracles.instances import opinions

VOTE = {"+": 1, "-": -1, "0": 0}
FEWEST_ANSWERS = 7


def judged(case: dict[str, Any]) -> dict[str, Any]:
    """The case and what the reference makes of it: of its own groups, and of the camps as given groups."""
    votes = [
        {"participant_id": person, "statement_id": statement, "vote": VOTE[sign]}
        for person, row in enumerate(case["votes"])
        for statement, sign in enumerate(row)
        if sign != "."
    ]
    hidden, meta = case["hidden"], case["meta"]
    found = run_pipeline(votes=votes, mod_out_statement_ids=hidden, meta_statement_ids=meta, random_state=0)
    matrix = found.raw_vote_matrix
    grouped = [person for person in matrix.index if matrix.loc[person].notna().sum() >= FEWEST_ANSWERS]
    camps = [case["camps"][person] for person in grouped]
    stats, together = calculate_comment_statistics_dataframes(matrix.loc[grouped], camps)
    sums = stats.groupby(level="statement_id")[["na", "nd", "ns"]].sum()
    clusters = found.participants_df["cluster_id"]
    return {
        **case,
        "grouped": [int(person) for person in grouped],
        "clusters": {str(person): int(clusters[person]) for person in grouped if clusters[person] >= 0},
        "points": [[_short(x), _short(y)] for x, y in found.participants_df[["x", "y"]].values],
        "extremity": [_short(each) for each in found.statements_df["extremity"]],
        "priority": [
            _short(each)
            for each in priority_metric(
                found.statements_df["is_meta"],
                sums["na"],
                sums["nd"],
                sums["ns"],
                found.statements_df["extremity"],
            )
        ],
        "consensus_of_groups": [_short(each) for each in together["group-aware-consensus-agree"]],
        "representative": {
            str(group): [_plain(each) for each in chosen]
            for group, chosen in select_representative_statements(stats, hidden).items()
        },
        "consensus": {
            answer: [_plain(each) for each in chosen]
            for answer, chosen in select_consensus_statements(matrix, hidden).items()
        },
    }


def _short(number: float) -> float:
    return float(f"{float(number):.10g}")


def _plain(report: dict[str, Any]) -> dict[str, Any]:
    return {name: _short(each) if isinstance(each, float) else each for name, each in report.items()}


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    seed, number = map(int, sys.argv[1:])
    json.dump([judged(case) for case in opinions(seed, number)], sys.stdout)
