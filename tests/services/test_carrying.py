"""The key goes to a stick, or stays."""

from dataclasses import dataclass
from pathlib import Path

import pytest

from icc_consult.services.carrying import carry_key
from icc_consult.services.errors import DirectoryRefused, Fault, NotEmpty, NotOpened
from icc_consult.storage.key_file import DirectoryWithKey, LocalKeyFile


@dataclass(frozen=True)
class WornStick(LocalKeyFile):
    """Gives back something else than was written."""

    def read(self) -> bytes | None:
        """The last byte is lost."""
        found = super().read()
        return found[:-1] if found else found


@pytest.fixture
def here(tmp_path: Path) -> LocalKeyFile:
    key = LocalKeyFile(tmp_path / "key.age")
    key.write(b"locked")
    return key


def test_the_key_is_on_the_stick_and_no_longer_here(here: LocalKeyFile, tmp_path: Path) -> None:
    away = LocalKeyFile(tmp_path / "stick.key.age")
    carry_key(here=here, away=away)
    assert away.read() == b"locked"
    assert here.read() is None


def test_a_copy_that_is_not_the_same_leaves_the_key_here(here: LocalKeyFile, tmp_path: Path) -> None:
    with pytest.raises(DirectoryRefused) as refused:
        carry_key(here=here, away=WornStick(tmp_path / "stick.key.age"))
    assert refused.value.fault is Fault.READ_BACK
    assert here.read() == b"locked"


def test_another_key_on_the_stick_is_not_written_over(here: LocalKeyFile, tmp_path: Path) -> None:
    away = LocalKeyFile(tmp_path / "stick.key.age")
    away.write(b"another")
    with pytest.raises(NotEmpty):
        carry_key(here=here, away=away)
    assert (here.read(), away.read()) == (b"locked", b"another")


def test_the_same_place_is_no_other_place(here: LocalKeyFile) -> None:
    with pytest.raises(NotEmpty):
        carry_key(here=here, away=LocalKeyFile(here.where.parent / "." / "key.age"))
    assert here.read() == b"locked"


def test_a_move_that_was_interrupted_is_finished_the_next_time(here: LocalKeyFile, tmp_path: Path) -> None:
    away = LocalKeyFile(tmp_path / "stick.key.age")
    away.write(b"locked")
    carry_key(here=here, away=away)
    assert here.read() is None


def test_without_a_key_there_is_nothing_to_carry(tmp_path: Path) -> None:
    with pytest.raises(NotOpened):
        carry_key(here=LocalKeyFile(tmp_path / "key.age"), away=LocalKeyFile(tmp_path / "other"))


def test_a_directory_reads_its_key_where_it_lies(tmp_path: Path) -> None:
    directory = DirectoryWithKey(tmp_path / "data", key=tmp_path / "stick.key.age")
    with pytest.raises(NotOpened):
        directory.locked_key()
    LocalKeyFile(tmp_path / "stick.key.age").write(b"locked")
    assert directory.locked_key() == b"locked"
