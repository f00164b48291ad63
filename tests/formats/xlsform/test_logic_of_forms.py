"""Expressions in forms: repaired where editors broke them, checked, and every fault told with its cell."""

import pytest

from icc_consult.formats.xlsform.problems import What
from icc_consult.formats.xlsform.reading import Reading

from tests.formats.xlsform.sheets import only, read, said

RLM, LRE, PDF = "\u200f", "\u202a", "\u202c"


def asking(relevant: str, column: str = "relevant", label: str = "A", kind: str = "text") -> Reading:
    cell = '"' + relevant.replace('"', '""') + '"'
    return read(
        f"survey\n,type,name,label::en,{column}\n,integer,b,B,\n,{kind},a,{label},{cell}\n"
        "choices\n,list_name,name,label::en,town\n,l,x,X,Lisbon\n"
    )


@pytest.mark.parametrize(
    ("written", "read_as", "what"),
    [
        (f"{RLM}${{b}} > 1", "${b} > 1", What.BIDI_REMOVED),
        (f"{LRE}${{b}}{PDF} > 1", "${b} > 1", What.BIDI_REMOVED),
        ("{b}$ > 1", "${b} > 1", What.REFERENCE_REPAIRED),
        ("$ {b} > 1", "${b} > 1", What.REFERENCE_REPAIRED),
        ("${ b } > 1", "${b} > 1", What.REFERENCE_REPAIRED),
        ("}b{$ > 1", "${b} > 1", What.REFERENCE_REPAIRED),
        ("${b} = ‘x’", "${b} = 'x'", What.SIGNS_STRAIGHTENED),
        ("${b} = “x”", '${b} = "x"', What.SIGNS_STRAIGHTENED),
        ("${b} ≥ 1", "${b} >= 1", What.SIGNS_STRAIGHTENED),
    ],
)
def test_what_editors_break_is_repaired_and_told_with_its_cell(
    written: str, read_as: str, what: What
) -> None:
    reading = asking(written)
    assert reading.form is not None
    assert reading.form.nodes[1].logic == {"relevant": read_as}
    assert said(reading) == [(what, 4, "E")]


@pytest.mark.parametrize("written", ["${b} = 'l’été'", "${b} = '“x” – y'"])
def test_typographic_signs_inside_a_text_are_left_alone(written: str) -> None:
    reading = asking(written)
    assert reading.form is not None
    assert reading.form.nodes[1].logic == {"relevant": written}
    assert reading.problems == ()


def test_a_turned_reference_in_a_label_is_repaired() -> None:
    reading = asking("", label="كم عمر {b}$؟")
    assert reading.form is not None
    assert reading.form.nodes[1].texts["label"] == {"en": "كم عمر ${b}؟"}
    assert said(reading) == [(What.REFERENCE_REPAIRED, 4, "D")]


@pytest.mark.parametrize("label", ["It costs {5}$", "See {nobody}$ there", "Use {braces} and ${b}"])
def test_braces_that_name_no_question_are_left_alone(label: str) -> None:
    reading = asking("", label=label)
    assert reading.form is not None
    assert reading.form.nodes[1].texts["label"] == {"en": label}
    assert reading.problems == ()


def test_marks_of_direction_in_a_label_are_text() -> None:
    reading = asking("", label=f"{RLM}أ")
    assert reading.form is not None
    assert reading.form.nodes[1].texts["label"] == {"en": f"{RLM}أ"}


def test_marks_of_direction_in_names_and_types_are_removed() -> None:
    reading = read(f"survey\n,type,name,label::en\n,{RLM}text,a{RLM},A\n,text,b,${{a}}\n")
    assert reading.form is not None
    assert reading.form.nodes[0].name == "a"
    assert {place[0] for place in said(reading)} == {What.BIDI_REMOVED}


@pytest.mark.parametrize(
    ("written", "what"),
    [
        ("${b} >", What.NOT_AN_EXPRESSION),
        ("foo(${b})", What.UNKNOWN_FUNCTION),
        ("not()", What.WRONG_ARGUMENT_COUNT),
        ("${nobody} = 1", What.UNKNOWN_REFERENCE),
        ("${B} = 1", What.UNKNOWN_REFERENCE),
        ("${last-saved#b} = 1", What.EARLIER_ANSWERS_WANTED),
        ("regex(${b}, '(?=x)')", What.PATTERN_REFUSED),
        ("regex('x', ${b})", What.PATTERN_NOT_CONSTANT),
        ("instance('L')/root/item[name = 'x']/town = 1", What.UNKNOWN_TABLE),
        ("instance('l')/root/item[city = 'x']/town = 1", What.UNKNOWN_REFERENCE),
        ("${b} = 1" + " + 1" * 30_000, What.EXPRESSION_TOO_LONG),
        ("(" * 500 + "1" + ")" * 500, What.EXPRESSION_TOO_DEEP),
    ],
)
def test_a_fault_in_logic_is_an_error_at_its_cell(written: str, what: What) -> None:
    reading = asking(written)
    assert reading.form is None
    assert (what, 4, "E") in said(reading)


