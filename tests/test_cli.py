"""The acts of the desk without a screen. Keys are locked quickly here; one journey locks in earnest."""

import json
import os
import stat
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from icc_consult import bootstrap
from icc_consult.cli import DONE, LACKING, NO, UNUSABLE, build_parser, main
from icc_consult.domain.response import Answered, Written
from icc_consult.packs import write_pack
from icc_consult.services import responding

from tests.builders import EN, PIN, QuickVault, pack_directory
from tests.sketches import document_of, pack_drawn

Run = Callable[..., int]
PASSPHRASE = "abandon ability able about above absent"


@pytest.fixture
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A working directory with a pack, a passphrase and a PIN."""
    monkeypatch.chdir(tmp_path)
    write_pack(pack_drawn(), tmp_path / "pack.iccpack")
    (tmp_path / "pass").write_text(f"{PASSPHRASE}\n")
    (tmp_path / "pin").write_text(f"{PIN}\n")
    return tmp_path


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("icc_consult.trust.vault.AgeVault", QuickVault)
    monkeypatch.setattr("icc_consult.trust.pin._matches", lambda hashed, pin: hashed == pin)


OPEN = ("open", "pack.iccpack", "--data", "data", "--passphrase-file", "pass", "--pin-file", "pin")
EXPORT = ("export", "data", "out", "--passphrase-file", "pass")


def one_sentence(capsys: pytest.CaptureFixture[str]) -> str:
    """What was said, which was one line on standard error and nothing on standard output."""
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err.count("\n") == 1
    assert said.err.startswith("icc-consult: ")
    return said.err.removeprefix("icc-consult: ").strip()


def answered(data: Path, words: str) -> None:
    kiosk = bootstrap.open_kiosk(data)
    seat = responding.begin(kiosk, language=EN)
    seat = responding.answer(seat, item="q3", given=Answered(Written(words), EN))
    responding.send(kiosk, seat)
    assert kiosk.store is not None
    kiosk.store.release()


def test_a_whole_consultation_without_a_screen(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (here / "pass").unlink()
    assert (
        main([*OPEN, "--controller", "City", "--contact", "a@b.example", "--policy", "discard", "--json"])
        == DONE
    )
    opening = json.loads(capsys.readouterr().out)
    assert (opening["state"], opening["policy"], opening["controller"]) == ("open", "discard", "City")
    assert stat.S_IMODE((here / "pass").stat().st_mode) == 0o600
    assert len((here / "pass").read_text().split()) == 6
    answered(here / "data", "More buses")
    assert main(["close", "data", "--pin-file", "pin"]) == DONE
    assert main([*EXPORT, "--separator", ";", "--json"]) == DONE
    exported = json.loads(capsys.readouterr().out)
    assert (exported["responses"], exported["unreadable"]) == (1, 0)
    assert "More buses" in (here / "out" / "texts.csv").read_text("utf-8-sig")


@pytest.mark.usefixtures("quick")
class TestOpening:
    def test_a_file_with_a_passphrase_is_used_as_it_is(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(OPEN) == DONE
        said = capsys.readouterr()
        assert said.out == ""
        assert said.err == "Opened sketch in data.\n"
        assert (here / "pass").read_text() == f"{PASSPHRASE}\n"

    def test_new_words_are_written_and_this_is_said(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (here / "pass").unlink()
        assert main(OPEN) == DONE
        assert "Six new words were written to pass" in capsys.readouterr().err
        assert (here / "pass").read_text().strip() not in (here / "data" / "opening.json").read_text()

    def test_an_opening_that_fails_takes_its_new_words_back(self, here: Path) -> None:
        (here / "pass").unlink()
        (here / "pin").write_text("12\n")
        (here / "data").mkdir()
        before = sorted(here.iterdir())
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr("icc_consult.commands.opening.open_consultation", _broken)
            assert main(OPEN) == LACKING
        assert sorted(here.iterdir()) == before

    def test_a_directory_that_is_not_empty_is_refused(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        (here / "data").mkdir()
        (here / "data" / "notes").write_text("mine")
        (here / "pass").unlink()
        assert main(OPEN) == UNUSABLE
        assert (
            one_sentence(capsys) == "data: there is something here already; choose a new or empty directory."
        )
        assert [path.name for path in (here / "data").iterdir()] == ["notes"]
        assert not (here / "pass").exists()

    @pytest.mark.parametrize("pin", ["", "12", "abcd", "12345678901234"])
    def test_a_pin_that_does_not_fit_opens_nothing(self, here: Path, pin: str) -> None:
        (here / "pin").write_text(pin)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(
                QuickVault,
                "hash_pin",
                lambda _, pin: __import__("icc_consult.trust.pin").trust.pin.hash_pin(pin),
            )
            assert main(OPEN) == UNUSABLE
        assert not (here / "data").exists()

    def test_secrets_are_not_asked_for_where_nobody_can_answer(
        self, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys.stdin, "isatty", lambda: False)
        assert main(["open", "pack.iccpack", "--data", "data"]) == UNUSABLE
        assert one_sentence(capsys) == "There is no terminal to ask in; give --pin-file."
        assert not (here / "data").exists()

    def test_in_a_terminal_the_words_are_typed_back(
        self, here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
    ) -> None:
        typed = iter(["abandon abandon abandom about above absent", PASSPHRASE.upper()])
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
        monkeypatch.setattr("icc_consult.commands.secrets.new_passphrase", lambda: PASSPHRASE)
        monkeypatch.setattr("builtins.input", lambda _: next(typed))
        monkeypatch.setattr("getpass.getpass", lambda _: PIN)
        assert main(["open", "pack.iccpack", "--data", "data"]) == DONE
        said = capsys.readouterr().err
        assert PASSPHRASE in said
        assert "Not among the words: abandom." in said
        assert (here / "data" / "key.age").read_bytes().startswith(PASSPHRASE.encode())

    def test_words_that_are_not_typed_back_open_nothing(
        self, here: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        monkeypatch.setattr(sys.stdin, "isatty", lambda: True)
        monkeypatch.setattr("builtins.input", lambda _: "something else")
        assert main(["open", "pack.iccpack", "--data", "data", "--pin-file", "pin"]) == NO
        assert not (here / "data").exists()

    def test_a_secret_may_come_through_a_file_descriptor(self, here: Path) -> None:
        reading, writing = os.pipe()
        os.write(writing, PASSPHRASE.encode())
        os.close(writing)
        assert main([*OPEN[:4], "--passphrase-file", f"/dev/fd/{reading}", "--pin-file", "pin"]) == DONE
        os.close(reading)
        assert (here / "data" / "key.age").read_bytes().startswith(PASSPHRASE.encode())


def _broken(*_: object, **__: object) -> None:
    raise OSError(28, "No space left on device", "data")


class TestReading:
    @pytest.fixture(autouse=True)
    def opened(self, here: Path, quick: None, capsys: pytest.CaptureFixture[str]) -> None:  # noqa: ARG002
        assert main(OPEN) == DONE
        answered(here / "data", "=More buses")
        capsys.readouterr()

    def test_inspect_prints_one_document_without_any_passphrase(
        self, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(["inspect", "data", "--json"]) == DONE
        said = capsys.readouterr()
        seen = json.loads(said.out)
        assert said.err == ""
        assert {name: seen[name] for name in ("state", "policy", "responses", "receipts", "unfinished")} == {
            "state": "open",
            "policy": "keep",
            "responses": 1,
            "receipts": 1,
            "unfinished": 0,
        }
        assert [day["responses"] for day in seen["days"]] == [1]
        assert [trouble for trouble in seen["trouble"] if trouble["fault"] != "low_space"] == []

    def test_inspect_speaks_to_people_too(self, capsys: pytest.CaptureFixture[str]) -> None:
        assert main(["inspect", "--data", "data"]) == DONE
        assert "responses  1" in capsys.readouterr().out

    def test_trouble_is_shown_with_what_to_do(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        note = '[{"fault": "disk_full", "day": "2026-03-02", "detail": "x"}]'
        (here / "data" / "trouble.json").write_text(note)
        main(["inspect", "data"])
        assert "trouble: the disk is full; make room (2026-03-02)" in capsys.readouterr().out

    def test_answers_are_not_exported_before_the_end(
        self, here: Path, capsys: pytest.CaptureFixture[str]
    ) -> None:
        assert main(EXPORT) == NO
        assert "still open" in one_sentence(capsys)
        assert not (here / "out").exists()

    def test_a_wrong_pin_closes_nothing(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        (here / "wrong").write_text("0000")
        assert main(["close", "data", "--pin-file", "wrong"]) == NO
        assert one_sentence(capsys) == "Wrong PIN; the consultation stays open."
        assert main(["close", "--data", "data", "--pin-file", "pin", "--json"]) == DONE
        assert json.loads(capsys.readouterr().out)["state"] == "closed"
        assert main(["close", "data"]) == NO

    def test_a_kiosk_at_work_is_not_closed(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        kiosk = bootstrap.open_kiosk(here / "data")
        assert main(["close", "data"]) == UNUSABLE
        assert one_sentence(capsys) == "data: a kiosk is at work here; end its day first."
        assert kiosk.store is not None
        kiosk.store.release()

    def test_a_new_pin_replaces_the_old_one(self, here: Path) -> None:
        (here / "new").write_text("8642")
        assert main(["pin", "data", "--passphrase-file", "pass", "--pin-file", "new"]) == DONE
        assert main(["close", "data", "--pin-file", "pin"]) == NO
        assert main(["close", "data", "--pin-file", "new"]) == DONE

    def test_frequencies_are_told_as_text_and_as_json(self, capsys: pytest.CaptureFixture[str]) -> None:
        main(["close", "data"])
        capsys.readouterr()
        assert main(["frequencies", "data", "--passphrase-file", "pass"]) == DONE
        assert "q3  What should the city do first?  (answered: 1)" in capsys.readouterr().out
        assert main(["frequencies", "data", "--passphrase-file", "pass", "--json"]) == DONE
        found = json.loads(capsys.readouterr().out)
        assert found["languages"] == {"en": [0, 9]}
        assert [item["base"] for item in found["items"] if item["name"] == "q3"] == [1]

    def test_an_export_is_marked_confidential(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        main(["close", "data"])
        assert main(EXPORT) == DONE
        assert "confidential" in capsys.readouterr().err
        assert "confidential" in (here / "out" / "CONFIDENTIAL.txt").read_text()
        assert "'=More buses" in (here / "out" / "texts.csv").read_text("utf-8-sig")

    def test_a_wrong_passphrase_is_an_answer(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        main(["close", "data"])
        (here / "wrong").write_text("something else entirely")
        capsys.readouterr()
        assert main(["export", "data", "out", "--passphrase-file", "wrong"]) == NO
        assert "passphrase is not the right one" in one_sentence(capsys)
        assert not (here / "out").exists()

    def test_an_empty_passphrase_file_is_named(self, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
        main(["close", "data"])
        capsys.readouterr()
        (here / "pass").write_text("\n")
        assert main(EXPORT) == UNUSABLE
        assert one_sentence(capsys).startswith("pass: there is nothing in it")


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (
            ("inspect", "nowhere"),
            "nowhere: no consultation was opened here; open one first, or check the name.",
        ),
        (
            ("close", "nowhere"),
            "nowhere: no consultation was opened here; open one first, or check the name.",
        ),
        (
            ("export", "nowhere", "out"),
            "nowhere: no consultation was opened here; open one first, or check the name.",
        ),
        (("open", "nothing", "--data", "d"), "nothing: there is no such file or directory; check the name."),
        (
            ("open", "pin", "--data", "d"),
            "pin: No sheet is called survey",
        ),
    ],
)
def test_what_is_not_there_is_one_sentence(
    here: Path, arguments: tuple[str, ...], said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = sorted(here.iterdir())
    assert main(arguments) == UNUSABLE
    assert one_sentence(capsys).startswith(said)
    assert sorted(here.iterdir()) == before


def test_a_bad_pack_names_the_place(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    document = document_of()
    document["parts"][0]["questions"][1]["kind"] = "lottery"
    pack_directory(here / "bad", document)
    assert main(["open", "bad", "--data", "data", "--passphrase-file", "p", "--pin-file", "pin"]) == UNUSABLE
    assert one_sentence(capsys).startswith("bad, parts[0].questions[1].kind: lottery is no kind of question")
    assert not (here / "data").exists()
    assert not (here / "p").exists()


def test_help_lists_the_commands_with_windows_too(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--help"]) == DONE
    told = capsys.readouterr().out
    assert all(name in told for name in ("kiosk", "desk", "demo", "open", "close", "inspect", "export"))
    assert build_parser().prog == "icc-consult"


@pytest.mark.parametrize("arguments", [[], ["frobnicate"], ["inspect"], ["export", "data"], ["open", "x"]])
def test_a_call_that_makes_no_sense_is_unusable(arguments: list[str]) -> None:
    assert main(arguments) == UNUSABLE


def test_windows_are_for_the_program_that_has_them(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["kiosk", "--windowed"]) == LACKING
    assert one_sentence(capsys) == "kiosk opens windows; run icc-consult itself."


def test_the_commands_bring_no_qt_in() -> None:
    program = "import sys, icc_consult.cli as c; c.main(['inspect', 'nowhere']); print(*sys.modules)"
    told = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True, text=True)
    assert not [name for name in told.stdout.split() if name.startswith(("PySide6", "ui"))]


def test_the_version_is_the_one_of_the_package() -> None:
    told = subprocess.run(
        [sys.executable, "-m", "icc_consult", "--version"], capture_output=True, check=True, text=True
    )
    assert told.stdout.strip().count(".") == 2
