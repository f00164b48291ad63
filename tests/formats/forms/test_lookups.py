"""Files that rules look into: what is missing, a file or a column, is told with its cell."""

from pathlib import Path

import pytest

from icc_consult.formats.forms.losses import Loss
from icc_consult.formats.xlsform.problems import Problem, What
from icc_consult.sources import read_source

from tests.formats.forms.markdown import table

SETTINGS = table("settings", "form_title | default_language", "t | English (en)")
PRICES = "code,price\na,1\nb,2\n"
TOWNS = "name,label,country\na,A,x\nb,B,y\n"


@pytest.fixture
def form(tmp_path: Path) -> Path:
    """A form beside which a list of prices and one of towns lie."""
    (tmp_path / "prices.csv").write_text(PRICES)
    (tmp_path / "towns.csv").write_text(TOWNS)
    return tmp_path / "form.md"


def problems(form: Path, header: str, *rows: str) -> list[Problem]:
    form.write_text(table("survey", f"type | name | label | {header}", *rows) + SETTINGS)
    return list(read_source(form).problems)


def pulled(column: str) -> tuple[str, str]:
    rule = f"pulldata('prices', '{column}', 'code', ${{code}})"
    return "text | code | Code? | ", f"calculate | price | | {rule}"


def test_a_column_that_a_file_lacks_is_told_with_its_cell(form: Path) -> None:
    [found] = problems(form, "calculation", *pulled("prise"))
    assert found.is_error
    assert (found.what, found.sheet, found.row, found.column) == (
        Loss.COLUMN_NOT_THERE,
        "survey",
        4,
        "calculation",
    )
    assert dict(found.detail) == {"name": "prise", "file": "prices", "known": "code, price"}


def test_a_column_in_a_condition_is_told_too(form: Path) -> None:
    rule = "instance('prices')/root/item[kode = ${code}]/price > 1"
    [found] = problems(form, "relevant", "text | code | Code? | ", f"text | why | Why? | {rule}")
    assert (found.row, found.column, found.detail["name"]) == (4, "relevant", "kode")


def test_a_filter_over_a_file_names_its_columns(form: Path) -> None:
    rows = ("text | code | Code? | ", "select_one_from_file towns.csv | town | Town? | kountry = ${code}")
    [found] = problems(form, "choice_filter", *rows)
    assert (found.row, found.column, found.detail["name"]) == (4, "choice_filter", "kountry")
    assert problems(form, "choice_filter", rows[0], rows[1].replace("kountry", "country")) == []


def test_nothing_is_said_of_files_that_lie_beside_the_form(form: Path) -> None:
    assert problems(form, "calculation", *pulled("price")) == []
    assert problems(form, "hint", "select_one_from_file towns.csv | town | Town? | x") == []


def test_a_file_that_is_not_there_is_missed_once_with_its_cell(form: Path) -> None:
    (form.parent / "prices.csv").unlink()
    [found] = problems(form, "calculation", *pulled("price"))
    assert not found.is_error
    assert (found.what, found.row, found.column) == (Loss.LIST_MISSING, 4, "calculation")


def test_an_empty_file_is_missed_like_none(form: Path) -> None:
    (form.parent / "prices.csv").write_text("code,price\n")
    [found] = problems(form, "calculation", *pulled("price"))
    assert found.what is Loss.LIST_MISSING


@pytest.mark.parametrize("there", [True, False])
def test_beside_errors_only_a_file_that_is_not_there_is_told(form: Path, *, there: bool) -> None:
    if not there:
        (form.parent / "prices.csv").unlink()
    found = problems(form, "calculation", *pulled("price"), "texd | wrong | Wrong? | ")
    assert (What.FILE_WANTED in {one.what for one in found}) is not there
    assert What.UNKNOWN_TYPE in {one.what for one in found}
