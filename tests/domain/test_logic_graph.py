"""What depends on what: order, loops, and faults found before anybody answers."""

import pytest

from icc_consult.domain.logic import (
    Aspect,
    CircularReference,
    LogicGraph,
    LogicItem,
    NameTakenTwice,
    NotAReference,
    PatternNotConstant,
    PatternRefused,
    UnknownFunction,
    UnknownName,
    UnknownTable,
    WrongArgumentCount,
    are_plain,
    faults_in,
)

Item = LogicItem


def test_a_group_comes_before_what_it_encloses_wherever_it_is_written() -> None:
    assert LogicGraph([Item("inner", parent="g"), Item("g", is_group=True)]).order == ("g", "inner")


@pytest.mark.parametrize(
    ("items", "is_plain"),
    [
        ([Item("a"), Item("b", relevant="${a} = 1", constraint=". > ${c}"), Item("c")], True),
        ([Item("a", relevant="${b} = 1"), Item("b")], False),
        ([Item("a"), Item("b", calculation="${a} + .")], False),
        ([Item("a"), Item("b", constraint="${d} > 1")], False),
        ([Item("a"), Item("b", constraint="regex(., 'x')")], False),
        ([Item("a"), Item("b", relevant="${a} =")], False),
        ([Item("a"), Item("a")], False),
    ],
)
def test_a_glance_is_enough_where_all_is_read_in_order(items: list[LogicItem], *, is_plain: bool) -> None:
    assert are_plain((item.name, item.expressions) for item in items) is is_plain


def test_what_is_read_comes_before_what_reads_it() -> None:
    graph = LogicGraph([Item("sum", calculation="${a} + ${b}"), Item("b", relevant="${a} > 1"), Item("a")])
    assert graph.order == ("a", "b", "sum")


@pytest.mark.parametrize(
    ("items", "path"),
    [
        ([Item("a", relevant="${b}"), Item("b", relevant="${a}")], ("a", "b", "a")),
        ([Item("a", calculation="${b}"), Item("b", relevant="${a}")], ("a", "b", "a")),
        ([Item("a", relevant="${a} = 1")], ("a", "a")),
        ([Item("a", relevant=". = 1")], ("a", "a")),
        ([Item("a", calculation=". + 1")], ("a", "a")),
        (
            [Item("g", is_group=True, relevant="${c} = 1"), Item("c", parent="g")],
            ("g", "c", "g"),
        ),
        (
            [Item("r", is_repeat=True, repeat_count="${c}"), Item("c", parent="r")],
            ("r", "c", "r"),
        ),
        (
            [Item("a", calculation="1", trigger="${b}"), Item("b", calculation="2", trigger="${a}")],
            ("a", "b", "a"),
        ),
        ([Item("g", parent="h", is_group=True), Item("h", parent="g", is_group=True)], ("g", "h", "g")),
        (
            [Item("a", calculation="${b}"), Item("b", calculation="${c}"), Item("c", calculation="${a}")],
            ("a", "b", "c", "a"),
        ),
    ],
)
def test_a_loop_is_found_with_its_path(items: list[LogicItem], path: tuple[str, ...]) -> None:
    with pytest.raises(CircularReference) as found:
        LogicGraph(items)
    rotations = {(*path[turn:-1], *path[: turn + 1]) for turn in range(len(path) - 1)}
    assert found.value.path in rotations


@pytest.mark.parametrize(
    "items",
    [
        [Item("a", constraint=". > 1 and ${a} < 9")],
        [Item("a", required="${a} = ''")],
        [Item("a", calculation="once(random())")],
        [Item("a", calculation="${a} + 1", trigger="${b}"), Item("b")],
        [Item("a", default="${b}"), Item("b", default="${a}")],
        [
            Item("r", is_repeat=True),
            Item("n", parent="r"),
            Item("t", parent="r", calculation="indexed-repeat(${t}, ${r}, position(..) - 1) + ${n}"),
        ],
    ],
)
def test_what_only_looks_like_a_loop_is_let_through(items: list[LogicItem]) -> None:
    assert set(LogicGraph(items).order) == {item.name for item in items}


@pytest.mark.parametrize(
    ("item", "error"),
    [
        (Item("a", relevant="explode(1)"), UnknownFunction("explode")),
        (Item("a", relevant="true() or explode(1)"), UnknownFunction("explode")),
        (Item("a", calculation="substring()"), WrongArgumentCount("substring", 0, 2, 3)),
        (Item("a", relevant="${nobody} = 1"), UnknownName("nobody")),
        (Item("a", relevant="yes"), UnknownName("yes")),
        (Item("a", calculation="/data/nobody"), UnknownName("nobody")),
        (Item("a", calculation="jr:choice-name('x', '${nobody}')"), UnknownName("nobody")),
        (Item("a", choice_filter="town = ${a}", choices=({"name": "x"},)), UnknownName("town")),
        (Item("a", constraint="regex(., '(?=x)')"), PatternRefused("(?=x)", "invalid perl operator: (?=")),
        (Item("a", constraint="regex(., concat('[', 'a'))"), PatternRefused("[a", "missing ]: [a")),
        (Item("a", constraint="regex(., .)"), PatternNotConstant()),
        (Item("a", calculation="count(*)"), NotAReference("calculation")),
        (Item("a", calculation="1", trigger="1 + 1"), NotAReference("trigger")),
        (Item("a", calculation="position(5)"), NotAReference("position")),
        (Item("a", calculation="instance('towns')/root/item/name"), UnknownTable("towns")),
        (Item("a", calculation="pulldata('cities', 'mayor', 'name', 'x')"), UnknownName("mayor")),
    ],
)
def test_a_fault_is_named_with_its_column(item: LogicItem, error: Exception) -> None:
    (fault,) = faults_in([item], tables={"cities": {"name"}})
    assert fault.item == "a"
    assert getattr(item, fault.aspect.value)
    assert type(fault.error) is type(error)
    assert vars(fault.error) == vars(error)
    with pytest.raises(type(error)):
        LogicGraph([item], tables={"cities": {"name"}})


def test_all_faults_of_a_form_are_found_at_once() -> None:
    faults = faults_in([Item("a", relevant="1 +", required="${x}"), Item("b", constraint="no()")])
    assert [(fault.item, fault.aspect) for fault in faults] == [
        ("a", Aspect.RELEVANT),
        ("a", Aspect.REQUIRED),
        ("b", Aspect.CONSTRAINT),
    ]


def test_two_items_of_one_name_are_refused() -> None:
    with pytest.raises(NameTakenTwice):
        LogicGraph([Item("a"), Item("a")])


@pytest.mark.parametrize("parent", ["nobody", "a"])
def test_only_a_group_or_repeat_encloses_others(parent: str) -> None:
    with pytest.raises(UnknownName):
        LogicGraph([Item("a"), Item("b", parent=parent)])


def test_what_tells_the_time_or_chance_is_not_stored_nor_what_is_made_of_it() -> None:
    items = [
        Item("dob"),
        Item("age", calculation="int((today() - ${dob}) div 365.25)"),
        Item("week", calculation="format-date(today(), '%Y %m')"),
        Item("label", calculation="concat(${week}, '!')"),
        Item("key", calculation="uuid()"),
        Item("arm", calculation="once(random())"),
        Item("visit", default="today()"),
        Item("plain", calculation="${age} + 1"),
    ]
    assert LogicGraph(items).not_stored == {"week", "label", "key", "arm", "visit"}
