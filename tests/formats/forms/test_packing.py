"""What every kind of question in a form becomes on the kiosk."""

from decimal import Decimal
from pathlib import Path

import pytest

from icc_consult.domain.survey import (
    Calculated,
    Date,
    Group,
    MultipleChoice,
    Note,
    Number,
    OpenText,
    Precision,
    Ranking,
    Repeat,
    SingleChoice,
    Survey,
    Time,
)
from icc_consult.formats.forms import Loss
from icc_consult.formats.forms.sentences import LOSSES
from icc_consult.formats.xlsform.problems import Severity

from tests.builders import PNG
from tests.formats.forms.markdown import consultation, made, one, table

LIST = "list_name | name | label"
CHOICES = table("choices", LIST, "yn | yes | Yes", "yn | no | No", "yn | none | Nothing")
REFUSED = ["image", "audio", "video", "file", "geopoint", "geotrace", "barcode", "dateTime"]
UNKEPT = ["start", "end", "today", "deviceid", "username", "phonenumber", "audit"]


def entries(*sheets: str, beside: Path | None = None):
    [part] = consultation(*sheets, beside=beside).parts
    assert isinstance(part, Survey)
    return {standing.entry.id: standing.entry for standing in part.entries()}


def losses(*sheets: str, **how) -> list[tuple[str, str]]:
    found = made(*sheets, **how).problems
    return [(one.severity.value, one.what) for one in found if one.what is not Loss.LANGUAGE_TAKEN]


@pytest.mark.parametrize(
    ("written", "kind"),
    [
        ("text", OpenText),
        ("integer", Number),
        ("decimal", Number),
        ("range", Number),
        ("date", Date),
        ("time", Time),
        ("note", Note),
        ("acknowledge", SingleChoice),
        ("select_one yn", SingleChoice),
        ("select_multiple yn", MultipleChoice),
        ("rank yn", Ranking),
    ],
)
def test_every_kind_that_a_kiosk_can_ask_is_asked(written: str, kind: type) -> None:
    more = ("text | end | End",)
    assert type(entries(one(f"{written} | q | Q", "type | name | label", *more), CHOICES)["q"]) is kind


@pytest.mark.parametrize("written", REFUSED)
def test_what_a_kiosk_cannot_ask_is_refused_by_name_or_left_out_when_agreed(written: str) -> None:
    sheet = table("survey", "type | name | label::English", f"{written} | q | Q", "text | end | End")
    [refused] = made(sheet).problems
    assert (refused.severity, refused.column, refused.detail["name"]) == (Severity.ERROR, "type", "q")
    agreed = made(sheet, leaves_out=True)
    assert agreed.document is not None
    assert [problem.severity for problem in agreed.problems] == [Severity.WARNING]
    assert [q["id"] for q in agreed.document["parts"][0]["questions"]] == ["end"]


@pytest.mark.parametrize("written", UNKEPT)
def test_what_would_tell_who_or_when_is_dropped_with_a_word(written: str) -> None:
    assert losses(one(f"{written} | q | ", "type | name | label", "text | t | T")) == [
        ("warning", Loss.METADATA)
    ]


def test_rules_become_rules_and_a_plain_default_an_expression() -> None:
    header = (
        "type | name | label | relevant | constraint | constraint_message | required | default | appearance"
    )
    row = "integer | age | Age | | . > 3 | Too young. | yes | 30 | quick"
    age = entries(one(row, header))["age"]
    assert (age.rules.constraint, age.rules.required, age.rules.default) == (". > 3", "true()", "'30'")
    assert age.rules.constraint_message.texts == {"en": "Too young."}
    assert age.looks == {"quick"}


def test_bounds_of_a_choice_are_recognised_in_its_constraint() -> None:
    header = "type | name | label | constraint"
    alone = "not(selected(., 'none') and count-selected(.) > 1)"
    most = entries(one("select_multiple yn | q | Q | count-selected(.) <= 2", header), CHOICES)["q"]
    exclusive = entries(one(f"select_multiple yn | q | Q | {alone}", header), CHOICES)["q"]
    assert most.maximum == 2
    assert [choice.code for choice in exclusive.choices if choice.is_exclusive] == ["none"]


def test_a_column_exclusive_marks_what_stands_alone() -> None:
    sheet = table("choices", "list_name | name | label | exclusive", "yn | a | A | ", "yn | b | B | yes")
    question = entries(one("select_multiple yn | q | Q"), sheet)["q"]
    assert [(choice.code, choice.is_exclusive) for choice in question.choices] == [("a", False), ("b", True)]


def test_a_cascade_keeps_the_columns_that_its_filter_reads() -> None:
    lists = table("choices", f"{LIST} | country", "t | paris | Paris | fr", "t | bonn | Bonn | de")
    header = "type | name | label | choice_filter"
    question = entries(
        table("survey", header, "text | c | C | ", "select_one t | q | Q | country = ${c}"), lists
    )["q"]
    assert [dict(choice.columns)["country"] for choice in question.choices] == ["fr", "de"]


def test_another_choice_is_added_with_a_text_that_says_which() -> None:
    header = "type | name | label::English (en) | label::العربية (ar)"
    lists = table("choices", "list_name | name | label::English (en) | label::العربية (ar)", "l | a | A | ا")
    found = entries(table("survey", header, "select_one l or_other | q | Q | س"), lists)
    other = found["q"].choices[-1]
    assert other.code == "other"
    assert other.text.texts["en"] == "Other"
    assert found["q_other"].rules.relevant == "selected(${q}, 'other')"


