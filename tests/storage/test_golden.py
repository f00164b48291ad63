"""What an older version wrote is read for ever: the packs, directories, bundles and checkpoints of each."""

import hashlib
import json
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from icc_consult.bootstrap import desk_at
from icc_consult.cli import DONE, NO, main
from icc_consult.domain.response import Answered, Ended, Written
from icc_consult.packs import read_pack
from icc_consult.services import unlocking
from icc_consult.services.inspecting import inspect
from icc_consult.storage.backups import LocalBackups
from icc_consult.storage.decisions_file import DecisionsFile

from tests.storage.golden import GOLDEN

EXPECTED: dict[str, Any] = json.loads((GOLDEN / "expected.json").read_text("utf-8"))
PASSPHRASE = GOLDEN / "passphrase.txt"
DIRECTORIES = ["directory-v1.zip", "directory-v2.zip"]


def unpacked(name: str, place: Path) -> Path:
    with ZipFile(GOLDEN / name) as archive:
        archive.extractall(place)
    return place


def test_no_golden_file_was_ever_made_again() -> None:
    listed = (GOLDEN / "SHA256SUMS").read_text().splitlines()
    files = sorted(path for path in GOLDEN.iterdir() if path.name != "SHA256SUMS")
    assert [f"{hashlib.sha256(path.read_bytes()).hexdigest()}  {path.name}" for path in files] == listed


def test_a_pack_of_version_1_is_the_same_consultation() -> None:
    pack = read_pack(GOLDEN / "pack-v1.iccpack")
    assert pack.fingerprint == EXPECTED["fingerprint"]
    assert set(pack.media) == {"media/tree.png", "media/tree.ogg"}


@pytest.mark.parametrize("name", DIRECTORIES)
def test_every_answer_in_an_old_directory_can_be_read(name: str, place: Path) -> None:
    desk = desk_at(unpacked(name, place))
    seen = inspect(desk)
    assert (seen.counts.sealed, seen.counts.receipts, seen.deleted) == (11, 11, 1)
    assert seen.troubles == ()
    opener = unlocking.unlock(desk, passphrase=PASSPHRASE.read_text().strip())
    found = unlocking.read_all(desk, opener)
    assert found.unreadable == 0
    assert [one.ended for one in found.responses].count(Ended.LEFT) == 1
    assert {words(one.answers["q3"]) for one in found.responses} == set(EXPECTED["words"])
    assert unlocking.read_wishes(desk, opener) == ("yue",)


def words(answer: object) -> str:
    assert isinstance(answer, Answered)
    assert isinstance(answer.value, Written)
    return answer.value.text


@pytest.mark.parametrize(("name", "is_salvaging"), [("backup-v1.zip", True), ("backup-v2.zip", False)])
def test_an_old_backup_gives_everything_back(name: str, is_salvaging: bool, tmp_path: Path) -> None:
    """Those of version 1 were not signed, so somebody has to believe them."""
    source, new = unpacked(name, tmp_path / "stick"), tmp_path / "new"
    assert LocalBackups(new).restore(source, is_salvaging=is_salvaging).responses == len(EXPECTED["words"])
    desk = desk_at(new)
    found = unlocking.read_all(desk, unlocking.unlock(desk, passphrase=PASSPHRASE.read_text().strip()))
    assert {words(one.answers["q3"]) for one in found.responses} == set(EXPECTED["words"])


@pytest.mark.parametrize("name", DIRECTORIES)
def test_an_old_directory_is_what_it_signed(
    name: str, place: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = unpacked(name, place)
    assert main(["verify", str(data), "--since", str(GOLDEN / "checkpoint-v1.json")]) == DONE
    for code in EXPECTED["receipts"]:
        assert main(["verify", str(data / "receipts.txt"), "--receipt", code]) == DONE
    capsys.readouterr()
    (data / "receipts.txt").write_bytes(b"")
    data.joinpath("checkpoints", "000001.json").write_bytes(b"{}")
    assert main(["verify", str(data)]) == NO


@pytest.mark.parametrize(("name", "decisions"), [("bundle-v1.iccb", 0), ("bundle-v2.iccb", 1)])
def test_an_old_bundle_is_taken_in(
    name: str, decisions: int, place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = unpacked("directory-v2.zip", place)
    key = ["--from", str(data), "--passphrase-file", str(PASSPHRASE)]
    assert main(["verify", str(GOLDEN / name), *key]) == DONE
    assert main(["merge", str(tmp_path / "city"), str(GOLDEN / name), *key]) == DONE
    assert inspect(desk_at(tmp_path / "city")).counts.sealed == 11
    assert len(DecisionsFile(tmp_path / "city" / "proposals.json").load()) == decisions
    capsys.readouterr()
