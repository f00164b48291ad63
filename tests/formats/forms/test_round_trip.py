"""A form that is read, written and read again is the same consultation."""

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_consult.formats.forms.unpacking import OWN_SHEET, sheets_of
from icc_consult.formats.forms.writing import csv_bytes, markdown_bytes, workbook_bytes, write_form
from icc_consult.packs import Pack, pack_of
from icc_consult.sources import read_source

from tests.builders import sample
from tests.domain.forms import everything
from tests.formats.forms.markdown import made, table

WRITERS = {".xlsx": workbook_bytes, ".csv": csv_bytes, ".md": markdown_bytes}
TEXTS = "label::English (en) | label::العربية (ar)"
FORM = (
    table(
        "survey",
        f"type | name | {TEXTS} | relevant | constraint | default | appearance | parameters | my own column",
        "text | name | Your name? | ما اسمك؟ | | | Ada | multiline | | mine",
        "integer | age | Age of ${name} | العمر | | . > 0 | 30 | | | ",
        "select_one yn | fine | Fine? | بخير؟ | ${age} > 17 | | yes | likert | randomize=true | ",
        "select_multiple yn or_other | which | Which? | أي؟ | | count-selected(.) <= 1 | | | | ",
        "begin_repeat | child | Child | طفل | | | | | | ",
        "range | rate | Rate | قيّم | | | | rating | start=1 end=5 step=1 | ",
        "end_repeat | | | | | | | | | ",
        "acknowledge | ok | Read this | اقرأ | | | | | | ",
        "date | born | Born | الميلاد | | | | month-year | | ",
    ),
    table(
        "choices",
        f"list_name | name | {TEXTS} | colour",
        "yn | yes | Yes | نعم | green",
        "yn | no | No | لا | red",
    ),
    table("settings", "form_title | form_id | default_language", "Round | round | English (en)"),
    table("remarks", "who | what", "me | keep this"),
)


def document_of_form() -> dict:
    result = made(*FORM)
    assert result.document is not None, result.problems
    return dict(result.document)


def without_own(pack: Pack, suffix: str) -> bytes:
    """The file as another program would hand it back: without the sheet that only we write."""
    return WRITERS[suffix]([sheet for sheet in sheets_of(pack.document) if sheet.name != OWN_SHEET])


@pytest.mark.parametrize("suffix", WRITERS)
def test_a_form_comes_back_as_it_was(suffix: str, tmp_path: Path) -> None:
    pack = pack_of(document_of_form())
    path = tmp_path / f"form{suffix}"
    write_form(sheets_of(pack.document), path, {})
    again = read_source(path).pack
    assert again is not None
    assert again.document == pack.document


@pytest.mark.parametrize("suffix", WRITERS)
def test_its_rows_alone_say_the_same_consultation(suffix: str, tmp_path: Path) -> None:
    pack = pack_of(document_of_form())
    path = tmp_path / f"form{suffix}"
    path.write_bytes(without_own(pack, suffix))
    again = read_source(path).pack
    assert again is not None
    assert again.document == pack.document


@pytest.mark.parametrize("written", ["Klingon (tlh)", "Nobody's own"])
@pytest.mark.parametrize("suffix", WRITERS)
def test_texts_in_a_language_that_no_kiosk_has_come_back(suffix: str, written: str, tmp_path: Path) -> None:
    header = f"type | name | label::English (en) | label::{written}"
    result = made(table("survey", header, "text | q | Name? | pong"))
    assert result.document is not None
    pack = pack_of(dict(result.document))
    path = tmp_path / f"form{suffix}"
    path.write_bytes(without_own(pack, suffix))
    again = read_source(path).pack
    assert again is not None
    assert again.document["parts"] == pack.document["parts"]


def test_columns_and_sheets_that_nobody_knows_are_kept(tmp_path: Path) -> None:
    pack = pack_of(document_of_form())
    path = tmp_path / "form.md"
    path.write_bytes(without_own(pack, ".md"))
    text = path.read_text("utf-8")
    assert "my own column" in text
    assert "keep this" in text
    assert "colour" in text


@pytest.mark.parametrize("suffix", [".xlsx", ".csv"])
def test_statements_and_ballot_papers_come_back_from_an_untouched_file(suffix: str, tmp_path: Path) -> None:
    for pack in (sample(), pack_of(everything())):
        path = tmp_path / f"form{suffix}"
        write_form(sheets_of(pack.document), path, {})
        again = read_source(path).pack
        assert again is not None
        assert again.fingerprint == pack.fingerprint


@pytest.mark.parametrize("change", ["Which town?", "Which one?"])
def test_lists_that_expressions_look_up_come_along(tmp_path: Path, change: str) -> None:
    rows = ("text | q | Which town? | ", "calculate | c | | pulldata('towns', 'size', 'name', ${q})")
    beside = tmp_path / "beside"
    beside.mkdir()
    (beside / "towns.csv").write_text("name,size\nparis,2\n")
    (beside / "form.md").write_text(table("survey", "type | name | label | calculation", *rows))
    pack = read_source(beside / "form.md").pack
    assert pack is not None
    path = tmp_path / "form.csv"
    write_form(sheets_of(pack.document), path, {})
    survey, own, document = path.read_text("utf-8").partition(OWN_SHEET)
    path.write_text(survey.replace("Which town?", change) + own + document, "utf-8")
    again = read_source(path)
    assert again.pack is not None
    assert again.pack.document["tables"] == {"towns": [{"name": "paris", "size": "2"}]}
    assert not [one for one in again.findings if "was not found beside" in one.message]


def test_a_changed_row_counts_and_what_no_row_says_stays(tmp_path: Path) -> None:
    pack = sample()
    path = tmp_path / "form.csv"
    write_form(sheets_of(pack.document), path, {})
    source = pack.consultation.source_language
    before = next(pack.consultation.questions()).text.texts[source]
    path.write_text(path.read_text("utf-8").replace(before, "Changed by hand?"), "utf-8")
    again = read_source(path).pack
    assert again is not None
    changed = next(again.consultation.questions())
    assert changed.text.texts[source] == "Changed by hand?"
    assert again.consultation.consent == pack.consultation.consent
    assert list(again.consultation.items()) == list(pack.consultation.items())


LETTERS = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]), max_size=30)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], max_examples=60, deadline=None)
@given(st.lists(LETTERS.map(str.strip).filter(bool), min_size=1, max_size=5), st.sampled_from([*WRITERS]))
def test_any_text_survives_any_file(tmp_path: Path, texts: list[str], suffix: str) -> None:
    document = document_of_form()
    document["parts"][0]["questions"] = [
        {"id": f"q{number}", "kind": "open_text", "max_length": 1000, "text": {"en": text, "ar": text}}
        for number, text in enumerate(texts)
    ]
    pack = pack_of(document)
    path = tmp_path / f"form{suffix}"
    write_form(sheets_of(pack.document), path, {})
    again = read_source(path).pack
    assert again is not None
    assert again.fingerprint == pack.fingerprint