def test_groups_repeats_and_counts_are_kept() -> None:
    found = entries(
        table(
            "survey",
            "type | name | label | relevant | repeat_count",
            "begin_group | g | Group | 1 = 1 | ",
            "begin_repeat | r | Child | | 3",
            "text | n | Name | | ",
            "end_repeat | | | | ",
            "end_group | | | | ",
        )
    )
    assert isinstance(found["g"], Group)
    assert isinstance(found["r"], Repeat)
    assert (found["g"].rules.relevant, found["r"].rules.repeat_count, found["r"].most_rounds) == (
        "1 = 1",
        "3",
        3,
    )


def test_a_range_has_bounds_and_a_step_and_a_hopeless_one_is_told() -> None:
    header = "type | name | label | parameters"
    number = entries(one("range | q | Q | start=0 end=1 step=0.25", header))["q"]
    assert number.steps() == tuple(Decimal(n) / 4 for n in range(5))
    assert not number.is_whole
    assert ("error", Loss.BAD_RANGE) in losses(one("range | q | Q | start=1 end=5 step=0", header))


def test_dates_are_as_exact_as_the_form_wants() -> None:
    header = "type | name | label | appearance"
    assert entries(one("date | q | Q | month-year", header))["q"].precision is Precision.MONTH
    assert entries(one("date | q | Q | year", header))["q"].precision is Precision.YEAR
    assert entries(one("date | q | Q | ethiopian", header))["q"].calendar == "ethiopian"


def test_a_calculation_is_worked_out_and_a_hidden_one_holds_its_default() -> None:
    header = "type | name | label | calculation | default"
    found = entries(
        table("survey", header, "text | a | A | | ", "calculate | c | | 1 + 1 | ", "hidden | h | | | x")
    )
    assert isinstance(found["c"], Calculated)
    assert (found["c"].rules.calculation, found["h"].rules.calculation) == ("1 + 1", "'x'")


def test_names_that_no_column_can_have_are_changed_everywhere() -> None:
    header = "type | name | label | relevant"
    sheet = table("survey", header, "text | _a__b | A | ", "text | c | About ${_a__b} | ${_a__b} != ''")
    found = entries(sheet)
    assert found["c"].rules.relevant == "${a_b} != ''"
    assert found["c"].text.texts == {"en": "About ${a_b}"}
    assert ("warning", Loss.NAME_CHANGED) in losses(sheet)


def test_codes_that_no_column_can_have_are_changed_in_rules_too() -> None:
    lists = table("choices", "list_name | name | label", "l | a/b | A", "l | c | C")
    sheet = table(
        "survey", "type | name | label | relevant", "select_one l | q | Q | ", "text | t | T | ${q} = 'a/b'"
    )
    found = entries(sheet, lists)
    assert [choice.code for choice in found["q"].choices] == ["a-b", "c"]
    assert found["t"].rules.relevant == "${q} = 'a-b'"


def test_media_come_from_beside_the_form_and_what_is_missing_is_told(tmp_path: Path) -> None:
    (tmp_path / "cat.png").write_bytes(PNG)
    header = "type | name | label | media::image | media::audio"
    sheet = one("text | q | Q | cat.png | gone.ogg", header)
    result = made(sheet, beside=tmp_path)
    assert result.document is not None
    assert list(result.media) == ["media/cat.png"]
    assert result.document["parts"][0]["questions"][0]["picture"] == {"en": "media/cat.png"}
    assert [problem.what for problem in result.problems if problem.what is Loss.MEDIUM_MISSING]


def test_a_list_in_a_file_is_read_from_beside_the_form(tmp_path: Path) -> None:
    header = "type | name | label::English (en) | label::Français (fr)"
    sheet = table("survey", header, "select_one_from_file towns.csv | q | Q | Q")
    assert ("error", Loss.LIST_MISSING) in losses(sheet, beside=tmp_path)
    (tmp_path / "towns.csv").write_text("name,label,label::Français (fr)\nparis,Paris,Paris !\n")
    question = entries(sheet, beside=tmp_path)["q"]
    assert question.choices[0].text.texts == {"en": "Paris", "fr": "Paris !"}


def test_a_list_that_expressions_look_up_is_missed_where_it_does_not_lie(tmp_path: Path) -> None:
    header = "type | name | label | calculation"
    sheet = table(
        "survey", header, "text | q | Q | ", "calculate | c | | pulldata('towns', 'size', 'name', ${q})"
    )
    assert ("warning", Loss.LIST_MISSING) in losses(sheet, beside=tmp_path)
    (tmp_path / "towns.csv").write_text("name,size\nparis,2\n")
    assert ("warning", Loss.LIST_MISSING) not in losses(sheet, beside=tmp_path)


@pytest.mark.parametrize("sign", ["\u2028", "\u2029", "\u0085"])
def test_a_row_of_markdown_ends_where_its_line_does(sign: str) -> None:
    assert entries(one(f"text | q | Your{sign}name?"))["q"].text.texts == {"en": f"Your{sign}name?"}


def test_a_language_that_the_kiosk_lacks_keeps_its_texts_in_the_document() -> None:
    header = "type | name | label::English (en) | label::Klingon (tlh)"
    result = made(table("survey", header, "text | q | Name? | pong"))
    assert result.document is not None
    assert result.document["languages"] == ["en"]
    assert "pong" in result.document["parts"][0]["questions"][0]["text"].values()
    assert [problem.what for problem in result.problems] == [Loss.LANGUAGE_NOT_SHOWN]


def test_every_loss_has_its_sentences() -> None:
    assert [loss for loss in Loss if loss not in LOSSES] == []
