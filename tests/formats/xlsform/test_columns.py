"""Columns by their other names, and columns that no form has."""

import pytest

from icc_consult.formats.xlsform.problems import What

from tests.formats.xlsform.sheets import form_of, only, read, said


@pytest.mark.parametrize(
    ("header", "aspect"),
    [
        ("relevant", "relevant"),
        ("relevance", "relevant"),
        ("Relevant", "relevant"),
        ("bind::relevant", "relevant"),
        ("bind:relevant", "relevant"),
        ("calculation", "calculation"),
        ("calculate", "calculation"),
        ("constraint", "constraint"),
        ("required", "required"),
        ("choice_filter", "choice_filter"),
        ("choice filter", "choice_filter"),
        ("trigger", "trigger"),
    ],
)
def test_logic_is_found_under_all_names_of_its_column(header: str, aspect: str) -> None:
    form = form_of(f"survey,,,,\n,type,name,label,{header}\n,text,b,B,\n,text,a,A,${{b}}\n")
    assert form.nodes[1].logic == {aspect: "${b}"}


@pytest.mark.parametrize("header", ["repeat_count", "count", "jr:count", "control::jr:count"])
def test_the_count_of_a_repeat_is_found_under_all_its_names(header: str) -> None:
    form = form_of(
        f"survey,,,,\n,type,name,label,{header}\n,begin_repeat,r,R,3\n,text,a,A,\n,end_repeat,,,\n"
    )
    assert form.nodes[0].logic == {"repeat_count": "3"}


def test_old_names_of_type_and_name_are_known() -> None:
    form = form_of("survey,,,\n,command,tag,caption\n,text,a,A\n")
    assert (form.nodes[0].name, form.nodes[0].texts) == ("a", {"label": {"und": "A"}})
    form = form_of(
        "survey,,,\n,type,name,label\n,select_one l,a,A\nchoices,,,\n,list name,value,caption\n,l,y,Yes\n"
    )
    assert form.lists["l"].choices[0].texts == {"label": {"und": "Yes"}}


def test_unknown_columns_survive_and_are_told() -> None:
    reading = read("survey,,,,,\n,type,name,label,Note to self,hxl\n,text,a,A,ask Ana,#pop\n")
    assert reading.form is not None
    assert reading.form.nodes[0].rest == {"Note to self": "ask Ana", "hxl": "#pop"}
    assert reading.form.unknown_columns == {"survey": ("Note to self", "hxl")}
    assert only(reading, What.UNKNOWN_COLUMN).detail == {"written": "Note to self"}


@pytest.mark.parametrize("header", ["label_id", "label_no", "label (draft)", "label short"])
def test_a_column_beside_the_labels_is_not_taken_for_a_language(header: str) -> None:
    reading = read(f"survey\n,type,name,label::en,{header}\n,text,a,A,x\n")
    assert reading.form is not None
    assert reading.form.nodes[0].rest == {header: "x"}
    assert said(reading) == [(What.UNKNOWN_COLUMN, 2, "E")]


def test_known_columns_without_a_part_here_survive_without_a_word() -> None:
    reading = read("survey,,,,,\n,type,name,label::en,autoplay,read_only\n,text,a,A,audio,yes\n")
    assert reading.form is not None
    assert reading.form.nodes[0].rest == {"autoplay": "audio", "read_only": "yes"}
    assert reading.problems == ()


def test_columns_of_choices_survive_for_filters() -> None:
    reading = read(
        "survey,,,\n,type,name,label::en,choice_filter\n"
        ",text,town,Town,\n,select_one l,a,A,in_town = ${town}\n"
        "choices,,,,\n,list_name,name,label::en,in_town,exclusive\n,l,y,Yes,Lisbon,yes\n"
    )
    assert reading.problems == ()
    assert reading.form is not None
    assert reading.form.lists["l"].choices[0].columns == {"in_town": "Lisbon", "exclusive": "yes"}
    assert {"in_town", "exclusive"} <= reading.form.lists["l"].columns


def test_unknown_settings_survive_and_are_told() -> None:
    reading = read("survey,,,\n,type,name,label::en\n,text,a,A\nsettings,,\n,form_id,colour\n,x,red\n")
    assert reading.form is not None
    assert reading.form.settings == {"form_id": "x", "colour": "red"}
    assert reading.form.unknown_columns == {"settings": ("colour",)}
    assert said(reading) == [(What.UNKNOWN_COLUMN, 5, "C")]


def test_a_cell_under_no_header_is_kept_and_told() -> None:
    reading = read("survey,,,\n,type,name,label::en\n,text,a,A,lost?\n")
    assert reading.form is not None
    assert reading.form.nodes[0].rest == {"E": "lost?"}
    assert said(reading) == [(What.COLUMN_WITHOUT_HEADER, 3, "E")]


@pytest.mark.parametrize(("header", "missing"), [("type,nom", "name"), ("kind,name", "type")])
def test_a_survey_without_types_or_names_is_an_error(header: str, missing: str) -> None:
    reading = read(f"survey,,,\n,{header},label\n,text,a,A\n")
    assert reading.form is None
    assert only(reading, What.COLUMN_MISSING).detail == {"column": missing}


def test_two_columns_of_one_meaning_that_contradict_each_other_are_an_error() -> None:
    reading = read("survey,,,,,\n,type,name,label,relevant,relevance\n,text,a,A,true(),false()\n")
    assert reading.form is None
    assert said(reading)[-1] == (What.CELLS_CONTRADICT, 3, "F")


def test_a_second_row_of_settings_is_told() -> None:
    reading = read("survey,,,\n,type,name,label::en\n,text,a,A\nsettings,\n,form_id\n,x\n,y\n")
    assert reading.form is not None
    assert reading.form.form_id == "x"
    assert said(reading) == [(What.SETTINGS_TWICE, 7, "")]


def test_the_name_of_the_file_is_the_title_of_a_form_without_one() -> None:
    reading = read("survey,,,\n,type,name,label::en\n,text,a,A\n", name="spring")
    assert reading.form is not None
    assert (reading.form.title, reading.form.form_id) == ("spring", "spring")


def test_the_style_is_a_list_of_words() -> None:
    form = form_of("survey,,,\n,type,name,label\n,text,a,A\nsettings,\n,style\n,pages theme-grid\n")
    assert form.style == ("pages", "theme-grid")
