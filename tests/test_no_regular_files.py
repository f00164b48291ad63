"""Pipes and devices, laid where a file should be: refused in one sentence, and never waited for."""

import os
import signal
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from icc_consult.cli import NO, UNUSABLE, main
from icc_consult.commands.secrets import secret_in
from icc_consult.packs import write_pack
from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.inspecting import inspect
from icc_consult.services.premises import Desk
from icc_consult.storage.locking import DirectoryLock
from icc_consult.verifying.data_directory import Unreadable, read_directory
from icc_consult.verifying.regular_files import NoRegularFile, TooLargeHere, read_regular

from tests.builders import opened
from tests.sketches import pack_drawn
from tests.storage.keeping import answered, kept, of

ZERO = Path("/dev/zero")
MISPLACED: dict[str, Callable[[Path], None]] = {
    "pipe": os.mkfifo,
    "device": lambda path: path.symlink_to(ZERO),
}
misplaced = pytest.mark.parametrize("misplace", MISPLACED.values(), ids=MISPLACED)
pytestmark = pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="this system has no pipes with names")


@pytest.fixture(autouse=True)
def impatient() -> Iterator[None]:
    """Whatever waits for a pipe here would wait for ever."""
    before = signal.signal(signal.SIGALRM, _give_up)
    signal.alarm(30)
    yield
    signal.alarm(0)
    signal.signal(signal.SIGALRM, before)


def _give_up(*_: object) -> None:
    pytest.fail("it waits")


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = opened(tmp_path / "data", pack_drawn())
    answered(desk, 1)
    return desk


def in_place_of(path: Path, misplace: Callable[[Path], None]) -> Path:
    path.unlink(missing_ok=True)
    misplace(path)
    return path


@misplaced
def test_only_regular_files_are_read(tmp_path: Path, misplace: Callable[[Path], None]) -> None:
    with pytest.raises(NoRegularFile):
        read_regular(in_place_of(tmp_path / "file", misplace))


def test_a_file_is_read_up_to_its_most_and_no_further(tmp_path: Path) -> None:
    path = tmp_path / "file"
    path.write_bytes(bytes(10))
    assert read_regular(path, 10) == bytes(10)
    with pytest.raises(TooLargeHere):
        read_regular(path, 9)
    with pytest.raises(IsADirectoryError):
        read_regular(tmp_path)


FILES = (
    *("opening.json", "answers.db", "unfinished.db", "trouble.json", "pin.json", "audit.jsonl", "lock"),
    *("checkpoints/000001.json", "signing.key", "key.age", "proposals.json"),
)


@misplaced
@pytest.mark.parametrize("name", FILES)
def test_no_file_of_a_data_directory_is_waited_for(
    desk: Desk, tmp_path: Path, name: str, misplace: Callable[[Path], None]
) -> None:
    place = desk.directory.where / name
    place.parent.mkdir(exist_ok=True)
    in_place_of(place, misplace)
    for act in (
        lambda: inspect(desk),
        lambda: desk.directory.hold().release(),
        lambda: kept(desk, tmp_path / "to"),
    ):
        try:
            act()
        except (DirectoryRefused, NoRegularFile, AssertionError):
            continue


@misplaced
@pytest.mark.parametrize("name", ["opening.json", "answers.db", "backup.json"])
def test_a_backup_with_a_pipe_in_it_is_refused(
    desk: Desk, tmp_path: Path, name: str, misplace: Callable[[Path], None]
) -> None:
    backup = kept(desk, tmp_path / "stick")
    in_place_of(backup / name, misplace)
    with pytest.raises(DirectoryRefused) as refused:
        of(tmp_path / "new").restore(backup)
    assert refused.value.fault is Fault.DAMAGED
    assert not (tmp_path / "new" / "opening.json").exists()


@misplaced
def test_answers_that_became_a_pipe_are_put_aside_and_come_back(
    desk: Desk, tmp_path: Path, misplace: Callable[[Path], None]
) -> None:
    backup = kept(desk, tmp_path / "stick")
    in_place_of(desk.directory.where / "answers.db", misplace)
    assert of(desk.directory.where).restore(backup).responses == 1


@misplaced
@pytest.mark.parametrize("name", ["opening.json", "answers.db", "audit.jsonl"])
def test_checking_waits_for_nothing(desk: Desk, name: str, misplace: Callable[[Path], None]) -> None:
    in_place_of(desk.directory.where / name, misplace)
    with pytest.raises(Unreadable):
        read_directory(desk.directory.where)


def test_a_lock_that_is_a_pipe_is_refused(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "lock")
    with pytest.raises(DirectoryRefused):
        DirectoryLock(tmp_path / "lock")


CALLS = {
    "join": ("open", "pack.iccpack", "--data", "new", "--join", "IT", "--pin-file", "pin"),
    "pin": ("pin", "data", "--pin-file", "IT", "--passphrase-file", "pass"),
    "passphrase": ("pin", "data", "--pin-file", "pin", "--passphrase-file", "IT"),
    "vouchers": ("vouchers", "revoke", "data", "--file", "IT"),
    "paper": ("key", "restore", "IT", "out.age"),
    "inspect": ("inspect", "IT"),
    "verify": ("verify", "IT"),
    "merge": ("merge", "city", "IT", "--from", "data", "--passphrase-file", "pass"),
    "receive": ("receive", "out.iccb", "IT"),
    "check": ("check", "IT"),
    "convert": ("convert", "IT", "out.iccpack"),
    "tally": ("tally", "IT"),
    "import-texts": ("translations", "import", "pack.iccpack", "IT"),
    "controls": ("control", "check", "data", "IT", "--passphrase-file", "pass"),
}


@misplaced
@pytest.mark.parametrize("call", CALLS.values(), ids=CALLS)
def test_no_command_waits_for_a_file_that_is_none(
    desk: Desk,
    tmp_path: Path,
    call: tuple[str, ...],
    misplace: Callable[[Path], None],
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    write_pack(pack_drawn(), tmp_path / "pack.iccpack")
    (tmp_path / "pass").write_text("abandon ability able about above absent\n")
    (tmp_path / "pin").write_text("2468\n")
    misplace(tmp_path / "it")
    assert main([word.replace("IT", "it") for word in call]) in (NO, UNUSABLE)
    said = capsys.readouterr()
    assert said.out == ""
    assert said.err


def test_a_secret_may_come_through_a_pipe_that_is_held_open(tmp_path: Path) -> None:
    reading, writing = os.pipe()
    os.write(writing, b"six words\n")
    os.close(writing)
    try:
        assert secret_in(Path(f"/dev/fd/{reading}")) == "six words"
    finally:
        os.close(reading)
