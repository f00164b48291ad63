"""Rules cross the border only where both sides say the same for every answer."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_consult.domain.logic import evaluate
from icc_consult.formats.limesurvey.from_script import FromScript
from icc_consult.formats.limesurvey.script import NotTranslatable, script_tree
from icc_consult.formats.limesurvey.to_script import calculation_of, script_of
from icc_consult.formats.limesurvey.variables import Sort

from tests.formats.limesurvey.answering import ANSWERS, SCOPE, renamed, stored, variables
from tests.formats.limesurvey.evaluating import truth

# -- out ----------------------------------------------------------------------------------------

SIGNS = st.sampled_from(["=", "!=", "<", "<=", ">", ">="])
NUMERAL = st.integers(-3, 13).map(str)
NUMBERS = st.recursive(
    NUMERAL
    | st.sampled_from(
        [
            "${age}",
            "${rooms}",
            "${stars}",
            "count-selected(${likes})",
            "count-selected(${order})",
            "sum(${age}, ${rooms})",
            "sum(${stars}, 2)",
            "count-selected(${colour})",
            "string-length(${word})",
            "coalesce(${age}, 5)",
            "if(selected(${likes}, 'a'), 2, 1)",
        ]
    ),
    lambda inner: st.tuples(inner, st.sampled_from("+-*"), inner).map(
        lambda one: f"({one[0]} {one[1]} {one[2]})"
    ),
    max_leaves=3,
)
PLAIN = st.sampled_from(
    [
        "${colour} = 'red'",
        "${colour} != 'dark_blue'",
        "'9' = ${colour}",
        '${word} = "it\'s"',
        "${word} != ''",
        "${word} = 'x y'",
        "${age} = ''",
        "${likes} = ''",
        "${order} != ''",
        "${colour}",
        "${word}",
        "${age}",
        "selected(${likes}, 'b_c')",
        "not(selected(${likes}, 'none'))",
        "selected(${colour}, 'red')",
        "selected(${order}, 'y')",
        "${age} = ${rooms}",
        "true()",
        "${age} = '7'",
        "${likes}",
    ]
)
CONDITIONS = st.recursive(
    PLAIN | st.tuples(NUMBERS, SIGNS, NUMBERS).map(" ".join),
    lambda inner: (
        inner.map(lambda one: f"not({one})")
        | st.tuples(inner, st.sampled_from(["and", "or"]), inner).map(
            lambda one: f"({one[0]}) {one[1]} ({one[2]})"
        )
    ),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(CONDITIONS, ANSWERS)
def test_a_rule_written_for_limesurvey_holds_exactly_when_ours_does(rule: str, answers: dict) -> None:
    try:
        script = script_of(rule, SCOPE)
    except NotTranslatable:
        return
    assert truth(stored(answers).value(script_tree(script))) == bool(evaluate(f"boolean({rule})", answers))


@settings(max_examples=150, deadline=None)
@given(CONDITIONS, ANSWERS)
def test_a_rule_that_goes_out_and_comes_back_holds_as_before(rule: str, answers: dict) -> None:
    try:
        back = FromScript(variables(), lambda _: "").condition(script_of(rule, SCOPE))
    except NotTranslatable:
        return
    assert bool(evaluate(f"boolean({back or 'true()'})", renamed(answers))) == bool(
        evaluate(f"boolean({rule})", answers)
    )


@pytest.mark.parametrize(
    "rule",
    [
        "${age} > 17 and selected(${likes}, 'a')",
        "${colour} = 'dark_blue' or count-selected(${likes}) >= 2",
        "(${age} + 1) * 2 > ${rooms}",
        "not(${word} = '')",
        "sum(${age}, ${rooms}) < 5",
    ],
)
def test_common_rules_go_out_and_come_back(rule: str) -> None:
    assert FromScript(variables(), lambda _: "").condition(script_of(rule, SCOPE))


@pytest.mark.parametrize(
    "rule",
    [
        "today() > '2020-01-01'",
        "${unknown} = 1",
        "${colour} = 'green'",
        "${word} > 3",
        "${colour} > 3",
        "selected(${likes}, ${word})",
        "regex(${word}, 'a+')",
        "${age} div 2 > 1",
        "(${age} + 1) != 2",
        "${word} = 'a\\b'",
        "position(..) = 1",
    ],
)
def test_what_limesurvey_would_understand_otherwise_does_not_go_out(rule: str) -> None:
    with pytest.raises(NotTranslatable):
        script_of(rule, SCOPE)


def test_a_calculation_without_its_answer_is_empty() -> None:
    script, sort = calculation_of("${age} * 2", SCOPE)
    tree = script_tree(script)
    base = {"rooms": 1, "stars": "", "colour": "", "word": "", "likes": [], "order": []}
    assert sort is Sort.NUMBER
    assert stored({**base, "age": 4}).value(tree) == 8
    assert stored({**base, "age": None}).value(tree) == ""


# -- in -----------------------------------------------------------------------------------------

ES_PLAIN = st.sampled_from(
    [
        'colour.NAOK == "red"',
        'colour.NAOK != "darkb"',
        '"9" eq colour.NAOK',
        "is_empty(word.NAOK)",
        "word.NAOK",
        'likes_a.NAOK == "Y"',
        'likes_bc.NAOK != "Y"',
        "likes_none.NAOK",
        'likes_a.NAOK == ""',
        "stars.NAOK",
        'order_1.NAOK == "x"',
        "!is_empty(order_2.NAOK)",
        "age.NAOK",
        "age.NAOK == rooms.NAOK",
        "colour.NAOK",
        "age.NAOK < rooms.NAOK",
        "stars.NAOK > 1",
        "colour.NAOK == 9",
        "3 >= stars.NAOK",
        "word.NAOK != ''",
    ]
)
ES_NUMBERS = st.sampled_from(
    [
        "count(that.likes.NAOK)",
        "count(likes_a.NAOK, likes_bc.NAOK)",
        "sum(age.NAOK, rooms.NAOK)",
        "count(word.NAOK)",
        "sum(if(likes_a.NAOK == 'Y', 60, 0), if(likes_bc.NAOK == 'Y', 50, 0))",
        "2 * count(that.order.NAOK) - 1",
    ]
)
ES_SIGNS = st.sampled_from(["==", "!=", "<", "<=", ">", ">=", "lt", "ge"])
ES = st.recursive(
    ES_PLAIN
    | st.tuples(ES_NUMBERS, ES_SIGNS, NUMERAL).map(" ".join)
    | st.tuples(st.just("age.NAOK"), ES_SIGNS, NUMERAL).map(" ".join),
    lambda inner: (
        inner.map(lambda one: f"!({one})")
        | st.tuples(inner, st.sampled_from(["&&", "||", "and", "or"]), inner).map(
            lambda one: f"({one[0]}) {one[1]} ({one[2]})"
        )
    ),
    max_leaves=5,
)


@settings(max_examples=300, deadline=None)
@given(ES, ANSWERS)
def test_a_relevance_that_is_read_holds_exactly_when_limesurveys_does(script: str, answers: dict) -> None:
    rule = FromScript(variables(), lambda _: "").condition(script) or "true()"
    holds = bool(evaluate(f"boolean({rule})", renamed(answers)))
    assert holds == truth(stored(answers).value(script_tree(script)))


@pytest.mark.parametrize(
    ("script", "piece"),
    [
        ('rand(1) == "1"', "rand()"),
        ("Q9.NAOK == 1", "Q9.NAOK"),
        ('age.shown == "1"', "age.shown"),
        ('colour > "red"', '> "red"'),
        ("word + 1 > 2", "word"),
        ("age = 5", "= 5"),
        ("likes_a == 'N'", '"N"'),
        ("age >= rooms", ">="),
        ("(" * 90 + "1" + ")" * 90, "((…"),
        ("!" * 90 + "1", "!!…"),
        ("age ==", "…"),
        ('strpos(word, "a")', "strpos()"),
    ],
)
def test_what_has_no_exact_translation_is_named(script: str, piece: str) -> None:
    with pytest.raises(NotTranslatable) as broken:
        FromScript(variables(), lambda _: "").condition(script)
    assert broken.value.piece == piece


def test_without_naok_a_question_that_is_not_shown_decides_over_the_whole() -> None:
    guards = {"colour": "${age} > 3", "word": ""}
    reader = FromScript(variables(), lambda owner: guards.get(owner, ""))
    assert reader.condition('colour != "red"') == "(${age} > 3) and (${colour} != 'red')"
    assert reader.condition('colour.NAOK != "red"') == "${colour} != 'red'"
    assert reader.condition('colour == "red"') == "${colour} = 'red'"
    assert reader.condition('word != "red"') == "${word} != 'red'"


def test_a_question_may_check_itself() -> None:
    reader = FromScript(variables(), lambda _: "")
    assert reader.condition("self.NAOK > 3 && this < 9", own="age") == "(. > 3) and (. < 9)"


def test_old_numbers_of_questions_are_understood() -> None:
    known = variables()
    known.numbers |= {"12": "age", "3": "likes"}
    reader = FromScript(known, lambda _: "")
    assert reader.condition("4711X1X12.NAOK > 3") == "${age} > 3"
    assert reader.condition('4711X1X3a.NAOK == "Y"') == "selected(${likes}, 'a')"


@pytest.mark.parametrize(
    ("script", "rule"),
    [
        ('likes_a.NAOK == "Y"', "selected(${likes}, 'a')"),
        ('likes_a.NAOK != "Y"', "not(selected(${likes}, 'a'))"),
        ('likes_a.NAOK != ""', "selected(${likes}, 'a')"),
        ("is_empty(likes_a.NAOK)", "not(selected(${likes}, 'a'))"),
        ("count(that.likes.NAOK) > 1", "count-selected(${likes}) > 1"),
        ('order_2.NAOK == "x"', "selected-at(${order}, 1) = 'x'"),
        ("3 < age.NAOK", "${age} > 3"),
        ("1", ""),
        ("0", "false()"),
        ("if(is_empty(age.NAOK), 0, age.NAOK) > 3", "if(${age} = '', 0, ${age}) > 3"),
        ("!is_empty(age.NAOK) && age.NAOK + 1 > 3", "not(${age} = '') and ((${age} + 1) > 3)"),
    ],
)
def test_relevance_as_limesurvey_writes_it(script: str, rule: str) -> None:
    assert FromScript(variables(), lambda _: "").condition(script) == rule


@pytest.mark.parametrize(
    ("rule", "script"),
    [
        ("false()", "0"),
        ("selected(${likes}, 'b_c')", 'likes_bc.NAOK == "Y"'),
        ("${colour} = 'dark_blue'", 'colour.NAOK == "darkb"'),
        ("${word} = ''", "is_empty(word.NAOK)"),
        ("count-selected(${likes}) >= 2", "count(that.likes.NAOK) >= 2"),
        ("${age} > ${rooms}", "!is_empty(age.NAOK) && !is_empty(rooms.NAOK) && age.NAOK > rooms.NAOK"),
        ("not(${age} < 3)", "!(age.NAOK < 3)"),
    ],
)
def test_rules_as_limesurvey_gets_them(rule: str, script: str) -> None:
    assert script_of(rule, SCOPE) == script


@pytest.mark.parametrize("sign", ["<=", ">="])
def test_two_answers_that_are_both_missing_are_in_no_order(sign: str) -> None:
    with pytest.raises(NotTranslatable):
        FromScript(variables(), lambda _: "").condition(f"age.NAOK {sign} rooms.NAOK")
