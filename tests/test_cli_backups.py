"""`icc-consult backup` and `restore` as a person calls them."""

import json
from pathlib import Path
from typing import Any

import pytest

from icc_consult.cli import main
from icc_consult.services import responding
from icc_consult.services.premises import Desk

from tests.builders import EN, kiosk_at, opened
from tests.sketches import pack_drawn

Told = tuple[int, dict[str, Any], str]


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = opened(tmp_path / "data", pack_drawn())
    kiosk = kiosk_at(desk)
    for _ in range(3):
        responding.send(kiosk, responding.begin(kiosk, language=EN))
    assert kiosk.store is not None
    kiosk.store.release()
    return desk


def told(capsys: pytest.CaptureFixture[str], *words: object) -> Told:
    code = main([str(word) for word in words])
    shown = capsys.readouterr()
    return code, json.loads(shown.out) if shown.out else {}, shown.err


def test_two_places_get_a_backup_and_one_gives_it_back(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = desk.directory.where
    code, document, said = told(capsys, "backup", data, tmp_path / "one", tmp_path / "two", "--json")
    assert code == 0
    assert [one["responses"] for one in document["backups"]] == [3, 3]
    assert said.count("3 responses, read back and opened") == 2
    (data / "answers.db").write_bytes(b"spoilt")
    code, document, said = told(capsys, "restore", data, document["backups"][1]["where"], "--json")
    assert (code, document["responses"], document["new"]) == (0, 3, False)
    assert document["quarantine"] == str(data / "quarantine" / "1")
    assert "put aside" in said


def test_a_place_that_cannot_be_written_is_told_and_lacking(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "file").write_text("no directory")
    code, document, said = told(
        capsys, "backup", desk.directory.where, tmp_path / "file", tmp_path / "two", "--json"
    )
    assert code == 3
    assert [one["ok"] for one in document["backups"]] == [False, True]
    assert "not copied" in said


@pytest.mark.parametrize("command", ["backup", "restore"])
def test_what_was_never_opened_cannot_be_used(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], command: str
) -> None:
    code, _, said = told(capsys, command, tmp_path / "nothing", tmp_path / "nowhere")
    assert code == 2
    assert "no consultation was opened here" in said
    assert not (tmp_path / "nothing").exists()


def test_a_damaged_backup_cannot_be_used(
    desk: Desk, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    _, document, _ = told(capsys, "backup", desk.directory.where, tmp_path / "one", "--json")
    backup = Path(document["backups"][0]["where"])
    (backup / "answers.db").write_bytes(b"torn")
    code, _, said = told(capsys, "restore", desk.directory.where, backup)
    assert code == 2
    assert "it is damaged" in said
