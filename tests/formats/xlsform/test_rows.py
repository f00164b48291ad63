"""Rows of a survey: types, names, groups and choices."""

import pytest

from icc_consult.formats.xlsform.form import Group, Question, Repeat, walk
from icc_consult.formats.xlsform.kinds import Act, kind_of
from icc_consult.formats.xlsform.problems import What
from icc_consult.formats.xlsform.reading import Reading

from tests.formats.xlsform.sheets import form_of, only, read, said


def survey(*rows: str, columns: str = "") -> str:
    lines = ["survey", f",type,name,label::en{columns}", *(f",{row}" for row in rows)]
    return "\n".join(
        (*lines, "choices", ",list_name,name,label::en", ",yn,yes,Yes", ",yn,no,No", ",two,a b,A")
    )


def reading_of(*rows: str, columns: str = "") -> Reading:
    return read(survey(*rows, columns=columns))


@pytest.mark.parametrize(
    ("cell", "kind"),
    [
        ("text", "text"),
        ("string", "text"),
        ("int", "integer"),
        ("dateTime", "datetime"),
        ("photo", "image"),
        ("imei", "deviceid"),
        ("add note prompt", "note"),
        ("trigger", "acknowledge"),
        ("start-geopoint", "start-geopoint"),
        ("select_one yn", "select_one"),
        ("select one yn", "select_one"),
        ("select1 yn", "select_one"),
        ("select one from yn", "select_one"),
        ("add select multiple prompt using yn", "select_multiple"),
        ("select all that apply from yn", "select_multiple"),
        ("rank yn", "rank"),
        ("select_one_external yn", "select_one_external"),
    ],
)
def test_types_go_by_one_name_each(cell: str, kind: str) -> None:
    found = kind_of(cell)
    assert (found.act, found.type, found.is_odd) == (Act.ASK, kind, False)
    if cell.endswith(" yn"):
        assert found.list_name == "yn"


@pytest.mark.parametrize(
    ("cell", "kind", "list_name"),
    [
        ("Text", "text", ""),
        ("Select_One YesNo", "select_one", "YesNo"),
        ("SELECT ONE select one", "select_one", "select one"),
        ("select-multiple yn", "select_multiple", "yn"),
        ("Select  one  Yn", "select_one", "Yn"),
    ],
)
def test_types_written_oddly_are_read_and_told(cell: str, kind: str, list_name: str) -> None:
    found = kind_of(cell)
    assert (found.type, found.list_name, found.is_odd) == (kind, list_name, True)


def test_the_list_of_a_question_may_come_from_a_file() -> None:
    reading = reading_of("select_one_from_file towns.csv,a,A")
    assert reading.form is not None
    question = reading.form.nodes[0]
    assert isinstance(question, Question)
    assert (question.type, question.list_name) == ("select_one_from_file", "towns.csv")
    assert only(reading, What.FILE_WANTED).detail == {"file": "towns.csv"}


def test_or_other_is_kept_and_told_to_be_in_english() -> None:
    reading = reading_of("select_one yn or_other,a,A")
    assert reading.form is not None
    question = reading.form.nodes[0]
    assert isinstance(question, Question)
    assert (question.list_name, question.has_other) == ("yn", True)
    assert said(reading) == [(What.OTHER_IN_ENGLISH, 3, "B")]


def test_or_other_with_a_filter_is_an_error() -> None:
    reading = reading_of("select_one yn or other,a,A,name = 'yes'", columns=",choice_filter")
    assert reading.form is None
    assert said(reading) == [(What.OTHER_WITH_FILTER, 3, "B")]


@pytest.mark.parametrize(
    "cell", ["begin_score", "begin_rank", "score__row", "begin_kobomatrix", "begin loop over yn"]
)
def test_blocks_of_a_single_tool_are_refused_by_name(cell: str) -> None:
    reading = reading_of(f"{cell},a,A")
    assert reading.form is None
    assert only(reading, What.TYPE_REFUSED).detail == {"type": cell}


def test_an_unknown_type_is_an_error_at_its_cell() -> None:
    reading = reading_of("text,a,A", "telepathy,b,B")
    assert reading.form is None
    assert said(reading) == [(What.UNKNOWN_TYPE, 4, "B")]


def test_groups_and_repeats_enclose_what_stands_between() -> None:
    form = form_of(
        survey(
            "begin_group,g,G",
            "text,a,A",
            "begin repeat,r,R",
            "text,b,B",
            "end repeat,,",
            "end_group,,",
            "note,n,N",
        )
    )
    group, note = form.nodes
    assert isinstance(group, Group)
    assert not isinstance(group, Repeat)
    assert isinstance(group.children[1], Repeat)
    assert [(node.name, parent) for node, parent in walk(form.nodes)] == [
        ("g", ""),
        ("a", "g"),
        ("r", "g"),
        ("b", "r"),
        ("n", ""),
    ]
    assert (group.place.row, note.place.row) == (3, 9)


