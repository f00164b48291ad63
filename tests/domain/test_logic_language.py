"""What expressions mean, above all where ODK Collect and Enketo disagree (docs/expressions.md)."""

import math
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal

import pytest

from icc_consult.domain.logic import (
    EarlierAnswersWanted,
    NotAnExpression,
    NotAReference,
    ResultTooLong,
    TooMuchWork,
    UnknownFunction,
    World,
    WrongArgumentCount,
    evaluate,
    is_volatile,
    parse,
    references,
    shuffled,
)
from icc_consult.domain.logic.scope import seen_by
from icc_consult.domain.logic.values import plain

LISBON = timezone(timedelta(hours=1))
NOW = datetime(2026, 8, 7, 12, 30, 15, 250_000, tzinfo=LISBON)
HOUSE = {"people": [{"name": "Ana", "age": 34}, {"name": "Bia", "age": 7}, {"name": "Caio", "age": ""}]}
CITIES = [
    {"name": "faro", "label": "Faro", "region": "south", "size": "3"},
    {"name": "braga", "label": "Braga", "region": "north", "size": "5"},
    {"name": "porto", "label": "Porto", "region": "north", "size": "9"},
]
WORLD = World(now=NOW, tables={"cities": CITIES}, choice_name=lambda code, question: f"{question}:{code}")


def seen(expression: str, **answers: object) -> object:
    """Evaluate in a world with a list of cities."""
    return plain(parse(expression).value(seen_by(WORLD, answers)))


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("regex('abc1', '[a-z]+')", False),
        ("round(-1.5)", -2),
        ("round(2.5)", 3),
        ("round(1.005, 2)", 1.01),
        ("round(-0.4)", 0),
        ("round(1250, -2)", 1300),
        ("round(1 div 0)", math.inf),
        ("round(1, 40)", "NaN"),
        ("sum(${absent})", 0),
        ("max('', 3)", 3),
        ("min('')", "NaN"),
        ("coalesce(number('x'), 'y')", "y"),
        ("coalesce('', '', 'z')", "z"),
        ("if(true(), 0, 1) = 0", True),
        ("boolean(if(true(), false(), 1))", False),
        ("boolean-from-string('TRUE')", False),
        ("number('3,5')", "NaN"),
        ("number('1e3')", "NaN"),
        ("number('١٢')", "NaN"),
        ("0.1 + 0.2 = 0.3", False),
        ("selected('', '')", False),
        ("selected('a b', '')", False),
        ("selected-at('a b', -1)", ""),
        ("selected-at('a b', 0.9)", "a"),
        ("string-length('😀')", 1),
        ("string(1 div 3)", "0.3333333333333333"),
        ("string(0.0000001)", "0.0000001"),
        ("string(100000000000000000000000)", "99999999999999991611392"),
        ("string(-1 * 0)", "0"),
        ("substr('hello', -3)", "llo"),
        ("substr('hello', 1, -1)", "ell"),
        ("substr('hello', 4, 2)", ""),
        ("substring('12345', -1 div 0)", "12345"),
        ("substring('12345', 2, 1 div 0)", "2345"),
        ("translate('bar', 'abca', 'AB')", "BAr"),
        ("join(', ', 'a', 'b')", "a, b"),
        ("ends-with('abc', 'bc')", True),
        ("digest('abc', 'SHA-1', 'hex')", "a9993e364706816aba3e25717850c26c9cd0d89d"),
        ("digest('abc', 'CRC', 'hex')", ""),
        ("base64-decode('###')", ""),
        ("pow(0, -1)", math.inf),
        ("exp10(400)", math.inf),
        ("log(0)", -math.inf),
        ("sqrt(-1)", "NaN"),
        ("-1 div (0 * -1)", math.inf),
        ("5 mod 0", "NaN"),
        ("(1 div 0) mod 2", "NaN"),
        ("5 mod (1 div 0)", 5),
        ("1 - - - 1", 0),
        ("- - 2", 2),
        ("2 = 2 = 1", True),
        ("'a' < 'b'", False),
        ("checklist(1, 1, '', 'x', false())", True),
        ("last()", 1),
        ("jr:choice-name('a', '${q}')", "q:a"),
        ("name(/data/group/age)", "age"),
    ],
)
def test_an_expression_means_what_the_page_on_expressions_says(expression: str, value: object) -> None:
    result = seen(expression)
    assert ("NaN" if isinstance(result, float) and math.isnan(result) else result) == value


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("today()", "2026-08-07"),
        ("now()", "2026-08-07T12:30:15.250+01:00"),
        ("today() - '2026-08-01' = 6", True),
        ("int((today() - '1990-08-08') div 365.25)", 35),
        ("date('2026-08-07') = today()", True),
        ("'2026-8-7' + 0 = today()", True),
        ("date('2026-02-30')", ""),
        ("date('')", ""),
        ("date(true())", ""),
        ("date(1 div 0)", ""),
        ("date(99999999999)", ""),
        ("date('2026-08-07T23:30:00Z')", "2026-08-08T00:30:00.000+01:00"),
        ("date('2026-08-07T23:00:00Z')", "2026-08-08"),
        ("date-time('2026-08-08')", "2026-08-08T00:00:00.000+01:00"),
        ("string(date('2026-08-07') + 1)", "20672.958333333332"),
        ("string(date(date('2026-08-07') + 1))", "2026-08-08"),
        ("decimal-date-time('1970-01-02T01:00')", 1),
        ("decimal-time('13:00:00.000+02:00')", 0.5),
        ("decimal-time(3.25)", 0.25),
        ("decimal-time('2026-08-07T06:00:00.000+01:00')", 0.25),
        ("format-date(today(), '%Y-%n-%e %y %d %b %a 100%% %q')", "2026-8-7 26 07 Aug Fri 100% %q"),
        ("format-date-time(now(), '%H:%M:%S.%3 %h')", "12:30:15.250 12"),
        ("format-date('soon', '%Y')", ""),
        ("today() = ''", False),
        ("boolean(today())", True),
    ],
)
def test_days_begin_at_midnight_where_the_clock_stands(expression: str, value: object) -> None:
    assert seen(expression) == value


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("count(${people})", 3),
        ("count(${people}[age > 5])", 2),
        ("${people}[age > 5]/name", ["Ana", "Bia"]),
        ("${people}[2]/name", ["Bia"]),
        ("${people}[position() = 2]/name", ["Bia"]),
        ("${people}[last()]/name", ["Caio"]),
        ("/data/people[age = 34]/name", ["Ana"]),
        ("${people}[./age < current()/../limit]/name", ["Bia"]),
        ("sum(${age})", 41),
        ("max(${age})", 34),
        ("count-non-empty(${age})", 2),
        ("concat(${name})", "AnaBiaCaio"),
        ("join('+', ${name})", "Ana+Bia+Caio"),
        ("${name} = 'Bia'", True),
        ("${name} != 'Bia'", True),
        ("string(${name})", "Ana"),
        ("count(${name}[. = 'Bia'])", 1),
        ("count(${age} | ${limit})", 4),
        ("indexed-repeat(${name}, ${people}, 2)", "Bia"),
        ("indexed-repeat(${name}, ${people}, 9)", ""),
        ("indexed-repeat(${name}, ${people}, 0)", ""),
        ("count(${limit})", 1),
        ("string(${people})", ""),
    ],
)
def test_rounds_of_a_repeat_are_several_values(expression: str, value: object) -> None:
    assert seen(expression, **HOUSE, limit=10) == value


