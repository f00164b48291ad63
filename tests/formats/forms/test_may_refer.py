"""That no text of a form puts in what was answered is known from reading it, and is said of no other form."""

from pathlib import Path

import pytest

from icc_consult.domain.dependence import referring
from icc_consult.domain.ruled_way import form_of
from icc_consult.domain.survey import Survey
from icc_consult.sources import read_source

from tests.formats.forms.drawn_forms import NAMES, PATHS
from tests.formats.forms.markdown import table

LISTED = "list_name | name | label::English (en) | label::French (fr)"
CHOICES = table("choices", LISTED, "yn | yes | Yes | Oui")
ASKED = ("text | who | Your name? | | |", "note | hello | Hello! | Salut ! | |")
HEADER = "type | name | label::English (en) | label::French (fr) | hint | guidance_hint"


def survey_of(path: Path, *sheets: str) -> Survey:
    if sheets:
        path.write_text("".join(sheets), encoding="utf-8")
    pack = read_source(path).pack
    assert pack is not None
    (survey,) = pack.consultation.parts
    assert isinstance(survey, Survey)
    return survey


@pytest.mark.parametrize("path", PATHS, ids=NAMES)
def test_a_form_that_puts_in_answers_is_known_to(path: Path) -> None:
    survey = survey_of(path)
    assert survey.may_refer or not referring(standing.entry for standing in survey.entries())


def test_some_forms_need_no_look_and_some_do() -> None:
    assert {survey_of(path).may_refer for path in PATHS} == {True, False}


def test_a_form_without_a_brace_is_known_to_put_in_nothing(tmp_path: Path) -> None:
    assert not survey_of(tmp_path / "form.md", table("survey", HEADER, *ASKED), CHOICES).may_refer


@pytest.mark.parametrize(
    "row",
    [
        "note | more | Hello ${who} | | |",
        "note | more | Hello | Salut ${who} | |",
        "text | more | And then? | | As ${who} said |",
        "text | more | And then? | | | What ${who} means",
        "note | more | Hello {who}$ | | |",
    ],
)
def test_one_brace_in_any_text_of_a_question_is_enough(row: str, tmp_path: Path) -> None:
    survey = survey_of(tmp_path / "form.md", table("survey", HEADER, *ASKED, row))
    assert survey.may_refer


@pytest.mark.parametrize("words", ["Yes, ${who} | Oui", "Yes | Oui, ${who}"])
def test_and_so_is_one_in_the_words_of_a_choice(words: str, tmp_path: Path) -> None:
    choices = table("choices", LISTED, f"yn | yes | {words}")
    asked = table("survey", HEADER, *ASKED, "select_one yn | more | Is it so? | | |")
    path = tmp_path / "form.md"
    path.write_text(asked + choices, encoding="utf-8")
    pack = read_source(path).pack
    assert pack is not None
    assert "more" in form_of(pack.consultation).changing
