"""What the kiosk command says to a person who calls it wrongly; nothing on the disk changes."""

import json
import re
from pathlib import Path

import pytest

from icc_consult.assets import resources

from ui.app import main

SAMPLE = resources() / "consultations" / "our-city-our-voice"


def _said(capsys: pytest.CaptureFixture[str]) -> str:
    out, err = capsys.readouterr()
    assert out == ""
    assert "Traceback" not in err
    return err.strip()


def test_a_file_that_is_no_pack_is_named_in_one_sentence(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    other = tmp_path / "notes.txt"
    other.write_text("buy milk")
    assert main(["kiosk", str(other)]) == 2
    said = _said(capsys)
    assert "notes.txt" in said
    assert "\n" not in said


def test_a_directory_that_was_never_opened_stores_nothing(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = tmp_path / "data"
    assert main(["kiosk", str(SAMPLE), "--data", str(data)]) == 2
    assert re.search(r"no consultation was opened", _said(capsys))
    assert not data.exists()


def test_a_kiosk_without_pack_and_data_is_a_mistake_in_the_call(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        main(["kiosk"])
    assert ended.value.code == 2
    assert "PACK" in _said(capsys)


def test_another_revision_than_the_opened_one_is_refused(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "pin").write_text("2468")
    (tmp_path / "words").write_text("apple river stone cloud garden window")
    data = tmp_path / "data"
    secrets = ["--pin-file", str(tmp_path / "pin"), "--passphrase-file", str(tmp_path / "words")]
    assert main(["open", str(SAMPLE), "--data", str(data), *secrets]) == 0
    capsys.readouterr()
    changed = json.loads((SAMPLE / "consultation.json").read_text("utf-8"))
    changed["title"]["en"] = "Another title"
    other = tmp_path / "other"
    other.mkdir()
    (other / "consultation.json").write_text(json.dumps(changed), encoding="utf-8")
    assert main(["kiosk", str(other), "--data", str(data)]) == 2
    assert "not the one that was opened" in _said(capsys)