@pytest.mark.parametrize(
    ("expression", "value"),
    [
        ("instance('cities')/root/item[region = ${where}]/label", ["Braga", "Porto"]),
        ("instance('cities')/root/item[region = ${where}][size > 5]/name", ["porto"]),
        ("string(instance('cities')/root/item[name = 'faro']/label)", "Faro"),
        ("count(instance('cities')/root/item)", 3),
        ("instance('absent')/root/item/name", []),
        ("pulldata('cities', 'label', 'name', 'braga')", "Braga"),
        ("pulldata('cities', 'label', 'name', 'paris')", ""),
        ("count(randomize(instance('cities')/root/item))", 3),
    ],
)
def test_lists_are_looked_up_with_conditions(expression: str, value: object) -> None:
    assert seen(expression, where="north") == value


@pytest.mark.parametrize(
    ("answer", "expression", "value"),
    [
        (["a", "b"], "${q}", ["a", "b"]),
        (["a", "b"], "selected(${q}, 'b')", True),
        (["a b", "c"], "selected(${q}, 'a b')", True),
        (["a", "b"], "${q} = 'a b'", True),
        (["a", "b"], "concat(${q}, '!')", "a b!"),
        (["a", "b"], "join(', ', ${q})", "a, b"),
        (["a", "b"], "count-selected(${q})", 2),
        ({"b", "a"}, "${q}", ["a", "b"]),
        ([1, 2, 3], "sum(${q})", 6),
        (None, "${q} = ''", True),
        (True, "${q}", True),
        (7, "${q} + 1", 8),
        (Decimal("2.5"), "${q} * 2", 5),
        (10**400, "${q} > 1", False),
        (date(2026, 8, 6), "today() - ${q}", 1),
        (datetime(2026, 8, 7, 11, 0, tzinfo=UTC), "string(${q})", "2026-08-07T12:00:00.000+01:00"),
        (datetime(2026, 8, 7, 11, 0), "string(${q})", "2026-08-07T11:00:00.000+01:00"),  # noqa: DTZ001
        (time(8, 5), "string(${q})", "08:05:00"),
        ({"x": "1"}, "count(${q})", 1),
    ],
)
def test_answers_come_in_as_python_has_them(answer: object, expression: str, value: object) -> None:
    assert seen(expression, q=answer) == value


