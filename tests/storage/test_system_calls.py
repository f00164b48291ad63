"""System calls fail while residents send: who was thanked is kept, and nobody else is thanked."""

import shutil
from pathlib import Path

import pytest

from icc_consult.cli import DONE, main

from scripts.torture.faults import ALWAYS, LATER, ONCE, Strike, can_trace, struck
from scripts.torture.struck import RESIDENTS
from scripts.torture.truth import Lost
from tests.builders import pack_directory
from tests.sketches import document_of


@pytest.fixture(scope="module")
def fresh(tmp_path_factory: pytest.TempPathFactory) -> Path:
    if not can_trace():
        pytest.xfail("strace is not here or may not trace: nothing was shown about system calls that fail")
    root = tmp_path_factory.mktemp("struck")
    (root / "pin").write_text("2468")
    pack = pack_directory(root / "pack", document_of())
    words = ["--passphrase-file", str(root / "words"), "--pin-file", str(root / "pin"), "--not-ready-too"]
    assert main(["open", str(pack), "--data", str(root / "data"), *words]) == DONE
    return root / "data"


@pytest.fixture
def data(fresh: Path, place: Path) -> Path:
    shutil.copytree(fresh, place)
    return place


@pytest.mark.parametrize(
    ("call", "error", "when"),
    [
        ("pwrite64", "EIO", ONCE),
        ("pwrite64", "ENOSPC", ALWAYS),
        ("fdatasync", "EIO", LATER),
        ("fdatasync", "EIO", ALWAYS),
        ("fsync", "ENOSPC", ONCE),
        ("pwrite64", "EINTR", ALWAYS),
    ],
)
def test_who_was_thanked_is_kept_whatever_fails(call: str, error: str, when: str, data: Path) -> None:
    seen = struck(data, Strike(call, error, when))
    assert seen.failures
    assert seen.thanked + seen.told + seen.turned_away == RESIDENTS
    if error == "EIO" and when == ALWAYS:
        assert seen.thanked == 0
    if error == "EINTR":
        assert seen.thanked == RESIDENTS


def test_a_kiosk_that_thanks_everybody_is_found_out(data: Path) -> None:
    with pytest.raises(Lost, match="4 of 4 thanked"):
        struck(data, Strike("pwrite64", "EIO", ALWAYS), how="careless")
