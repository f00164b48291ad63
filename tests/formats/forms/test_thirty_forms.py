"""Forms as welcome centres write them, in every convention: read, converted, rehearsed, and handed out."""

import csv
import json
from collections import defaultdict
from pathlib import Path

import pytest

from icc_consult.domain.response import Answered, Response
from icc_consult.formats.csv import write_csv
from icc_consult.formats.forms import packed
from icc_consult.formats.forms.unpacking import OWN_SHEET, sheets_of
from icc_consult.formats.forms.writing import workbook_bytes, write_form
from icc_consult.formats.xlsform.problems import Findings
from icc_consult.formats.xlsform.reading import read_form
from icc_consult.formats.xlsform.sniffing import workbook_of
from icc_consult.languages import language
from icc_consult.packs import read_pack, write_pack
from icc_consult.services.rehearsing import rehearse
from icc_consult.sources import read_source

from scripts.build_forms import content_of, forms
from tests.formats.forms.drawn_forms import FORMS, LARGE, NAMES, PATHS, pack_of_form

TOLD = json.loads((FORMS / "warnings.json").read_text("utf-8"))

every_form = pytest.mark.parametrize("name", NAMES)


def warnings_of(path: Path) -> dict[str, list[str]]:
    """What is said about a form, and where."""
    reading = read_form(path)
    assert reading.form is not None
    found: defaultdict[str, list[str]] = defaultdict(list)
    for problem in (*reading.problems, *packed(reading.form, beside=path.parent).problems):
        found[str(problem.what)].append(f"{problem.sheet}!{problem.column}{problem.row}")
    return {what: sorted(places) for what, places in sorted(found.items())}


def test_there_are_more_than_thirty_in_every_convention() -> None:
    assert len(NAMES) > 30
    assert {form.convention for form in forms()} == {
        "excel", "libreoffice", "google", "plain", "old", "comma", "semicolon", "markdown",
    }  # fmt: skip
    spoken = {tag for name in NAMES for tag in pack_of_form(name).consultation.languages}
    assert {"fa", "fa-AF", "uk", "ti", "ar"} < spoken
    assert sum(language(tag).is_rtl for tag in spoken) >= 4


def test_the_files_say_what_is_drawn() -> None:
    assert {form.file for form in forms()} == set(NAMES)
    for form in forms():
        content = (FORMS / form.file).read_bytes()
        assert workbook_of(content, Findings()) == workbook_of(content_of(form), Findings()), form.file


@every_form
def test_a_form_is_read_without_errors(name: str) -> None:
    source = read_source(FORMS / name)
    assert [finding for finding in source.findings if finding.is_error] == []
    assert source.is_usable


@every_form
def test_a_form_is_warned_about_as_before(name: str) -> None:
    assert warnings_of(FORMS / name) == TOLD.get(name, {})


@every_form
def test_a_form_comes_back_from_a_workbook_and_from_a_pack(name: str, tmp_path: Path) -> None:
    pack = pack_of_form(name)
    workbook = tmp_path / "form.xlsx"
    write_form(sheets_of(pack.document), workbook, {file: one.read for file, one in pack.media.items()})
    again = read_source(workbook).pack
    assert again is not None
    assert again.document == pack.document
    assert again.fingerprint == pack.fingerprint
    write_pack(pack, tmp_path / "form.iccpack")
    assert read_pack(tmp_path / "form.iccpack").fingerprint == pack.fingerprint


@every_form
def test_its_rows_alone_say_the_same_consultation(name: str, tmp_path: Path) -> None:
    pack = pack_of_form(name)
    path = tmp_path / "form.xlsx"
    write_form(sheets_of(pack.document), path, {file: one.read for file, one in pack.media.items()})
    for table in FORMS.glob(f"{Path(name).stem}-media/*.csv"):
        (tmp_path / table.name).write_bytes(table.read_bytes())
    path.write_bytes(workbook_bytes([one for one in sheets_of(pack.document) if one.name != OWN_SHEET]))
    again = read_source(path)
    assert again.pack is not None, again.findings
    assert list(again.pack.consultation.items()) == list(pack.consultation.items())
    assert again.pack.consultation.languages == pack.consultation.languages


@every_form
def test_residents_reach_everything_and_their_answers_are_handed_out(name: str, tmp_path: Path) -> None:
    consultation = pack_of_form(name).consultation
    responses: list[Response] = []
    found = rehearse(consultation, runs=3 if name == LARGE else 20, seed=1, keep=responses.append)
    assert found.never_reached == ()
    assert found.never_taken == ()
    assert found.inconsistent == {}
    write_csv(tmp_path / "out", consultation, responses, note="Made up.")
    answers, codebook = (rows_of(tmp_path / "out" / f"{what}.csv") for what in ("answers", "codebook"))
    assert len(answers) == len(responses)
    columns = {name for name in answers[0] if not name.endswith(("__lang", "__state"))}
    described = {row["column"] for row in codebook if not row["column"].startswith("*")}
    assert columns - {"response__language", "response__fingerprint"} <= described
    for item in answers[0]:
        if item.endswith("__state"):
            told = [row[item] for row in answers]
            assert told.count("answered") == count_answers(responses, item.removesuffix("__state"))


def count_answers(responses: list[Response], item: str) -> int:
    """How many of them hold a value."""
    return sum(isinstance(response.answers.get(item), Answered) for response in responses)


def rows_of(path: Path) -> list[dict[str, str]]:
    """A table as a reader that knows nothing of us reads it."""
    with path.open(encoding="utf-8-sig", newline="") as file:
        return list(csv.DictReader(file))


def test_four_hundred_questions_have_four_hundred_conditions() -> None:
    questions = list(pack_of_form(LARGE).consultation.questions())
    assert sum(bool(question.rules.relevant) for question in questions) == 400
    assert (FORMS / LARGE).stat().st_size < 100_000
    assert sum(path.stat().st_size for path in PATHS) < 2_000_000
