"""The page on expressions says what the program does."""

import math
import re
from datetime import UTC, datetime
from pathlib import Path

import pytest

from icc_consult.domain import logic
from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.logic import evaluate
from icc_consult.domain.logic.functions import FUNCTIONS
from icc_consult.domain.logic.parser import DEEPEST, LONGEST
from icc_consult.domain.logic.propagation import MOST_ROUNDS
from icc_consult.domain.logic.special import SPECIAL
from icc_consult.domain.logic.values import LONGEST_TEXT, MOST_WORK

PAGE = (Path(__file__).parents[2] / "docs" / "expressions.md").read_text("utf-8")
ROWS = re.findall(r"^\| `([^`]+)` \|.*?\| `([^`]+)` \| [^|]+ \|$", PAGE, re.MULTILINE)


def section(title: str) -> str:
    """The text under a heading."""
    return PAGE.split(f"\n## {title}\n")[1].split("\n## ")[0]


def test_the_page_lists_exactly_the_functions_there_are() -> None:
    listed = re.findall(r"`([\w:-]+)`", section("Functions"))
    assert listed == sorted({*FUNCTIONS, *SPECIAL})


@pytest.mark.parametrize(("expression", "shown"), ROWS)
def test_a_row_of_the_page_evaluates_as_it_says(expression: str, shown: str) -> None:
    value = evaluate(expression, now=datetime(2026, 8, 7, 12, tzinfo=UTC))
    wanted = {"true": True, "false": False}.get(shown, shown.strip("'"))
    if isinstance(value, float):
        assert (math.isnan(value) and wanted == "NaN") or value == float(str(wanted))
    else:
        assert value == wanted


def test_the_table_of_disagreements_was_found() -> None:
    assert len(ROWS) >= 12


def test_every_error_that_the_page_names_is_public() -> None:
    named = set(re.findall(r"`([A-Z]\w+)`", section("What is refused before anybody answers")))
    assert len(named) >= 12
    assert all(issubclass(getattr(logic, name), BrokenRule) for name in named)


def test_the_bounds_on_the_page_are_those_of_the_program() -> None:
    bounds = {"ExpressionTooLong": LONGEST, "ResultTooLong": LONGEST_TEXT, "TooMuchWork": MOST_WORK}
    assert all(f"{bound:,}" in PAGE for bound in bounds.values())
    assert f"from {DEEPEST}\n" in PAGE
    assert f"no repeat has more than {MOST_ROUNDS}" in PAGE


def test_the_example_of_the_page_runs() -> None:
    run = logic.LogicRun(
        logic.LogicGraph([logic.LogicItem("age"), logic.LogicItem("school", relevant="${age} < 18")])
    )
    assert run.answer("age", 12) == {("age", ()), ("school", ())}
    assert list(run.shown()) == [("age", ()), ("school", ())]
