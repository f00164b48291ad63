"""`icc-consult translations` from the first export to a pack that is opened."""

import json
from copy import deepcopy
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from icc_consult.cli import DONE, NO, UNUSABLE, main
from icc_consult.commands.translation_sentences import FLAWS, lack
from icc_consult.equipment import Equipment
from icc_consult.packs import pack_of, read_pack, write_pack
from icc_consult.services.readiness import Lack, Readiness
from icc_consult.services.translation_errors import Flaw

from tests.builders import PNG, QuickVault, pack_directory
from tests.sketches import document_of

SKETCH = "languages en fr ar\nsurvey life\nq1 one How is ${place}?\nyes Yes"
YES = "parts/life/questions/q1/choices/yes/text"
FORMATS = ["xliff12", "xliff21", "po", "xlsx"]
SUFFIX = {"xliff12": "fr.xlf", "xliff21": "fr.xlf", "po": "fr.po", "xlsx": "xlsx"}


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a pack, a passphrase and a PIN."""
    monkeypatch.chdir(tmp_path)
    write_pack(pack_of(document_of(SKETCH)), tmp_path / "pack.iccpack")
    (tmp_path / "pass").write_text("abandon ability able about above absent\n")
    (tmp_path / "pin").write_text("1234\n")
    monkeypatch.setattr("icc_consult.trust.vault.AgeVault", QuickVault)
    return tmp_path


def run(*arguments: str) -> int:
    return main(["translations", *arguments])


def exported(here: Path, kind: str, *more: str) -> Path:
    assert run("export", "pack.iccpack", "out", "--format", kind, *more) == DONE
    return here / "out" / f"sketch.{SUFFIX[kind]}"


def change(path: Path, before: str, after: str) -> None:
    """Write another text where a translator would."""
    if path.suffix == ".xlsx":
        book = load_workbook(path)
        (cell,) = [cell for row in book["Texts"] for cell in row if cell.value == before]
        cell.value = after
        book.save(path)
    else:
        content = path.read_text("utf-8")
        assert content.count(before) == 1
        path.write_text(content.replace(before, after), "utf-8")


def choice(pack: str = "pack.iccpack") -> dict[str, str]:
    document: Any = read_pack(Path(pack)).document
    texts: dict[str, str] = document["parts"][0]["questions"][0]["choices"][0]["text"]
    return texts


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_goes_out_comes_back_and_changes_what_was_translated(
    here: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = exported(here, kind)
    change(path, "Yes (fr)", "Oui « bien »")
    capsys.readouterr()
    assert run("import", "pack.iccpack", str(path)) == DONE
    said = capsys.readouterr()
    assert said.out == f"{YES}  fr  text\n  - Yes (fr)\n  + Oui « bien »\n"
    assert said.err == "Wrote pack.iccpack.\n"
    assert choice() == {"en": "Yes", "fr": "Oui « bien »", "ar": "Yes (ar)"}


@pytest.mark.parametrize("kind", FORMATS)
def test_a_file_that_nobody_touched_changes_nothing(here: Path, kind: str) -> None:
    path = exported(here, kind)
    before = (here / "pack.iccpack").read_bytes()
    assert run("import", "pack.iccpack", str(path)) == DONE
    assert (here / "pack.iccpack").read_bytes() == before


@pytest.mark.parametrize("kind", FORMATS)
def test_a_broken_placeholder_changes_nothing_and_names_its_place(
    here: Path, kind: str, capsys: pytest.CaptureFixture[str]
) -> None:
    path = exported(here, kind)
    change(path, "Yes (fr)", "Oui")
    change(path, "How is ${place}? (fr)", "Comment va ${lieu} ?")
    before = (here / "pack.iccpack").read_bytes()
    capsys.readouterr()
    assert run("import", "pack.iccpack", str(path)) == UNUSABLE
    said = capsys.readouterr().err
    assert "parts/life/questions/q1/text: the placeholders must be those of the source (${place})" in said
    assert str(path) in said
    assert (here / "pack.iccpack").read_bytes() == before


def test_a_dry_run_shows_everything_and_writes_nothing(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = exported(here, "po")
    change(path, "Yes (fr)", "Oui")
    before = (here / "pack.iccpack").read_bytes()
    capsys.readouterr()
    assert run("import", "pack.iccpack", str(path), "--dry-run", "--json") == DONE
    told = json.loads(capsys.readouterr().out)
    assert told["written"] is False
    assert told["changes"] == [
        {"key": YES, "language": "fr", "what": "text", "before": "Yes (fr)", "after": "Oui"}
    ]
    assert (here / "pack.iccpack").read_bytes() == before


@pytest.mark.parametrize("out", ["new.iccpack", "new"])
def test_a_new_pack_leaves_the_old_one_and_takes_its_media_along(here: Path, out: str) -> None:
    pack_directory(here / "tree", document_of(SKETCH), {"media/a.png": PNG})
    assert run("export", "tree", "out", "--format", "po") == DONE
    change(here / "out" / "sketch.fr.po", "Yes (fr)", "Oui")
    assert run("import", "tree", "out/sketch.fr.po", "--out", out) == DONE
    assert (choice("tree")["fr"], choice(out)["fr"]) == ("Yes (fr)", "Oui")
    assert list(read_pack(here / out).media) == ["media/a.png"]
    if out == "new":
        assert run("import", "tree", "out/sketch.fr.po", "--out", out) == UNUSABLE


def test_a_disk_that_fills_up_leaves_the_pack_as_it_was(here: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = exported(here, "po")
    change(path, "Yes (fr)", "Oui")
    before = (here / "pack.iccpack").read_bytes()
    monkeypatch.setattr("icc_consult.packs.writing._settle", _full)
    assert run("import", "pack.iccpack", str(path)) != DONE
    assert (here / "pack.iccpack").read_bytes() == before
    assert not list(here.glob(".*"))


def _full(*_: object) -> None:
    raise OSError(28, "No space left on device", "pack.iccpack")


def test_a_source_edited_in_the_workbook_makes_its_translations_need_review(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = exported(here, "xlsx")
    change(path, "Yes", "Yes, please")
    assert run("import", "pack.iccpack", str(path)) == DONE
    told = capsys.readouterr().out
    assert f"{YES}  en  source\n  - Yes\n  + Yes, please\n" in told
    assert f"{YES}  ar  state\n  - draft\n  + needs_review\n" in told
    again = here / "again"
    assert run("export", "pack.iccpack", str(again), "--format", "po") == DONE
    assert "former source: Yes" in (again / "sketch.fr.po").read_text("utf-8")


def test_the_whole_way_to_a_pretested_language(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def work(step: str, by: str, **texts: str) -> None:
        assert (
            run("export", "pack.iccpack", step, "--format", "xlsx", "--language", "fr", "--step", step)
            == DONE
        )
        path = here / step / f"sketch.fr.{step}.xlsx"
        book = load_workbook(path)
        for row in book["Texts"].iter_rows(min_row=2):
            row[6].value = row[6].value or f"{by}: {row[5].value}"
        book.save(path)
        assert (
            run("import", "pack.iccpack", str(path), "--step", step, "--by", by, "--note", "Five read it.")
            == DONE
        )

    for step, by in (("first", "Ada"), ("second", "Bo"), ("adjudication", "Eve"), ("pretest", "Eve")):
        work(step, by)
    capsys.readouterr()
    assert run("status", "pack.iccpack", "--json") == DONE
    french = json.loads(capsys.readouterr().out)["languages"][1]
    assert (french["state"], french["reviewed"], french["ready"]) == ("pretested", 1.0, True)
    noted: Any = read_pack(here / "pack.iccpack").document["translations"]["fr"]
    record = noted["texts"][YES]
    assert (record["first"]["by"], record["second"]["text"], record["adjudicated_by"]) == (
        "Ada",
        "Bo: Yes",
        "Eve",
    )
    assert record["pretests"] == [{"by": "Eve", "note": "Five read it."}]


def test_the_files_of_one_export_are_not_written_over(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    exported(here, "po")
    (here / "out" / "sketch.ar.po").unlink()
    (here / "out" / "sketch.fr.po").write_text("a day's work")
    capsys.readouterr()
    assert run("export", "pack.iccpack", "out", "--format", "po") == UNUSABLE
    assert "there is such a file already" in capsys.readouterr().err
    assert (here / "out" / "sketch.fr.po").read_text() == "a day's work"
    assert not (here / "out" / "sketch.ar.po").exists()


@pytest.mark.parametrize(("language", "said"), [("en", "source language"), ("de", '"de" is none of')])
def test_a_language_that_is_not_translated_is_not_handed_out(
    here: Path, language: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("export", "pack.iccpack", "out", "--language", language) == UNUSABLE
    assert said in capsys.readouterr().err
    assert not (here / "out").exists()


def test_status_is_a_row_and_a_sentence_for_each_language(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    document = document_of(SKETCH)
    del document["title"]["ar"]
    write_pack(pack_of(document), here / "pack.iccpack")
    assert run("status", "pack.iccpack") == DONE
    told = capsys.readouterr().out
    assert "English: Nothing is missing." in told
    assert "Arabic: 1 of 6 texts is missing; residents read English there." in told
    assert run("status", "nowhere") == UNUSABLE


@pytest.fixture
def unready(here: Path) -> Path:
    document = document_of(SKETCH)
    del document["title"]["ar"]
    write_pack(pack_of(document), here / "pack.iccpack")
    return here


OPEN = ["open", "pack.iccpack", "--data", "data", "--passphrase-file", "pass", "--pin-file", "pin"]


def test_a_language_that_is_not_ready_is_not_opened_unasked(
    unready: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: False, raising=False)
    assert main(OPEN) == NO
    said = capsys.readouterr().err
    assert "Arabic is not ready: 1 of 6 texts is missing; residents read English there." in said
    assert "--not-ready-too" in said
    assert not (unready / "data").exists()
    assert main([*OPEN, "--not-ready-too"]) == DONE


@pytest.mark.parametrize(
    ("typed", "code"), [("y", DONE), ("YES", DONE), ("", NO), ("no", NO), ("yellow", NO)]
)
def test_whoever_sits_at_the_terminal_is_asked(
    unready: Path, monkeypatch: pytest.MonkeyPatch, typed: str, code: int
) -> None:
    monkeypatch.setattr("sys.stdin.isatty", lambda: True, raising=False)
    monkeypatch.setattr("builtins.input", lambda: typed)
    assert main(OPEN) == code
    assert (unready / "data").exists() == (code == DONE)


def test_drafts_are_opened_without_a_question(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(OPEN) == DONE
    assert capsys.readouterr().err == "Opened sketch in data.\n"


def test_every_flaw_has_a_sentence() -> None:
    assert set(FLAWS) == set(Flaw)


def test_every_lack_has_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    brought = Equipment("French", interface=0.5, has_fonts=True, is_mainly_oral=False)
    one = Readiness("fr", brought.english, "draft", 9, 1, 1, 8, 3, 0.5, True, True, is_source=False)
    told = set()
    for each in (None, *Lack):
        monkeypatch.setattr(Readiness, "lacks", property(lambda _, each=each: each))
        told.add(lack(deepcopy(one), "English"))
    assert len(told) == len(Lack) + 1
    assert all(sentence.endswith(".") for sentence in told)
