"""A sitting: what applies, what it is worth, and how little is worked out again."""

import random
from datetime import UTC, datetime

import pytest

from icc_consult.domain.logic import LogicGraph, LogicItem, LogicRun, UnknownName, World

Item = LogicItem
NOW = datetime(2026, 8, 7, 12, tzinfo=UTC)


def sitting(*items: LogicItem, **answers: object) -> LogicRun:
    """A run with a clock that stands still."""
    return LogicRun(LogicGraph(items), answers, world=World(now=NOW))


def test_only_what_depends_on_the_answer_is_evaluated_again() -> None:
    run = sitting(
        Item("a"),
        Item("b"),
        Item("of_a", relevant="${a} = 1"),
        Item("of_of_a", calculation="${of_a} + 1"),
        Item("of_b", relevant="${b} = 1"),
        of_a=5,
    )
    before = run.evaluations
    changed = run.answer("a", 1)
    assert run.evaluations - before == 2
    assert changed == {("a", ()), ("of_a", ()), ("of_of_a", ())}
    assert run.value("of_of_a") == 6


def test_the_same_answer_again_evaluates_nothing() -> None:
    run = sitting(Item("a"), Item("b", relevant="${a} = 1"), a=1)
    before = run.evaluations
    assert run.answer("a", 1) == frozenset()
    assert run.evaluations == before


def test_a_result_that_stays_the_same_stops_the_wave() -> None:
    run = sitting(
        Item("age"), Item("adult", calculation="${age} > 17"), Item("vote", relevant="${adult}"), age=30
    )
    before = run.evaluations
    assert run.answer("age", 31) == {("age", ())}
    assert run.evaluations - before == 1


def test_what_does_not_apply_counts_as_empty_and_comes_back_with_its_answer() -> None:
    run = sitting(
        Item("any"), Item("n", relevant="${any} = 'yes'"), Item("got", calculation="coalesce(${n}, 'none')")
    )
    run.answer("any", "yes")
    run.answer("n", "3")
    run.answer("any", "no")
    assert (run.value("n"), run.value("got")) == ("", "none")
    run.answer("any", "yes")
    assert (run.value("n"), run.value("got")) == ("3", "3")


def test_a_group_that_does_not_apply_hides_all_within_without_evaluating_it() -> None:
    run = sitting(
        Item("any"),
        Item("g", is_group=True, relevant="${any} = 1"),
        Item("h", parent="g", is_group=True),
        Item("q", parent="h", relevant="true()"),
    )
    assert run.evaluations == 1
    assert list(run.shown()) == [("any", ())]
    run.answer("any", 1)
    assert run.evaluations == 3
    assert list(run.shown()) == [("any", ()), ("q", ())]


def test_a_constraint_is_asked_once_until_something_it_reads_changes() -> None:
    run = sitting(Item("low"), Item("a", constraint=". > ${low}"), low=3, a=5)
    before = run.evaluations
    assert run.valid("a")
    assert run.valid("a")
    assert run.evaluations - before == 1
    run.answer("low", 7)
    assert not run.valid("a")
    run.answer("a", "")
    assert run.valid("a")


def test_required_may_hang_on_another_answer() -> None:
    run = sitting(Item("a"), Item("b", required="${a} = 'yes'"), Item("c"))
    assert not run.required("b")
    run.answer("a", "yes")
    assert run.required("b")
    assert not run.required("c")


def test_a_cascade_offers_the_towns_of_the_chosen_region() -> None:
    towns = (
        {"name": "faro", "region": "south"},
        {"name": "tavira", "region": "south"},
        {"name": "braga", "region": "north"},
    )
    run = sitting(
        Item("region"),
        Item("town", choice_filter="region = ${region}", choices=towns),
        Item("all", choices=towns),
    )
    assert run.choices("town") == ()
    run.answer("region", "south")
    assert run.choices("town") == ("faro", "tavira")
    before = run.evaluations
    assert run.choices("town") == ("faro", "tavira")
    assert run.evaluations == before
    assert run.choices("all") == ("faro", "tavira", "braga")


SO_FAR = "sum(indexed-repeat(${so_far}, ${person}, position(..) - 1) | ${age})"
HOUSEHOLD = (
    Item("people"),
    Item("person", is_repeat=True, repeat_count="${people}"),
    Item("age", parent="person"),
    Item("school", parent="person", relevant="${age} < 18"),
    Item("place", parent="person", calculation="position(..)"),
    Item("so_far", parent="person", calculation=SO_FAR),
    Item("total", calculation="sum(${age})"),
    Item("adults", calculation="count(${person}[age > 17])"),
    Item("eldest", calculation="${person}[age = max(${age})]/place"),
)


