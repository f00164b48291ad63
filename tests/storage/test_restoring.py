"""The way back from a backup, and what becomes of damaged answers."""

import shutil
from pathlib import Path

import pytest

from icc_consult.services import closing, unlocking
from icc_consult.services.backing_up import Restored, restore
from icc_consult.services.errors import DirectoryRefused, Fault, InUse, NotOpened, OtherOpening
from icc_consult.services.inspecting import inspect
from icc_consult.services.ports import DayTotal
from icc_consult.services.premises import Desk
from icc_consult.storage import schema
from icc_consult.storage.answers import AnswersFile

from tests.builders import DAY, PASSPHRASE, desk_over, kiosk_at, opened
from tests.sketches import pack_drawn
from tests.storage.keeping import answered, bodies, kept, names, of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return opened(tmp_path / "data", pack_drawn())


@pytest.fixture
def place(tmp_path: Path) -> Path:
    return tmp_path / "stick"


def test_restoring_adds_what_is_missing_and_keeps_what_is_newer(desk: Desk, place: Path) -> None:
    answered(desk, 4)
    backup = kept(desk, place)
    answered(desk, 3)
    before = bodies(desk.directory.where)
    assert restore(of(desk.directory.where), source=backup) == Restored(0, 0)
    assert bodies(desk.directory.where) == before
    assert inspect(desk).troubles == ()


def test_what_was_lost_comes_back_once_however_often_it_is_restored(desk: Desk, place: Path) -> None:
    answered(desk, 4)
    backup = kept(desk, place)
    data = desk.directory.where
    (data / "answers.db").unlink()
    assert restore(of(data), source=backup).responses == 4
    answered(desk, 2)
    assert restore(of(data), source=backup).responses == 0
    seen = inspect(desk)
    assert seen.counts.sealed == seen.counts.receipts == 6
    assert seen.counts.days == (DayTotal(DAY, responses=6, refused=2),)
    assert Fault.BOOKS_DIFFER not in {trouble.fault for trouble in seen.troubles}


def test_two_lives_of_one_directory_are_united(desk: Desk, tmp_path: Path) -> None:
    """Restored from an older backup it goes on; then a newer backup turns up after all."""
    data = desk.directory.where
    answered(desk, 2)
    older = shutil.copytree(kept(desk, tmp_path / "older"), tmp_path / "kept")
    answered(desk, 3)
    newer = kept(desk, tmp_path / "newer")
    (data / "answers.db").unlink()
    assert restore(of(data), source=older).responses == 2
    answered(desk, 4)
    assert restore(of(data), source=newer).responses == 3
    seen = inspect(desk)
    assert seen.counts.days == (DayTotal(DAY, responses=9, refused=3),)
    assert seen.counts.sealed == seen.counts.receipts == 9


def test_a_new_machine_takes_over_from_a_backup(desk: Desk, tmp_path: Path) -> None:
    answered(desk, 3)
    backup = kept(desk, tmp_path / "stick", with_keys=True)
    new = tmp_path / "new"
    assert restore(of(new), source=backup) == Restored(3, 0, is_new=True)
    assert {path.stat().st_mode & 0o777 for path in new.iterdir() if path.is_file()} == {0o600}
    other = desk_over(new, pack_drawn())
    answered(other, 2)
    answered(desk, 1)
    assert restore(of(new), source=kept(desk, tmp_path / "stick")).responses == 1
    assert inspect(other).counts.days == (DayTotal(DAY, responses=6, refused=3),)
    closing.close(other)
    assert len(unlocking.read_all(other, unlocking.unlock(other, passphrase=PASSPHRASE)).responses) == 6


def test_a_link_in_a_backup_brings_no_other_file_of_this_computer(desk: Desk, tmp_path: Path) -> None:
    secret, backup = tmp_path / "secret", kept(desk, tmp_path / "stick")
    secret.write_text("mine")
    (backup / "note.txt").symlink_to(secret)
    restore(of(tmp_path / "new"), source=backup)
    assert not (tmp_path / "new" / "note.txt").exists()


@pytest.mark.parametrize("moves", range(8))
def test_a_new_directory_that_was_cut_off_is_made_at_the_next_try(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, moves: int
) -> None:
    """A kill leaves everything where it is, so here nothing tidies up either."""
    answered(desk, 3)
    backup = kept(desk, tmp_path / "stick", with_keys=True)
    new, done, real = tmp_path / "new", [], Path.rename

    def killed(self: Path, target: Path) -> Path:
        if self.parent.name == ".restoring":
            done.append(self.name)
            if len(done) > moves:
                raise KeyboardInterrupt
        return real(self, target)

    with monkeypatch.context() as patched:
        patched.setattr(Path, "rename", killed)
        patched.setattr(shutil, "rmtree", lambda *_, **__: None)
        with pytest.raises(KeyboardInterrupt):
            restore(of(new), source=backup)
    assert restore(of(new), source=backup) == Restored(3, 0, is_new=True)
    assert {"answers.db", "key.age", "opening.json"} <= names(new)
    assert not (new / ".restoring").exists()