def test_the_own_value_is_a_dot() -> None:
    assert evaluate(". > 5 and string-length() = 1", {".": "7"}) is True


def test_a_clock_without_a_zone_is_the_clock_of_the_machine() -> None:
    naive = datetime(2026, 8, 7, 23, 59)  # noqa: DTZ001
    assert evaluate("today()", now=naive) == "2026-08-07"


def test_without_a_clock_it_is_today_here() -> None:
    before, told, after = date.today(), evaluate("today()"), date.today()  # noqa: DTZ011
    assert told in {before.isoformat(), after.isoformat()}


@pytest.mark.parametrize(
    ("seed", "order"),
    [
        *((42, "AFCBDE"), (-42, "EDAFBC"), (1, "BFEACD"), (1.1, "BFEACD"), (11_111_111, "ACDBFE")),
        *((0, "CBEAFD"), (math.nan, "CBEAFD"), (math.inf, "CBEAFD"), (-math.inf, "CBEAFD")),
    ],
)
def test_a_seed_gives_the_order_that_other_programs_give(seed: float, order: str) -> None:
    assert "".join(shuffled("ABCDEF", seed)) == order


def test_a_shuffle_without_a_seed_keeps_everything() -> None:
    shuffled_names = seen("randomize(${name})", **HOUSE)
    assert isinstance(shuffled_names, list)
    assert sorted(shuffled_names) == ["Ana", "Bia", "Caio"]


@pytest.mark.parametrize(
    ("expression", "position"),
    [
        ("", 0),
        ("1 +", 3),
        ("${a} = = 1", 7),
        ("'open", 0),
        ("${}", 0),
        ("${a b}", 0),
        ("(1", 2),
        ("1 2", 2),
        ("${a} > “x”", 7),
        ("@id", 0),
        ("child::a", 5),
        ("/", 1),
        ("${a}[1", 6),
        ("a[1]/b[2]", 9),
        ("f(,)", 2),
        ("'a'/b", 5),
    ],
)
def test_what_cannot_be_read_says_where(expression: str, position: int) -> None:
    with pytest.raises(NotAnExpression) as found:
        evaluate(expression)
    assert found.value.position == position


def test_functions_are_checked_where_they_stand_not_where_they_are_reached() -> None:
    with pytest.raises(UnknownFunction):
        evaluate("true() or nowhere()")
    with pytest.raises(WrongArgumentCount):
        evaluate("if(true(), 1)")
    with pytest.raises(NotAReference):
        evaluate("indexed-repeat(1, ${r}, 1)")
    with pytest.raises(NotAReference):
        evaluate("instance(${a})/root/item")


def test_nobody_gets_the_answers_of_the_one_before() -> None:
    with pytest.raises(EarlierAnswersWanted) as found:
        evaluate("${last-saved#age} + 1")
    assert found.value.name == "age"


@pytest.mark.parametrize(
    ("expression", "names"),
    [
        ("${a} + ${ b }", {"a", "b"}),
        ("/data/group/a = ../b", {"a", "b"}),
        ("c > 1", {"c"}),
        ("instance('l')/root/item[x = ${a}]/y", {"a"}),
        ("jr:choice-name(${a}, '${b}')", {"a", "b"}),
        ("'${a}'", set()),
        ("position(..)", set()),
    ],
)
def test_the_names_that_an_expression_reads_are_known(expression: str, names: set[str]) -> None:
    assert references(expression) == names


@pytest.mark.parametrize(
    ("expression", "volatile"),
    [
        ("now()", True),
        ("concat(uuid(), ${a})", True),
        ("once(random())", True),
        ("today()", True),
        ("format-date(today(), '%Y')", True),
        ("concat(${a}, today())", True),
        ("today() - 1", True),
        ("int((today() - ${dob}) div 365.25)", False),
        ("decimal-date-time(today()) - decimal-date-time(${dob})", False),
        ("if(${d} > today(), 'later', 'past')", False),
        ("${a} + 1", False),
    ],
)
def test_the_clock_and_chance_are_noticed(expression: str, volatile: bool) -> None:
    assert is_volatile(expression) is volatile


def test_texts_that_grow_without_end_are_stopped() -> None:
    with pytest.raises(ResultTooLong):
        evaluate("concat(${a}, ${a})", {"a": "x" * 60_000})


@pytest.mark.parametrize(
    "expression",
    [
        "count(instance('big')/root/item[count(instance('big')/root/item[n = 1]) > 0])",
        "instance('big')/root/item/n = instance('big')/root/item/n",
        "count(instance('big')/root/item[pulldata('big', 'n', 'n', 'z') = ''])",
    ],
)
def test_conditions_within_conditions_over_long_lists_are_stopped(expression: str) -> None:
    world = World(now=NOW, tables={"big": [{"n": "0"}] * 2_000})
    with pytest.raises(TooMuchWork):
        parse(expression).value(seen_by(world, {}))