def test_a_round_sees_its_own_answers_and_the_form_sees_all_rounds() -> None:
    run = sitting(*HOUSEHOLD, people=2)
    run.answer("age", 40, at=(0,))
    run.answer("age", 7, at=(1,))
    assert [run.relevant("school", at=(number,)) for number in range(2)] == [False, True]
    assert [run.value("place", at=(number,)) for number in range(2)] == [1, 2]
    assert [run.value("so_far", at=(number,)) for number in range(2)] == [40, 47]
    assert (run.value("total"), run.value("adults")) == (47, 1)


def test_an_answer_in_one_round_leaves_the_conditions_of_other_rounds_alone() -> None:
    run = sitting(
        Item("r", is_repeat=True),
        Item("a", parent="r"),
        Item("b", parent="r", relevant="${a} = 1"),
        r=[{}, {}, {}],
    )
    before = run.evaluations
    run.answer("a", 1, at=(1,))
    assert run.evaluations - before == 1
    assert run.relevant("b", at=(1,))


def test_rounds_that_go_and_return_bring_their_answers_back() -> None:
    run = sitting(*HOUSEHOLD, people=2)
    run.answer("age", 40, at=(0,))
    run.answer("age", 50, at=(1,))
    run.answer("people", 1)
    assert run.value("total") == 40
    assert not run.relevant("age", at=(1,))
    run.answer("people", 2)
    assert run.value("total") == 90


def test_an_earlier_round_changes_running_totals_after_it() -> None:
    run = sitting(*HOUSEHOLD, people=3)
    for number, age in enumerate((1, 2, 3)):
        run.answer("age", age, at=(number,))
    run.answer("age", 10, at=(0,))
    assert [run.value("so_far", at=(number,)) for number in range(3)] == [10, 12, 15]


def test_rounds_without_a_count_begin_with_one_and_are_set_by_hand() -> None:
    run = sitting(Item("r", is_repeat=True), Item("a", parent="r"), Item("n", calculation="count(${r})"))
    assert run.value("n") == 1
    run.answer("r", 3)
    assert run.value("n") == 3
    assert list(run.shown()) == [("a", (0,)), ("a", (1,)), ("a", (2,)), ("n", ())]


def test_a_number_of_rounds_out_of_all_reason_is_cut() -> None:
    run = sitting(Item("r", is_repeat=True, repeat_count="1 div 0"), Item("a", parent="r"))
    assert run.value("r") == 200


def test_rounds_within_rounds_each_have_their_own_answers() -> None:
    run = sitting(
        Item("house", is_repeat=True),
        Item("name", parent="house"),
        Item("room", parent="house", is_repeat=True),
        Item("size", parent="room"),
        Item("where", parent="room", calculation="concat(${name}, ' ', position(../..), '.', position(..))"),
        Item("whole", parent="house", calculation="sum(${size})"),
        house=[{"name": "A", "room": [{"size": 3}, {"size": 4}]}, {"name": "B", "room": [{"size": 5}]}],
    )
    assert [run.value("whole", at=(number,)) for number in range(2)] == [7, 5]
    assert run.value("where", at=(0, 1)) == "A 1.2"
    assert run.answer("size", 9, at=(1, 0)) == {("size", (1, 0)), ("whole", (1,))}


def test_a_default_is_written_once_and_an_answer_stays_over_it() -> None:
    run = sitting(Item("a", default="concat('x', ${b})"), Item("b", default="'y'"), Item("c", default="${b}"))
    assert (run.value("a"), run.value("b"), run.value("c")) == ("x", "y", "y")
    run.answer("b", "z")
    assert (run.value("a"), run.value("c")) == ("x", "y")
    assert sitting(Item("a", default="5"), a="").value("a") == ""


def test_a_triggered_calculation_waits_for_its_trigger() -> None:
    run = sitting(
        Item("button"),
        Item("other"),
        Item("presses", calculation="coalesce(${presses}, 0) + 1", trigger="${button}"),
        Item("copy", calculation="${other}", trigger="${button}, ${presses}"),
    )
    run.answer("other", "x")
    assert (run.value("presses"), run.value("copy")) == ("", "")
    run.answer("button", "1")
    run.answer("button", "2")
    assert (run.value("presses"), run.value("copy")) == (2, "x")