@pytest.mark.parametrize(
    "written", ["instance('l')/root/item[name = 'x']/town = 'Lisbon'", "count(instance('l')/root/item) > 0"]
)
def test_logic_may_look_into_lists(written: str) -> None:
    assert asking(written).problems == ()


def test_a_filter_may_name_columns_of_its_list_and_no_others() -> None:
    assert asking("town = ${b}", "choice_filter", kind="select_one l").problems == ()
    reading = asking("city = ${b}", "choice_filter", kind="select_one l")
    assert said(reading) == [(What.UNKNOWN_REFERENCE, 4, "E")]


def test_a_filter_of_an_attached_file_may_name_any_column() -> None:
    reading = asking("city = ${b}", "choice_filter", kind="select_one_from_file towns.csv")
    assert reading.form is not None
    assert said(reading) == [(What.FILE_WANTED, 4, "B")]


def test_an_attached_file_is_asked_for() -> None:
    reading = asking("pulldata('towns', 'people', 'name', ${b}) > 5")
    assert reading.form is not None
    assert only(reading, What.FILE_WANTED).detail == {"file": "towns"}


def test_an_attached_table_may_be_called_like_a_list_in_other_letters() -> None:
    reading = read(
        "survey\n,type,name,label::en,calculation\n,csv-external,L,,\n,select_one l,a,A,\n"
        ",calculate,b,,count(instance('L')/root/item)\nchoices\n,list_name,name,label::en\n,l,x,X\n"
    )
    assert reading.form is not None
    assert only(reading, What.FILE_WANTED).detail == {"file": "L"}


def test_questions_that_wait_for_each_other_are_an_error() -> None:
    reading = read(
        "survey\n,type,name,label::en,calculation\n,calculate,a,,${b} + 1\n,calculate,b,,${a} + 1\n"
    )
    assert reading.form is None
    problem = only(reading, What.CIRCULAR_REFERENCE)
    assert problem.detail["path"] in ("a → b → a", "b → a → b")
    assert problem.row in (3, 4)


def test_questions_that_wait_for_each_other_are_found_beside_attached_files() -> None:
    reading = read(
        "survey\n,type,name,label::en,calculation\n"
        ",calculate,a,,\"pulldata('t', 'x', 'y', ${b})\"\n,calculate,b,,${a} + 1\n"
    )
    assert {place[0] for place in said(reading)} == {What.FILE_WANTED, What.CIRCULAR_REFERENCE}


def test_a_text_that_names_no_question_is_an_error_at_its_cell() -> None:
    reading = asking("", label="Hello ${nobody}")
    assert reading.form is None
    assert said(reading) == [(What.UNKNOWN_REFERENCE, 4, "D")]


def test_a_text_that_asks_for_earlier_answers_is_an_error() -> None:
    assert said(asking("", label="Hello ${last-saved#b}")) == [(What.EARLIER_ANSWERS_WANTED, 4, "D")]


def test_choices_may_come_from_a_repeat() -> None:
    rows = (
        "survey\n,type,name,label::en\n,begin_repeat,r,R\n,text,who,Who\n,end_repeat,,\n"
        ",select_one ${%s},a,A\n"
    )
    assert read(rows % "who").problems == ()
    assert said(read(rows % "whom")) == [(What.UNKNOWN_REFERENCE, 6, "B")]


def test_every_fault_of_a_form_is_told_at_once() -> None:
    reading = read(
        "survey\n,type,name,label::en,relevant,constraint\n,text,a,A,foo(),${x}\n,text,b,B,bar(,\n"
    )
    assert said(reading) == [
        (What.UNKNOWN_FUNCTION, 3, "E"),
        (What.UNKNOWN_REFERENCE, 3, "F"),
        (What.NOT_AN_EXPRESSION, 4, "E"),
    ]
