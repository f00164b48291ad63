"""Whoever can write to a stick can write a backup; only the place it was made of can sign one."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from icc_consult.services.backing_up import Copied, NotCopied, back_up, restore
from icc_consult.services.errors import BackupNotSigned, BackupOfOtherKey, Cancelled, DirectoryRefused, Fault
from icc_consult.services.moderating import Decision, Standing
from icc_consult.services.premises import Desk
from icc_consult.storage import backups
from icc_consult.storage.backup_listing import read_listing, write_listing
from icc_consult.storage.copies import Copy
from icc_consult.storage.decisions_file import DecisionsFile
from icc_consult.verifying.signing import new_seed, public_half

from tests.builders import opened
from tests.sketches import pack_drawn
from tests.storage.keeping import answered, bodies, kept, names, of


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    desk = opened(tmp_path / "data", pack_drawn())
    answered(desk, 2)
    return desk


@pytest.fixture
def backup(desk: Desk, tmp_path: Path) -> Path:
    return kept(desk, tmp_path / "stick")


def unsigned(backup: Path) -> None:
    path = backup / "backup.json"
    path.write_text(json.dumps(json.loads(path.read_text()) | {"signature": ""}))


def of_version_1(backup: Path) -> None:
    listing = read_listing(backup / "backup.json")
    assert listing is not None
    plain = {"format": "icc-consult-backup", "version": 1, "digests": list(listing.answers)}
    (backup / "backup.json").write_text(json.dumps(plain))


def without_listing(backup: Path) -> None:
    (backup / "backup.json").unlink()


def retold(backup: Path) -> None:
    """The listing of other answers under the signature of these."""
    path = backup / "backup.json"
    document = json.loads(path.read_text())
    document["body"]["answers"] = ["0" * 64]
    path.write_text(json.dumps(document))


NOT_SIGNED = [unsigned, of_version_1, without_listing, retold]


@pytest.mark.parametrize("harm", NOT_SIGNED)
def test_a_backup_that_nobody_signed_is_refused(
    desk: Desk, backup: Path, harm: Callable[[Path], None]
) -> None:
    harm(backup)
    for data in (desk.directory.where, desk.directory.where.parent / "new"):
        with pytest.raises(BackupNotSigned):
            restore(of(data), source=backup)
    assert not (desk.directory.where.parent / "new").exists()


@pytest.mark.parametrize("harm", NOT_SIGNED)
def test_whoever_trusts_a_backup_can_salvage_it(
    desk: Desk, backup: Path, tmp_path: Path, harm: Callable[[Path], None]
) -> None:
    harm(backup)
    (desk.directory.where / "answers.db").unlink()
    assert restore(of(desk.directory.where), source=backup, is_salvaging=True).responses == 2
    assert restore(of(tmp_path / "new"), source=backup, is_salvaging=True).responses == 2


def test_a_forger_who_signs_with_a_key_of_his_own_is_refused(desk: Desk, backup: Path) -> None:
    """He adds an answer and signs; the opening that names his key belongs to another place."""
    listing, seed = read_listing(backup / "backup.json"), new_seed()
    assert listing is not None
    forged = replace(listing, signer=public_half(seed).hex())
    write_listing(backup / "backup.json", forged, seed)
    with pytest.raises(BackupOfOtherKey):
        restore(of(desk.directory.where), source=backup)
    with pytest.raises(BackupOfOtherKey):
        restore(of(desk.directory.where.parent / "new"), source=backup)


@pytest.mark.parametrize("body", ["CAST(body || x'00' AS BLOB)", "body || x'00'"])
def test_answers_that_a_forger_added_are_refused(desk: Desk, backup: Path, body: str) -> None:
    """The second one is of a kind that SQLite keeps and nobody can read."""
    with Copy.read(backup / "answers.db") as copy:
        copy.driver.execute(f"INSERT INTO sealed SELECT 7, key_id, {body} FROM sealed LIMIT 1")  # noqa: S608
        forged = copy.content()
    (backup / "answers.db").write_bytes(forged)
    with pytest.raises(DirectoryRefused) as refused:
        restore(of(desk.directory.where), source=backup)
    assert refused.value.fault is Fault.DAMAGED
    assert len(bodies(desk.directory.where)) == 2


@pytest.mark.parametrize("name", ["opening.json", "pack.iccpack", "pin.json", "audit.jsonl"])
@pytest.mark.parametrize("is_gone", [False, True])
def test_a_file_that_was_changed_or_taken_is_found(
    desk: Desk, backup: Path, tmp_path: Path, name: str, is_gone: bool
) -> None:
    content = (backup / name).read_bytes()
    (backup / name).write_bytes(content + b"\n")
    if is_gone and name != "opening.json":
        (backup / name).unlink()
    with pytest.raises(DirectoryRefused) as refused:
        restore(of(tmp_path / "new"), source=backup)
    assert (refused.value.fault, Path(refused.value.where).name) == (Fault.DAMAGED, name)


def test_a_file_that_was_added_is_not_taken(backup: Path, tmp_path: Path) -> None:
    (backup / "key.age").write_bytes(b"another key")
    restore(of(tmp_path / "new"), source=backup)
    assert "key.age" not in names(tmp_path / "new")


def test_a_new_directory_takes_the_backup_of_the_key_that_was_named(
    desk: Desk, backup: Path, tmp_path: Path
) -> None:
    signer = desk.directory.opening().signer.hex()
    for other in ("00" * 32, signer[:15]):
        with pytest.raises(BackupOfOtherKey) as refused:
            restore(of(tmp_path / "new"), source=backup, signer=other)
        assert refused.value.signer == signer
    assert restore(of(tmp_path / "new"), source=backup, signer=signer[:16]).signer == signer


def test_without_the_signing_key_a_backup_is_made_all_the_same_and_told(desk: Desk, tmp_path: Path) -> None:
    (desk.directory.where / "signing.key").unlink()
    (done,) = back_up(of(desk.directory.where), to=[tmp_path / "stick"])
    assert isinstance(done, Copied)
    assert not done.is_signed
    with pytest.raises(BackupNotSigned):
        restore(of(desk.directory.where), source=done.where)


@pytest.mark.parametrize("cuts", [1, 2, 3])
@pytest.mark.parametrize("writes", range(4))
def test_a_backup_that_is_cut_off_again_and_again_can_be_restored_each_time(
    desk: Desk, backup: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cuts: int, writes: int
) -> None:
    """Each time the power goes before another of its files."""
    for cut in range(cuts):
        answered(desk, 1)
        with monkeypatch.context() as patched:
            done: list[Path] = []
            real = backups.write_whole

            def cut_off(path: Path, content: bytes, real: object = real, done: list[Path] = done) -> None:
                done.append(path)
                if len(done) > writes:
                    raise OSError("power")
                real(path, content)  # type: ignore[operator]

            patched.setattr(backups, "write_whole", cut_off)
            patched.setattr(backups, "_exchange", _cut)
            (told,) = back_up(of(desk.directory.where), to=[tmp_path / "stick"])
            assert isinstance(told, NotCopied)
        new = tmp_path / f"new{cut}"
        assert restore(of(new), source=backup).responses == 2
    assert restore(of(tmp_path / "last"), source=kept(desk, tmp_path / "stick")).responses == 2 + cuts
    listing = read_listing(backup / "backup.json")
    assert listing is not None
    assert len(listing.answers) == 1
    assert {len(hashes) for hashes in listing.files.values()} == {1}


def _cut(*_: object) -> None:
    raise OSError("power")


ACCEPTED, REJECTED = (
    Decision(Standing.ACCEPTED, change=1),
    Decision(Standing.REJECTED, "names somebody", change=2),
)


def test_what_was_decided_about_proposals_comes_back(desk: Desk, tmp_path: Path) -> None:
    mine = DecisionsFile(desk.directory.where / "proposals.json")
    mine.save({"aa": ACCEPTED, "bb": ACCEPTED})
    older = shutil.copytree(kept(desk, tmp_path / "stick"), tmp_path / "older")
    mine.save({"bb": REJECTED, "cc": ACCEPTED})
    restore(of(desk.directory.where), source=older)
    assert mine.load() == {"aa": ACCEPTED, "bb": REJECTED, "cc": ACCEPTED}
    restore(of(tmp_path / "new"), source=older)
    assert DecisionsFile(tmp_path / "new" / "proposals.json").load() == {"aa": ACCEPTED, "bb": ACCEPTED}


def test_of_a_backup_that_somebody_trusts_what_nobody_can_read_stays_behind(desk: Desk, backup: Path) -> None:
    with Copy.read(backup / "answers.db") as copy:
        copy.driver.execute("UPDATE sealed SET body = 'words' WHERE id = (SELECT min(id) FROM sealed)")
        harmed = copy.content()
    (backup / "answers.db").write_bytes(harmed)
    unsigned(backup)
    (desk.directory.where / "answers.db").unlink()
    assert restore(of(desk.directory.where), source=backup, is_salvaging=True).responses == 1
    assert len(bodies(desk.directory.where)) == 1


def test_a_backup_that_is_stopped_while_it_is_laid_leaves_nothing(desk: Desk, tmp_path: Path) -> None:
    def stop(done: int, of_all: int) -> None:
        if 0 < done < of_all:
            raise Cancelled

    (tmp_path / "stick").mkdir()
    with pytest.raises(Cancelled):
        back_up(of(desk.directory.where), to=[tmp_path / "stick"], progress=stop)
    assert list((tmp_path / "stick").iterdir()) == []
