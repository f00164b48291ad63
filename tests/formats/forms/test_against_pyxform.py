"""Whatever pyxform accepts is accepted here too, or refused by name; names, codes and languages are the same.

`FORMS_EXAMPLES=5000` looks longer; `make fuzz` does.
"""

import os
import warnings
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from icc_consult.formats.forms import Loss, packed
from icc_consult.formats.forms.sentences import told_of
from icc_consult.formats.xlsform.problems import Findings, Problem, What
from icc_consult.formats.xlsform.reading import Reading, read_form
from icc_consult.formats.xlsform.sniffing import workbook_of
from icc_consult.formats.xlsform.tongues import tongue_of
from icc_consult.sources import read_source

from scripts.forms.conventions import text_table
from tests.formats.forms.drawn_forms import FORMS, NAMES
from tests.formats.forms.oracle import Seen, oracle, seen
from tests.formats.forms.workbooks import Rows, bytes_of, sheets

EXAMPLES = int(os.environ.get("FORMS_EXAMPLES", "300"))
PHASES = (Phase.reuse, Phase.generate, Phase.shrink)  # to explain takes minutes
PLAIN = "default"

# Why we refuse what pyxform lets pass: it looks at fewer things, or means a telephone and not a kiosk.
KNOWN: dict[str, str] = {
    What.CELLS_CONTRADICT: "two columns for one language that do not say the same",
    What.CIRCULAR_REFERENCE: "questions that wait for each other; a telephone shows neither",
    What.NOT_AN_EXPRESSION: "pyxform leaves most of the grammar to the telephone",
    What.UNKNOWN_FUNCTION: "likewise the functions",
    What.WRONG_ARGUMENT_COUNT: "likewise what functions take",
    What.PATTERN_REFUSED: "likewise patterns",
    What.PATTERN_NOT_CONSTANT: "likewise patterns",
    What.NOT_A_REFERENCE: "likewise what has to be a question",
    What.EARLIER_ANSWERS_WANTED: "answers of the person before are nobody's business at a kiosk",
    What.UNKNOWN_REFERENCE: "a name or path that no question has",
    What.UNKNOWN_TABLE: "a list that does not exist",
    What.DUPLICATE_NAME: "pyxform lets a name stand once in each group",
    What.BAD_NAME: "a colon in a name means another namespace",
    What.TYPE_REFUSED: "types that KoboToolbox alone has",
    What.OTHER_WITH_FILTER: "or_other beside a filter",
    What.NO_LIST_NAME: "a select without its list",
    What.CHOICE_WITH_SPACE: "codes are told apart by spaces",
    What.CHOICE_WITHOUT_LIST: "pyxform drops such a row without a word",
    What.BAD_PARAMETERS: "parameters that pyxform does not look at for this type",
    Loss.RECORDING: "no recording in a public room",
    Loss.LOCATION: "no position is taken",
    Loss.BARCODE: "no camera",
    Loss.FILE: "nobody has a picture at a kiosk",
    Loss.MOMENT: "a day and a time in one",
    Loss.LIST_FROM_REPEAT: "choices from earlier answers",
    Loss.LIST_MISSING: "a list that is not beside the form",
    Loss.NO_CHOICES: "a list without choices",
    Loss.BAD_RANGE: "a range that leads nowhere",
    Loss.NOTHING_ASKED: "nothing to ask",
    Loss.NO_LANGUAGE_SHOWN: "no language that the kiosk has a screen in",
}


def is_refused_by_name(problem: Problem) -> bool:
    """Whether it says where and why, in words that people have read."""
    return problem.what in KNOWN and bool(problem.sheet) and bool(told_of(problem).fix)


def problems_of(reading: Reading) -> list[Problem]:
    """All errors, of reading and of packing."""
    found = reading.problems if reading.form is None else packed(reading.form).problems
    return [problem for problem in found if problem.is_error]


def agree(ours: Seen, theirs: Seen, *, has_old_headers: bool = False) -> None:
    """Assert that both saw the same."""
    assert [name for name in ours.names if name not in theirs.names] == []
    added = [name for name in theirs.names if name not in ours.names]
    assert [name for name in added if not name.endswith(("_count", "_other"))] == []
    assert ours.lists == theirs.lists
    if has_old_headers:
        others = theirs.languages - {PLAIN} - ours.languages
        assert tags(others) <= tags(ours.languages), "Farsi and Persian (fa) are one language to us"
    else:
        assert theirs.languages == ours.languages


def tags(languages: Iterable[str]) -> set[str]:
    """Each language once, however it is written."""
    return {tongue_of(name).known for name in languages}


def has_old_headers(drawn: dict[str, Rows]) -> bool:
    """Whether a column has one colon, or none beside others: pyxform loses texts there."""
    labels = [header for header in drawn["survey"][0] if header.startswith("label")]
    return any("::" not in label for label in labels) and labels != ["label"]


@pytest.fixture(autouse=True)
def quiet_oracle() -> None:
    """What the other reader warns of while it reads is not about us."""
    warnings.filterwarnings("ignore", module="openpyxl|pyxform")


@pytest.mark.parametrize("name", NAMES)
def test_both_see_the_same_in_our_forms(name: str) -> None:
    content, suffix = (FORMS / name).read_bytes(), f".{name.rpartition('.')[2]}"
    if suffix == ".csv":  # pyxform reads UTF-8 without a mark alone
        book = workbook_of(content, Findings())
        content = text_table({one.name: [row.cells for row in one.rows] for one in book.sheets})
    theirs, form = oracle(content, suffix), read_form(FORMS / name).form
    assert theirs is not None
    assert form is not None
    agree(seen(form), theirs, has_old_headers=name.startswith("volunteers"))


def test_a_plain_text_in_a_language_that_has_a_column_by_another_name_is_no_third_language() -> None:
    drawn: dict[str, Rows] = {
        "survey": [["type", "name", "label", "label::English (en)", "label::Farsi"], ["text", "q", *"abc"]],
        "settings": [["form_title", "default_language"], ["t", "Persian (fa)"]],
    }
    content = bytes_of(drawn)
    form, theirs = read_form(content, name="drawn").form, oracle(content)
    assert form is not None
    assert theirs is not None
    assert theirs.languages - seen(form).languages == {"Persian (fa)"}
    agree(seen(form), theirs, has_old_headers=has_old_headers(drawn))


@settings(max_examples=EXAMPLES, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(sheets())
def test_what_pyxform_accepts_is_accepted_or_refused_by_name(drawn: dict[str, Rows]) -> None:
    content = bytes_of(drawn)
    reading = read_form(content, name="drawn")
    errors = problems_of(reading)
    theirs = oracle(content)
    if theirs is None:
        return
    assert [problem for problem in errors if not is_refused_by_name(problem)] == []
    if reading.form is not None:
        agree(seen(reading.form), theirs, has_old_headers=has_old_headers(drawn))


@settings(max_examples=EXAMPLES // 3, suppress_health_check=list(HealthCheck), phases=PHASES)
@given(sheets())
def test_any_workbook_becomes_a_pack_or_errors_with_their_places(
    tmp_path: Path, drawn: dict[str, Rows]
) -> None:
    path = tmp_path / "form.xlsx"
    path.write_bytes(bytes_of(drawn))
    source = read_source(path)
    errors = [finding for finding in source.findings if finding.is_error]
    assert source.is_usable is (errors == [])
    assert all(finding.sheet and finding.message and finding.fix for finding in errors)
