"""Whatever stands in a cell of a spreadsheet: a value, or an error that is declared."""

import time
from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.logic import ExpressionTooDeep, ExpressionTooLong, evaluate, is_volatile, references
from icc_consult.domain.logic.functions import FUNCTIONS
from icc_consult.domain.logic.special import SPECIAL

NOW = datetime(2026, 8, 7, 12, tzinfo=UTC)
ANSWERS: dict[str, object] = {
    "a": 5,
    "many": ["x", "y"],
    "text": "2026-02-30",
    "r": [{"n": 1}, {"n": "two"}],
    "when": NOW,
    ".": "own",
}
WORDS = [
    *FUNCTIONS,
    *SPECIAL,
    *"( ) [ ] , . .. / // * + - | = != < <= > >= and or div mod ${ } $ ' \" @ :: :".split(),
    *"${a} ${many} ${text} ${r} ${when} ${n} ${last-saved#a} a n current() instance('x')".split(),
    *"0 1 2.5 .5 -1 1e3 'x' '' '2026-08-07' '%Y%q%' '[' '(a+)+$' nbsp:\u00a0 \ud800 \u202e ''".split(),
]
leaves = st.sampled_from(
    "1 0 -1 2.5 99999999999999999999 (1 div 0) (-1 div 0) (0 div 0) '' 'x' 'a b c' '2026-08-07' '9999-12-31' "
    "'0001-01-01T00:00+14:00' '12:30' '1 2;3 4;1 2' '%%%' '[a-z' '\ud800' true() ${a} ${many} ${text} ${r} "
    "${when} ${n} ${absent} . .. * today() now() random() a n ${r}[n>0] ${r}[1]/n current()/../a".split()
)


def calls(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Functions with as many arguments as they take, one too few or too many, and operators between."""
    operators = st.sampled_from("+ - * div mod = != < <= > >= and or |".split())
    names = st.sampled_from([*FUNCTIONS, *SPECIAL])
    return st.one_of(
        st.tuples(inner, operators, inner).map(" ".join),
        inner.map(lambda text: f"-({text})"),
        inner.map(lambda text: f"${{r}}[{text}]/n"),
        st.tuples(names, st.lists(inner, max_size=4)).map(lambda call: f"{call[0]}({', '.join(call[1])})"),
    )


def only_declared_errors(expression: str) -> None:
    """Evaluate and inspect; anything but a broken rule fails."""
    try:
        result = evaluate(expression, ANSWERS, now=NOW)
        assert isinstance(result, str | float | bool | list)
        assert isinstance(references(expression), frozenset)
        assert is_volatile(expression) in {True, False}
    except BrokenRule:
        pass


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join) | st.text(max_size=30))
def test_a_heap_of_words_is_a_value_or_a_declared_error(expression: str) -> None:
    only_declared_errors(expression)


@settings(max_examples=400, deadline=None, suppress_health_check=list(HealthCheck))
@given(st.recursive(leaves, calls, max_leaves=8))
def test_a_well_formed_expression_is_a_value_or_a_declared_error(expression: str) -> None:
    only_declared_errors(expression)


@pytest.mark.parametrize("unit", ["(", "-(", "if(", "not(", "${a}[", "1+(", "concat('a',", "a or (b and ("])
def test_brackets_without_end_are_too_deep_rather_than_a_crash(unit: str) -> None:
    with pytest.raises(ExpressionTooDeep):
        evaluate(unit * 5_000)


def test_brackets_are_read_as_deep_as_any_form_has_them_and_no_deeper() -> None:
    assert evaluate("(" * 149 + "1" + ")" * 149) == 1
    assert evaluate("if(true(), " * 149 + "1" + ", 0)" * 149) == 1
    with pytest.raises(ExpressionTooDeep):
        evaluate("(" * 150 + "1" + ")" * 150)


def test_a_cell_longer_than_any_cell_is_refused() -> None:
    with pytest.raises(ExpressionTooLong):
        evaluate("1" * 100_001)


@pytest.mark.parametrize(
    "expression",
    [
        "1" + "+1" * 40_000,
        "-" * 90_000 + "1",
        "1" + " or 0" * 15_000,
        "concat('a'" + ",'a'" * 20_000 + ")",
        "'" + "a" * 90_000 + "' = 'b'",
        "number('" + "9" * 90_000 + "')",
        "regex('" + "a" * 20_000 + "', '(a*)*b')",
        "." * 90_000,
        " " * 90_000 + "1",
        "${" + "a" * 90_000 + "}",
        "$" * 90_000,
        "a" * 90_000,
        "a/" * 30_000 + "a",
    ],
    ids=lambda expression: expression[:12],
)
def test_a_huge_expression_takes_no_more_than_a_moment(expression: str) -> None:
    began = time.process_time()
    only_declared_errors(expression)
    assert time.process_time() - began < 2
