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
    hidden = case["hidden"]
    found = run_pipeline(
        votes=_votes(case), mod_out_statement_ids=hidden, meta_statement_ids=case["meta"], random_state=0
    )
    matrix = found.raw_vote_matrix
    grouped = [person for person in matrix.index if matrix.loc[person].notna().sum() >= FEWEST_ANSWERS]
    camps = [case["camps"][person] for person in grouped]
    stats, together = calculate_comment_statistics_dataframes(matrix.loc[grouped], camps)
    clusters = found.participants_df["cluster_id"]
    return {
        **case,
        "grouped": [int(person) for person in grouped],
        "clusters": {str(person): int(clusters[person]) for person in grouped if clusters[person] >= 0},
        "points": [[_short(x), _short(y)] for x, y in found.participants_df[["x", "y"]].values],
        "extremity": [_short(each) for each in found.statements_df["extremity"]],
        "priority": _priorities(found.statements_df, stats),
        "consensus_of_groups": [_short(each) for each in together["group-aware-consensus-agree"]],
        "representative": _plain(select_representative_statements(stats, hidden)),
        "consensus": _plain(select_consensus_statements(matrix, hidden)),
    }


def _votes(case: dict[str, Any]) -> list[dict[str, int]]:
    return [
        {"participant_id": person, "statement_id": statement, "vote": VOTE[sign]}
        for person, row in enumerate(case["votes"])
        for statement, sign in enumerate(row)
        if sign != "."
    ]


def _priorities(statements: Any, stats: Any) -> list[float]:
    sums = stats.groupby(level="statement_id")[["na", "nd", "ns"]].sum()
    found = priority_metric(
        statements["is_meta"], sums["na"], sums["nd"], sums["ns"], statements["extremity"]
    )
    return [_short(each) for each in found]


def _short(number: float) -> float:
    return float(f"{float(number):.10g}")


def _plain(reports: Any) -> dict[str, Any]:
    return {
        str(key): [
            {name: _short(each) if isinstance(each, float) else each for name, each in report.items()}
            for report in chosen
        ]
        for key, chosen in reports.items()
    }


if __name__ == "__main__":
    warnings.simplefilter("ignore")
    seed, number = map(int, sys.argv[1:])
    json.dump([judged(case) for case in opinions(seed, number)], sys.stdout)
