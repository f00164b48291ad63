"""Expressions that share a shape mean what each of them means by itself."""

import json
from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.logic import World
from icc_consult.domain.logic.expression import Expression, by_itself, by_shape
from icc_consult.domain.logic.functions import FUNCTIONS
from icc_consult.domain.logic.scope import seen_by
from icc_consult.domain.logic.special import SPECIAL

CASES = json.loads((Path(__file__).parents[1] / "data" / "odk_expressions.json").read_text("utf-8"))["cases"]
NOW = datetime(2026, 8, 7, 12, tzinfo=UTC)
TABLES = {"cities": [{"name": "a", "label": "A"}, {"name": "b", "label": "B"}]}
ANSWERS: dict[str, object] = {
    "a": 5,
    "b": "x y",
    "many": ["x", "y"],
    "r": [{"n": 1, "a": "x"}, {"n": "two", "a": ""}],
    "when": NOW,
    ".": "own",
}
names = st.sampled_from("a b many r when n absent 0 1 a.b ü".split())
gaps = st.one_of(
    names.map("${{{}}}".format),
    names.map("${{ {} }}".format),
    st.sampled_from(["${}", "${ }", "${a b}", "${a'b}", '${a"b}', "${last-saved#a}", "${a\u00a0}"]),
    st.sampled_from(
        "x cities name a-z b.* ${a} /data/a it's 2026-08-07 0 3 last-saved#a é ) ( ] [".split()
    ).map(lambda text: f'"{text}"' if "'" in text else f"'{text}'"),
    st.sampled_from(["''", '""', "'a b'", '"a', "a'", "'\"'", '"\'"', "'}'", "'${'"]),
)
leaves = st.sampled_from(
    "§ § § § § § 1 .5 . .. * n a today() current() true() §[n>§]/n §[1]/n /data/§ §§ a§ §.5".split()
)


def calls(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    """Operators, functions and look-ups around; `§` is where a gap will be."""
    operators = st.sampled_from("+ - * div mod = != < <= > >= and or | , / ] $ '".split())
    functions = st.sampled_from([*SPECIAL, *SPECIAL, *FUNCTIONS])
    return st.one_of(
        st.tuples(inner, operators, inner).map(" ".join),
        st.tuples(inner, operators, inner).map("".join),
        inner.map("-({})".format),
        inner.map("§[{}]/label".format),
        inner.map("instance(§)/root/item[name = {}]/label".format),
        st.tuples(functions, st.lists(inner, max_size=4)).map(
            lambda call: f"{call[0]}({', '.join(call[1])})"
        ),
    )


skeletons = st.recursive(leaves, calls, max_leaves=6)


def outcome(read: "Expression | BrokenRule") -> object:
    """All that there is to an expression: its facts and its value, or the error."""
    if isinstance(read, BrokenRule):
        return read
    world = World(NOW, TABLES, lambda code, question: f"{question}:{code}", Random(1))  # noqa: S311
    try:
        value: object = None if read.facts.is_volatile else read.value(seen_by(world, ANSWERS))
    except BrokenRule as error:
        value = error
    return read.source, read.facts, repr(value)


def alone(expression: str) -> "Expression | BrokenRule":
    """As the plain reader has it."""
    try:
        return by_itself(expression)
    except BrokenRule as error:
        return error


def assert_is_the_same_by_shape(expression: str) -> None:
    """Nothing may be different; an expression without a shape is read by itself anyway."""
    read = by_shape(expression)
    if read is not None:
        assert outcome(read) == outcome(alone(expression))


@pytest.mark.parametrize("quote", ["'", '"'])
def test_the_public_cases_mean_the_same_by_shape(quote: str) -> None:
    for case in CASES:
        assert_is_the_same_by_shape(case["expression"].replace("'", quote))


def test_most_conditions_of_a_form_have_a_shape() -> None:
    for expression in (
        "${q1} != 'c1' or string-length(${q0}) > 0",
        "selected(${q1}, 'c1') and not(selected(${q1}, \"c2\"))",
        "if(${a} = 'x', concat(${b}, ' and ', ${n}), coalesce(${n}, ''))",
        "region = ${a} and sum(${r}[n > 0]/n) > 3",
        ". > 0 and . < 1000",
    ):
        assert by_shape(expression) is not None


@settings(max_examples=500, deadline=None, suppress_health_check=list(HealthCheck))
@given(skeletons, st.lists(gaps, min_size=40, max_size=40))
def test_whatever_fills_the_gaps_an_expression_stays_what_it_is(skeleton: str, filling: list[str]) -> None:
    """Two of the same outline, so that the second meets the shape that the first has left."""
    around = skeleton.split("§")
    for first in ("${a}", "'x'"):
        assert_is_the_same_by_shape(first.join(around))
        gapped = [*filling, *[first] * len(around)][: len(around) - 1]
        pieces = zip(around, [*gapped, ""], strict=True)
        assert_is_the_same_by_shape("".join(text for piece in pieces for text in piece))


def test_a_function_that_reads_its_words_as_written_has_no_shape() -> None:
    for expression in (
        "regex(., '[a-z]+')",
        "1 + not(regex(., '[a-z]+'))",
        "pulldata('cities', 'label', 'name', ${a})",
        "instance('cities')/root/item[name = 'a']/label",
        "indexed-repeat(${n}, ${r}, 1)",
        "jr:choice-name(${a}, '${b}')",
        "position(${r})",
        "name('/data/a')",
    ):
        assert by_shape(expression) is None


def test_a_shape_serves_other_names_and_texts_at_the_same_place() -> None:
    first, second = by_shape("${a} = 'x'"), by_shape('${b} = "y\'"')
    assert first is not None
    assert second is not None
    assert [*first.facts.references, *second.facts.references] == ["a", "b"]
    scope = seen_by(World(NOW), {"a": "y'", "b": "y'"})
    assert [expression.value(scope) for expression in (first, second, first)] == [False, True, False]
