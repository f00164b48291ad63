"""The public cases of the ODK suite."""

import json
import math
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from icc_consult.domain.logic import LogicError, evaluate
from icc_consult.domain.logic.values import number, text, truth

CASES = json.loads((Path(__file__).parents[1] / "data" / "odk_expressions.json").read_text("utf-8"))["cases"]
PHOENIX = timezone(timedelta(hours=-7))
NOW = datetime(2024, 3, 5, 10, 30, tzinfo=PHOENIX)

NO_FUNCTION = "it calls functions that do not exist; an unknown function is refused when read, reached or not"
NO_ARGUMENTS = "substring() without arguments is refused when read, reached or not"
NO_EXPRESSION = "an artefact of extraction: this is the text of a point, not an expression"
IN_UTC = "it presumes UTC, while the cases around it presume UTC-7"
LENGTH_TAKEN = "an artefact of extraction: the suite looks at the length of the result"

FAILING = {
    "false() or true() or substring()": NO_ARGUMENTS,
    "uuid(20)": LENGTH_TAKEN,
    **{case["expression"]: NO_FUNCTION for case in CASES if "explode-" in case["expression"]},
    **dict.fromkeys(("0.5 0.5 0 0", "0.5 -1 0 0", "-1 1 0 0", "0 -1 0 0"), NO_EXPRESSION),
}
FAILING_AS_TEXT = dict.fromkeys(
    [f'number("{day}")' for day in ("1970-01-01", "1970-01-02", "2008-09-05", "1941-12-07")], IN_UTC
)


def is_listed(case: dict[str, Any]) -> bool:
    """Whether the case stands in one of the tables of reasons."""
    as_text = isinstance(case["expected"], str) and case["expression"] in FAILING_AS_TEXT
    return case["expression"] in FAILING or as_text


def passes(case: dict[str, Any]) -> bool:
    """As in the suite the result is read as the kind that is expected; days to two digits."""
    expected = case["expected"]
    try:
        result = evaluate(case["expression"], now=NOW)
    except LogicError:
        return False
    if isinstance(expected, bool):
        return truth(result) is expected
    if isinstance(expected, str):
        return text(result) == expected
    wanted = float(expected["num"]) if isinstance(expected, dict) else expected
    got = number(result, PHOENIX)
    return got == wanted or abs(got - wanted) < 0.005 or (math.isnan(got) and math.isnan(wanted))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["expression"])
def test_a_public_case_passes_or_its_reason_is_listed(case: dict[str, Any]) -> None:
    assert passes(case) is not is_listed(case)


def test_at_least_490_of_the_508_public_cases_pass() -> None:
    assert len(CASES) == 508
    assert sum(map(passes, CASES)) >= 490