def test_a_group_that_never_ends_is_an_error_where_it_begins() -> None:
    reading = reading_of("begin_group,g,G", "text,a,A")
    assert reading.form is None
    problem = only(reading, What.NEVER_ENDS)
    assert (problem.row, problem.column, problem.detail) == (3, "B", {"name": "g"})


def test_an_end_without_a_beginning_is_an_error() -> None:
    reading = reading_of("text,a,A", "end_group,,")
    assert reading.form is None
    assert said(reading) == [(What.NEVER_BEGAN, 4, "B")]


def test_a_group_may_not_end_as_a_repeat() -> None:
    reading = reading_of("begin_group,g,G", "text,a,A", "end_repeat,,")
    assert reading.form is None
    assert only(reading, What.WRONG_END).detail == {"name": "g", "row": "3", "type": "begin_group"}


def test_groups_without_bottom_are_an_error_and_no_crash() -> None:
    rows = [*(f"begin_group,g{n},G" for n in range(3_000)), *(["end_group,,"] * 3_000)]
    reading = reading_of(*rows)
    assert reading.form is None
    assert (What.TOO_DEEP, 53, "B") in said(reading)


def test_duplicate_names_are_an_error_at_the_second() -> None:
    reading = reading_of("text,a,A", "begin_group,g,G", "text,a,A", "end_group,,")
    assert reading.form is None
    problem = only(reading, What.DUPLICATE_NAME)
    assert (problem.row, problem.column, problem.detail) == (5, "C", {"name": "a", "row": "3"})


def test_names_that_differ_by_case_are_told() -> None:
    reading = reading_of("text,age,A", "text,Age,A")
    assert reading.form is not None
    assert only(reading, What.NAMES_DIFFER_BY_CASE).detail == {"name": "Age", "other": "age", "row": "3"}


@pytest.mark.parametrize("name", ["two words", "1st", "a/b", "${a}"])
def test_a_name_that_expressions_cannot_use_is_an_error(name: str) -> None:
    reading = reading_of(f"text,{name},A")
    assert reading.form is None
    assert (What.BAD_NAME, 3, "C") in said(reading)


def test_names_in_other_scripts_are_names() -> None:
    assert reading_of("text,العمر,A", "text,größe_2,B").form is not None


def test_a_question_without_a_name_is_an_error() -> None:
    reading = reading_of("text,,A")
    assert reading.form is None
    assert said(reading) == [(What.NO_NAME, 3, "C")]


def test_a_note_or_group_without_a_name_is_given_one() -> None:
    reading = reading_of("note,,Hello", "begin_group,,G", "text,a,A", "end_group,,")
    assert reading.form is not None
    assert [node.name for node in reading.form.nodes] == ["note_3", "group_4"]
    assert said(reading) == [(What.NAME_GIVEN, 3, "C"), (What.NAME_GIVEN, 4, "C")]


def test_a_row_without_a_type_is_an_error_unless_it_only_remarks() -> None:
    reading = reading_of("text,a,A,", ",b,B,", ",,,just a remark", columns=",my notes")
    assert reading.form is None
    assert (What.NO_TYPE, 4, "B") in said(reading)
    assert only(reading, What.ROW_LEFT_OUT).row == 5


def test_a_row_that_is_switched_off_is_left_out_and_told() -> None:
    reading = reading_of("text,a,A,", "text,a,B,yes", columns=",disabled")
    assert reading.form is not None
    assert len(reading.form.nodes) == 1
    assert said(reading) == [(What.ROW_LEFT_OUT, 4, "B")]


def test_a_question_without_any_text_is_told() -> None:
    assert said(reading_of("text,a,")) == [(What.NO_LABEL, 3, "D")]
    assert reading_of("today,a,", "calculate,b,,1 + 1", columns=",calculation").problems == ()


def test_a_calculation_that_says_nothing_is_an_error() -> None:
    reading = reading_of("calculate,a,,", columns=",calculation")
    assert reading.form is None
    assert said(reading) == [(What.NO_CALCULATION, 3, "E")]


def test_appearances_are_words_and_parameters_are_pairs() -> None:
    form = form_of(
        survey(
            'range,a,A,w1  horizontal-compact,"start=1 end = 10; Step=0.5"', columns=",appearance,parameters"
        )
    )
    assert form.nodes[0].appearance == ("w1", "horizontal-compact")
    assert form.nodes[0].parameters == {"start": "1", "end": "10", "step": "0.5"}


