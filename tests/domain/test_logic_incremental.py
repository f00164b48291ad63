"""Answers one by one lead to the same form as all answers at once."""

import re
from collections.abc import Iterable
from datetime import UTC, datetime

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_consult.domain.logic import Aspect, LogicGraph, LogicItem, LogicRun, World

WORLD = World(now=datetime(2026, 8, 7, 12, tzinfo=UTC))
CHOICES = tuple({"name": code + kind, "kind": kind} for code in "bcd" for kind in "12")
SHAPES = (
    "",
    "${{{0}}} = {2}",
    "${{{0}}} != {2} and ${{{1}}} < 3",
    "${{{0}}} >= {2}",
    "sum(${{{0}}}) > {2} or count(${{{1}}}) = 2",
    "coalesce(${{{0}}}, ${{{1}}}) + {2}",
    "max(${{{0}}}, {2})",
)


PATHS = [(), *((n,) for n in range(4)), *((n, m) for n in range(4) for m in range(4))]


def expressions(names: list[str]) -> st.SearchStrategy[str]:
    """Conditions and sums over the questions named."""
    if not names:
        return st.sampled_from(["", "1 = 1", "2 > 3"])
    shapes, name = st.sampled_from(SHAPES), st.sampled_from(names)
    return st.builds(str.format, shapes, name, name, st.integers(0, 3))


@st.composite
def forms(draw: st.DrawFn) -> list[LogicItem]:
    """Up to ten items, some in groups and repeats, each reading only those above it."""
    items: list[LogicItem] = []
    parents = [""]
    for place in range(draw(st.integers(2, 10))):
        logic = expressions([item.name for item in items])
        kind = draw(st.sampled_from(["question", "question", "question", "calculation", "group", "repeat"]))
        item = LogicItem(
            f"q{place}",
            parent=draw(st.sampled_from(parents[-2:])),
            relevant=draw(logic),
            is_group=kind == "group",
            is_repeat=kind == "repeat",
            calculation=draw(logic) if kind == "calculation" else "",
            repeat_count=draw(logic) if kind == "repeat" else "",
            constraint=draw(logic),
            required=draw(logic),
            choice_filter=f"kind = {draw(logic) or 1}",
            choices=CHOICES,
        )
        items.append(item)
        parents += [item.name] if kind in {"group", "repeat"} else []
    return items


rounds = st.tuples(st.integers(0, 2), st.integers(0, 2))
answers = st.lists(
    st.tuples(st.integers(0, 9), st.sampled_from([0, 1, 2, 3, "", "x"]), rounds), min_size=1, max_size=6
)


def seen(run: LogicRun, items: Iterable[LogicItem]) -> list[object]:
    """Everything that can be read off a run."""
    found: list[object] = []
    for item in items:
        for path in PATHS:
            cell = (item.name, path)
            found.append((cell, run.relevant(*cell), str(run.value(*cell))))
            if run.relevant(*cell):
                found.append((run.valid(*cell), run.required(*cell), run.choices(*cell)))
    return [*found, *run.shown()]


def give(run: LogicRun, items: list[LogicItem], answer: tuple[int, object, tuple[int, int]]) -> LogicItem:
    """One answer, to some item, in some round."""
    place, value, rounds = answer
    item = items[place % len(items)]
    parents = {other.name: other for other in items}
    depth, parent = 0, item.parent
    while parent:
        depth += parents[parent].is_repeat
        parent = parents[parent].parent
    run.answer(item.name, value, at=rounds[:depth] + (0,) * max(0, depth - 2))
    return item


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(forms(), answers)
def test_answers_one_by_one_are_worth_the_same_as_all_at_once(
    items: list[LogicItem], given_answers: list[tuple[int, object, tuple[int, int]]]
) -> None:
    graph = LogicGraph(items)
    run = LogicRun(graph, world=WORLD)
    for answer in given_answers:
        give(run, items, answer)
        seen(run, items)
    assert seen(run, items) == seen(LogicRun(graph, run.stored(), world=WORLD), items)


@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(forms(), answers)
def test_no_more_is_evaluated_than_what_may_depend_on_the_answer(
    items: list[LogicItem], given_answers: list[tuple[int, object, tuple[int, int]]]
) -> None:
    flat = [LogicItem(item.name, relevant=item.relevant, calculation=item.calculation) for item in items]
    run = LogicRun(LogicGraph(flat), world=WORLD)
    for answer in given_answers:
        before = run.evaluations
        item = give(run, flat, answer)
        assert run.evaluations - before <= expressions_after(flat, item.name)


def expressions_after(items: list[LogicItem], start: str) -> int:
    """Expressions of all items that name the start, or an item that does, found by reading the text."""
    reached = {start}
    for item in items:
        read = set(re.findall(r"\$\{(\w+)\}", item.relevant + item.calculation))
        reached |= {item.name} if read & reached else set()
    written = [
        written
        for item in items
        for aspect, written in item.expressions
        if item.name in reached and aspect in {Aspect.RELEVANT, Aspect.CALCULATION}
    ]
    return len(written)