def test_what_was_closed_stays_closed(desk: Desk, place: Path) -> None:
    answered(desk, 1)
    backup = kept(desk, place)
    closed = closing.close(desk)
    restore(of(desk.directory.where), source=backup)
    assert desk.directory.opening() == closed
    later = kept(desk, place)
    assert desk_over(later, pack_drawn()).directory.opening().is_closed


def test_a_backup_of_another_opening_is_refused(desk: Desk, tmp_path: Path) -> None:
    other = opened(tmp_path / "other", pack_drawn())
    answered(other, 1)
    backup = kept(other, tmp_path / "stick")
    with pytest.raises(OtherOpening):
        restore(of(desk.directory.where), source=backup)
    assert bodies(desk.directory.where) == set()


def test_nothing_is_restored_while_a_kiosk_is_at_work(desk: Desk, place: Path) -> None:
    answered(desk, 1)
    backup = kept(desk, place)
    kiosk = kiosk_at(desk)
    with pytest.raises(InUse):
        restore(of(desk.directory.where), source=backup)
    assert kiosk.store is not None
    kiosk.store.release()


def torn(path: Path) -> None:
    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])


def of_another_kind(path: Path) -> None:
    path.write_bytes(b"PK\x03\x04" + path.read_bytes()[4:])


def flipped(path: Path) -> None:
    """One bit of one sealed body: SQLite itself would not notice."""
    content = bytearray(path.read_bytes())
    file = AnswersFile(path, writes=False)
    body = next(iter(file.records(schema.sealed))).body
    file.close()
    content[content.index(body) + 100] ^= 1
    path.write_bytes(content)


def emptied(path: Path) -> None:
    path.write_bytes(b"")


def gone(path: Path) -> None:
    path.unlink()


@pytest.mark.parametrize("harm", [torn, of_another_kind, flipped, emptied, gone])
def test_a_backup_that_is_damaged_is_refused_and_changes_nothing(
    desk: Desk, place: Path, harm: object
) -> None:
    answered(desk, 20)
    backup = kept(desk, place)
    harm(backup / "answers.db")  # type: ignore[operator]
    before = bodies(desk.directory.where)
    for data in (desk.directory.where, desk.directory.where.parent / "new"):
        with pytest.raises(DirectoryRefused) as caught:
            restore(of(data), source=backup)
        assert caught.value.fault is Fault.DAMAGED
    assert bodies(desk.directory.where) == before
    assert not (desk.directory.where.parent / "new").exists()


def test_what_is_no_backup_is_told(desk: Desk, tmp_path: Path) -> None:
    with pytest.raises(NotOpened):
        restore(of(desk.directory.where), source=tmp_path / "nowhere")


@pytest.fixture
def damaged(desk: Desk, place: Path) -> tuple[Desk, Path, bytes]:
    """Twenty answers in a backup, twenty newer ones, and one page of the file spoilt."""
    answered(desk, 20)
    backup = kept(desk, place)
    answered(desk, 20)
    path = desk.directory.where / "answers.db"
    content = bytearray(path.read_bytes())
    file = AnswersFile(path, writes=False)
    body = list(file.records(schema.sealed))[20].body
    file.close()
    page = content.index(body) // 16_384
    content[page * 16_384 : page * 16_384 + 200] = b"\xff" * 200
    path.write_bytes(content)
    return desk, backup, bytes(content)


def test_damaged_answers_are_put_aside_with_every_byte(damaged: tuple[Desk, Path, bytes]) -> None:
    desk, backup, content = damaged
    done = restore(of(desk.directory.where), source=backup)
    assert done.quarantine == desk.directory.where / "quarantine" / "1"
    assert (done.quarantine / "answers.db").read_bytes() == content
    assert Fault.QUARANTINED in {trouble.fault for trouble in inspect(desk).troubles}


def test_what_can_still_be_read_in_damaged_answers_comes_back(damaged: tuple[Desk, Path, bytes]) -> None:
    desk, backup, _ = damaged
    done = restore(of(desk.directory.where), source=backup)
    assert 20 < done.responses <= 40
    assert inspect(desk).counts.receipts == 40
    assert inspect(desk).counts.days[0].responses == 40
    answered(desk, 1)


def test_a_second_quarantine_leaves_the_first_alone(damaged: tuple[Desk, Path, bytes]) -> None:
    desk, backup, content = damaged
    data = desk.directory.where
    first = restore(of(data), source=backup)
    (data / "answers.db").write_bytes(b"spoilt again")
    second = restore(of(data), source=backup)
    assert second.quarantine == data / "quarantine" / "2"
    assert (data / "quarantine" / "1" / "answers.db").read_bytes() == content
    assert second.responses == first.responses


def test_quarantine_travels_in_no_backup(damaged: tuple[Desk, Path, bytes], tmp_path: Path) -> None:
    desk, backup, _ = damaged
    restore(of(desk.directory.where), source=backup)
    assert not [name for name in names(kept(desk, tmp_path / "new")) if "quarantine" in name]