def test_parameters_that_are_no_pairs_are_an_error() -> None:
    reading = reading_of("range,a,A,start 1", columns=",parameters")
    assert reading.form is None
    assert said(reading) == [(What.BAD_PARAMETERS, 3, "E")]


@pytest.mark.parametrize(
    ("default", "is_fixed"),
    [
        ("5", True),
        ("2026-01-02", True),
        ("Lisbon (Portugal)", True),
        ("today()", False),
        ("${b} + 1", False),
        ("1 + 1", False),
    ],
)
def test_a_default_is_fixed_or_worked_out(default: str, is_fixed: bool) -> None:
    form = form_of(survey("integer,b,B,", f"text,a,A,{default}", columns=",default"))
    question = form.nodes[1]
    assert isinstance(question, Question)
    assert question.default == (default if is_fixed else "")
    assert question.logic == ({} if is_fixed else {"default": default})


@pytest.mark.parametrize(
    ("cell", "logic"), [("yes", "true()"), ("TRUE", "true()"), ("no", "false()"), ("${b} = 1", "${b} = 1")]
)
def test_yes_and_no_are_truth_values(cell: str, logic: str) -> None:
    form = form_of(survey("integer,b,B,", f"text,a,A,{cell}", columns=",required"))
    assert form.nodes[1].logic == {"required": logic}


def test_a_list_without_choices_is_an_error_at_the_question() -> None:
    reading = reading_of("select_one nowhere,a,A")
    assert reading.form is None
    problem = only(reading, What.UNKNOWN_LIST)
    assert (problem.row, problem.column, problem.detail["list"]) == (3, "B", "nowhere")


@pytest.mark.parametrize("cell", ["select_one", "select_one two lists here"])
def test_a_choice_question_names_one_list(cell: str) -> None:
    reading = reading_of(f"{cell},a,A")
    assert reading.form is None
    assert said(reading) == [(What.NO_LIST_NAME, 3, "B")]


def test_choices_with_spaces_are_an_error_only_where_several_may_be_marked() -> None:
    assert reading_of("select_one two,a,A").form is not None
    reading = reading_of("select_multiple two,a,A")
    assert reading.form is None
    problem = only(reading, What.CHOICE_WITH_SPACE)
    assert (problem.sheet, problem.row) == ("choices", 8)


CHOICES = "survey\n,type,name,label::en\n,select_one l,a,A\nchoices\n,list_name,name,label::en\n"


@pytest.mark.parametrize(
    ("rows", "what", "column"),
    [
        (",l,,Yes", What.CHOICE_WITHOUT_NAME, "C"),
        (",,y,Yes", What.CHOICE_WITHOUT_LIST, "B"),
        (",l,x,Again", What.DUPLICATE_CHOICE, "C"),
    ],
)
def test_what_is_wrong_with_a_choice_is_an_error_at_its_cell(rows: str, what: What, column: str) -> None:
    reading = read(f"{CHOICES},l,x,X\n{rows}\n")
    assert reading.form is None
    assert said(reading) == [(what, 7, column)]


def test_a_choice_without_a_text_is_told() -> None:
    assert said(read(f"{CHOICES},l,x,\n")) == [(What.CHOICE_WITHOUT_LABEL, 6, "D")]


def test_choices_that_differ_by_case_are_told() -> None:
    assert said(read(f"{CHOICES},l,x,X\n,l,X,X\n")) == [(What.CHOICES_DIFFER_BY_CASE, 7, "C")]


def test_a_form_may_allow_the_same_choice_twice() -> None:
    reading = read(f"{CHOICES},l,x,X\n,l,x,Y\nsettings\n,allow_choice_duplicates\n,yes\n")
    assert reading.form is not None
    assert [choice.name for choice in reading.form.lists["l"].choices] == ["x", "x"]


def test_external_choices_are_lists_of_their_own() -> None:
    form = form_of(
        "survey\n,type,name,label,choice_filter\n,select_one l,a,A\n,select_one_external l,b,B,town = ${a}\n"
        "choices\n,list_name,name,label\n,l,x,X\n"
        "external_choices\n,list_name,name,label,town\n,l,y,Y,Lisbon\n"
    )
    assert [choice.name for choice in form.lists["l"].choices] == ["x"]
    assert [choice.name for choice in form.external_lists["l"].choices] == ["y"]


def test_a_survey_of_headers_alone_has_no_questions() -> None:
    assert only(read("survey\n,type,name,label\n"), What.NO_QUESTIONS).sheet == "survey"
