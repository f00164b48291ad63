"""What clumsy hands do to the commands: one sentence, the exit code that was promised, nothing half done."""

import errno
import io
import json
import os
import signal
import sys
from pathlib import Path

import pytest

from icc_consult import bootstrap
from icc_consult.cli import DONE, LACKING, NO, UNUSABLE, main
from icc_consult.domain.response import Answered, Written
from icc_consult.packs import write_pack
from icc_consult.services import responding
from icc_consult.services.errors import DirectoryRefused, Fault

from tests.builders import EN, PIN, QuickVault
from tests.sketches import pack_drawn

PASSPHRASE = "abandon ability able about above absent"
OPEN = ["open", "pack.iccpack", "--data", "data", "--passphrase-file", "pass", "--pin-file", "pin"]
EXPORT = ["export", "data", "out", "--passphrase-file", "pass"]


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a pack, a passphrase and a PIN, and keys that lock quickly."""
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("icc_consult.trust.vault.AgeVault", QuickVault)
    monkeypatch.setattr("icc_consult.trust.pin._matches", lambda hashed, pin: hashed == pin)
    write_pack(pack_drawn(), tmp_path / "pack.iccpack")
    (tmp_path / "pass").write_text(f"{PASSPHRASE}\n")
    (tmp_path / "pin").write_text(f"{PIN}\n")
    return tmp_path


@pytest.fixture
def closed(here: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    """A closed consultation in which somebody wrote a text."""
    assert main(OPEN) == DONE
    kiosk = bootstrap.open_kiosk(here / "data")
    seat = responding.begin(kiosk, language=EN)
    responding.send(kiosk, responding.answer(seat, item="q3", given=Answered(Written("words"), EN)))
    assert kiosk.store is not None
    kiosk.store.release()
    assert main(["close", "data"]) == DONE
    capsys.readouterr()
    return here


def sentence_of(capsys: pytest.CaptureFixture[str]) -> str:
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    return said.err.removeprefix("icc-consult: ").strip()


def contents(root: Path) -> dict[str, bytes]:
    """Every file but the log, in which it stands that the answers were unlocked."""
    files = [path for path in root.rglob("*") if path.is_file() and path.name != "audit.jsonl"]
    return {str(path): path.read_bytes() for path in files}


@pytest.mark.parametrize("file", ["pass", "pin"])
def test_a_secret_that_is_no_text_is_named(here: Path, capsys: pytest.CaptureFixture[str], file: str) -> None:
    (here / file).write_bytes(b"\xff\xfe\x00")
    before = contents(here)
    assert main([*OPEN, "--json"]) == UNUSABLE
    assert sentence_of(capsys) == f"{file}: this is no text; write the secret on its first line."
    assert contents(here) == before


def test_only_the_first_line_of_a_secret_is_read(here: Path) -> None:
    assert main([*OPEN[:-1], "/dev/zero"]) == UNUSABLE
    assert not (here / "data").exists()


def test_no_option_is_guessed_from_its_beginning(here: Path) -> None:
    secret = "these words were meant for a file"
    assert main(["open", "pack.iccpack", "--data", "data", "--passphrase", secret]) == UNUSABLE
    assert sorted(path.name for path in here.iterdir()) == ["pack.iccpack", "pass", "pin"]


def test_terms_that_are_no_text_are_refused(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([*OPEN, "--controller", "City\udcff"]) == UNUSABLE
    assert sentence_of(capsys).startswith("--controller: ")
    assert not (here / "data").exists()


def test_what_is_asked_in_a_terminal_does_not_mix_with_the_document(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO(f"{PASSPHRASE}\n"))
    monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
    monkeypatch.setattr("icc_consult.commands.secrets.new_passphrase", lambda: PASSPHRASE)
    assert main(["open", "pack.iccpack", "--data", "data", "--pin-file", "pin", "--json"]) == DONE
    said = capsys.readouterr()
    assert json.loads(said.out)["state"] == "open"
    assert "Type the six words: " in said.err


def test_a_document_is_printed_whatever_the_terminal_can_show(
    closed: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (closed / "data").rename(closed / "données")
    printed = io.TextIOWrapper(io.BytesIO(), encoding="ascii")
    monkeypatch.setattr(sys, "stdout", printed)
    assert main(["inspect", "données", "--json"]) == DONE
    assert main(["frequencies", "données", "--passphrase-file", "pass"]) == DONE
    printed.seek(0)
    assert json.JSONDecoder().raw_decode(printed.read())[0]["data"] == "données"


@pytest.mark.parametrize("out", ["data", "data/sub", "link", "link/sub", "file"])
def test_an_export_keeps_out_of_the_data_and_of_files(
    closed: Path, capsys: pytest.CaptureFixture[str], out: str
) -> None:
    (closed / "link").symlink_to("data")
    (closed / "file").write_text("mine")
    before = contents(closed)
    assert main(["export", "data", out, "--passphrase-file", "pass", "--json"]) == UNUSABLE
    assert sentence_of(capsys).startswith(f"{out}: there is something here already")
    assert contents(closed) == before
    assert not (closed / "data" / "sub").exists()


def test_a_directory_in_the_place_of_a_file_changes_no_other_file(
    closed: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (closed / "out" / "frequencies.csv").mkdir(parents=True)
    (closed / "out" / "answers.csv").write_text("before")
    assert main(EXPORT) == UNUSABLE
    assert sentence_of(capsys) == "out/frequencies.csv: Is a directory."
    assert contents(closed / "out") == {str(closed / "out" / "answers.csv"): b"before"}


def test_nobody_else_reads_what_was_exported(closed: Path) -> None:
    assert main(EXPORT) == DONE
    assert {path.stat().st_mode & 0o777 for path in (closed / "out").iterdir()} == {0o600}
    assert (closed / "out").stat().st_mode & 0o777 == 0o700


def test_what_a_power_cut_left_of_an_export_goes_with_the_next(closed: Path) -> None:
    (closed / "out" / ".export-abc").mkdir(parents=True)
    (closed / "out" / ".export-abc" / "texts.csv").write_text("words")
    assert main(EXPORT) == DONE
    assert not list((closed / "out").glob(".*"))


def test_a_file_above_the_directory_is_an_unusable_call(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "file").write_text("mine")
    assert main(["open", "pack.iccpack", "--data", "file/x", *OPEN[4:]]) == UNUSABLE
    assert sentence_of(capsys).endswith("file: File exists.")


@pytest.mark.parametrize(
    ("fault", "code"), [(Fault.DISK_FULL, LACKING), (Fault.BUSY, LACKING), (Fault.DAMAGED, UNUSABLE)]
)
def test_a_disk_that_fails_is_something_that_is_lacking(
    here: Path, monkeypatch: pytest.MonkeyPatch, fault: Fault, code: int
) -> None:
    def failing(*_: object, **__: object) -> None:
        raise DirectoryRefused(fault, "data")

    monkeypatch.setattr("icc_consult.commands.opening.open_consultation", failing)
    assert main(OPEN) == code
    assert not (here / "data").exists()


def test_who_is_told_to_stop_leaves_nothing_half_made(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def stopped(*_: object, **__: object) -> None:
        os.kill(os.getpid(), signal.SIGTERM)

    before = signal.getsignal(signal.SIGTERM)
    monkeypatch.setattr(QuickVault, "rehearse", stopped)
    (here / "pass").unlink()
    assert main(OPEN) == NO
    assert sentence_of(capsys) == "stopped."
    assert sorted(path.name for path in here.iterdir()) == ["pack.iccpack", "pin"]
    assert signal.getsignal(signal.SIGTERM) == before


def test_words_that_the_disk_did_not_take_leave_no_empty_file(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: Path) -> None:
        raise OSError(errno.ENOSPC, "full")

    monkeypatch.setattr("icc_consult.commands.secrets.sync_directory", full)
    assert main([*OPEN[:4], "--passphrase-file", "new", "--pin-file", "pin"]) == LACKING
    assert not (here / "new").exists()
    assert not (here / "data").exists()