def test_once_keeps_the_first_draw() -> None:
    world = World(now=NOW, random=random.Random(7))  # noqa: S311
    items = (Item("a"), Item("arm", calculation="once(concat(${a}, random()))"))
    run = LogicRun(LogicGraph(items), world=world)
    first = run.value("arm")
    run.answer("a", "x")
    assert run.value("arm") == first != ""


def test_a_sitting_goes_on_from_what_was_stored() -> None:
    seen = Item("seen", calculation="${people}", trigger="${total}")
    items = (*HOUSEHOLD, seen, Item("day", default="today()"))
    run = sitting(*items, people=2)
    run.answer("age", 40, at=(0,))
    run.answer("age", 7, at=(1,))
    again = sitting(*items, **run.stored())
    assert again.stored() == run.stored()
    cells = list(run.shown())
    assert list(again.shown()) == cells
    assert [again.value(*cell) for cell in cells] == [run.value(*cell) for cell in cells]


def test_the_words_of_a_choice_follow_the_language() -> None:
    run = sitting(Item("a"), Item("said", calculation="jr:choice-name(${a}, '${a}')"), a="yes")
    assert run.value("said") == "yes"
    assert run.speak(lambda code, _: {"yes": "بله"}[code]) == {("said", ())}
    assert run.value("said") == "بله"


def test_an_answer_to_nothing_is_refused() -> None:
    run = sitting(Item("a"))
    with pytest.raises(UnknownName):
        run.answer("b", 1)
    with pytest.raises(UnknownName):
        sitting(Item("a"), b=1)


def test_a_long_line_of_calculations_is_no_deep_recursion() -> None:
    items = [Item("q0"), *(Item(f"q{n}", calculation=f"${{q{n - 1}}} + 1") for n in range(1, 2_000))]
    run = sitting(*items, q0=0)
    assert run.value("q1999") == 1999
    run.answer("q0", 1)
    assert run.value("q1999") == 2000


def test_a_round_that_counts_all_rounds_follows_each_of_them() -> None:
    run = sitting(
        Item("r", is_repeat=True),
        Item("age", parent="r"),
        Item("old", parent="r", calculation="count(${r}[age > 17])"),
        r=[{"age": 30}, {"age": 5}],
    )
    assert run.value("old", at=(0,)) == 1
    run.answer("age", 40, at=(1,))
    assert [run.value("old", at=(number,)) for number in range(2)] == [2, 2]


def test_what_does_not_apply_in_a_round_is_not_counted() -> None:
    run = sitting(
        Item("r", is_repeat=True),
        Item("age", parent="r"),
        Item("job", parent="r", relevant="${age} > 17"),
        Item("jobs", calculation="count(${job})"),
        r=[{"age": 30}, {"age": 5}, {"age": 60}],
    )
    assert run.value("jobs") == 2


def test_a_group_that_goes_on_applying_leaves_what_is_in_it_alone() -> None:
    run = sitting(
        Item("a"),
        Item("b"),
        Item("g", is_group=True, relevant="${a} > 0"),
        Item("q", parent="g", relevant="${b} = 1"),
        a=1,
    )
    before = run.evaluations
    run.answer("a", 2)
    assert run.evaluations - before == 1


def test_in_a_round_a_name_is_one_value_and_from_another_repeat_it_is_several() -> None:
    run = sitting(
        Item("r", is_repeat=True),
        Item("age", parent="r"),
        Item("same", parent="r", calculation="${age}"),
        Item("s", is_repeat=True),
        Item("all", parent="s", calculation="${age}"),
        r=[{"age": "5"}, {"age": "6"}],
    )
    assert [run.value("same", at=(number,)) for number in range(2)] == ["5", "6"]
    assert run.value("all", at=(0,)) == ["5", "6"]


def test_a_number_of_rounds_that_is_none_is_kept_as_none() -> None:
    items = (Item("r", is_repeat=True), Item("a", parent="r"))
    run = sitting(*items)
    run.answer("r", "")
    assert run.stored() == {"r": []}
    assert sitting(*items, **run.stored()).value("r") == 0


def test_what_is_written_before_what_it_reads_follows_it_all_the_same() -> None:
    last = Item("last", relevant="${copy} = 'x'")
    run = sitting(last, Item("copy", calculation="${middle}"), Item("middle", calculation="${b}"), Item("b"))
    run.answer("b", "x")
    assert (run.value("middle"), run.value("copy"), run.relevant("last")) == ("x", "x", True)
    run.answer("b", "y")
    assert (run.value("middle"), run.value("copy"), run.relevant("last")) == ("y", "y", False)
