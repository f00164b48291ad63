import json
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from icc_consult.services.errors import DirectoryRefused, Fault, PinDoesNotFit
from icc_consult.services.premises import PinRecord
from icc_consult.storage.pin_file import PinFile
from icc_consult.trust.pin import PinDoor, hash_pin, wait_after

HASHED = hash_pin("4711")


@dataclass
class Shelf:
    record: PinRecord = field(default_factory=lambda: PinRecord(HASHED))

    def load(self) -> PinRecord:
        return self.record

    def save(self, record: PinRecord) -> None:
        self.record = record


@dataclass
class Clock:
    seconds: float = 1_000.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """The hash is checked once in earnest below; here only what follows from it is asked."""
    monkeypatch.setattr(
        "icc_consult.trust.pin._matches", lambda hashed, pin: hashed == HASHED and pin == "4711"
    )


def missed(door: PinDoor, times: int) -> int:
    return [door.try_pin("0000").wait_seconds for _ in range(times)][-1]


def test_the_right_pin_opens() -> None:
    assert PinDoor(Shelf(), clock=Clock()).try_pin("4711").is_right


def test_four_misses_cost_nothing_and_the_fifth_fifteen_seconds() -> None:
    door = PinDoor(Shelf(), clock=Clock())
    assert missed(door, 4) == 0
    assert missed(door, 1) == 15


def test_each_further_miss_doubles_the_wait_up_to_an_hour() -> None:
    assert [wait_after(misses) for misses in (4, 5, 6, 7, 8, 13, 99)] == [0, 15, 30, 60, 120, 3600, 3600]


def test_while_a_wait_lasts_not_even_the_right_pin_opens() -> None:
    clock = Clock()
    door = PinDoor(Shelf(), clock=clock)
    missed(door, 5)
    clock.seconds += 14.5
    tried = door.try_pin("4711")
    assert (tried.is_right, tried.wait_seconds) == (False, 1)
    clock.seconds += 0.5
    assert door.try_pin("4711").is_right


def test_trying_during_a_wait_does_not_make_it_longer() -> None:
    clock = Clock()
    door = PinDoor(Shelf(), clock=clock)
    missed(door, 9)
    assert missed(door, 1) == 15


def test_the_right_pin_forgets_the_misses() -> None:
    shelf, clock = Shelf(), Clock()
    door = PinDoor(shelf, clock=clock)
    missed(door, 4)
    door.try_pin("4711")
    assert shelf.record == PinRecord(HASHED)
    assert missed(door, 4) == 0


def test_a_restart_of_the_program_does_not_shorten_a_wait() -> None:
    shelf, clock = Shelf(), Clock()
    missed(PinDoor(shelf, clock=clock, boot="a"), 5)
    clock.seconds += 5
    assert PinDoor(shelf, clock=clock, boot="a").try_pin("4711").wait_seconds == 10


@pytest.mark.parametrize("boot", ["b", ""], ids=["another start", "a start without a name"])
def test_after_a_restart_of_the_computer_the_wait_begins_anew(boot: str) -> None:
    shelf = Shelf()
    missed(PinDoor(shelf, clock=Clock(90_000.0), boot="a" if boot else ""), 5)
    assert PinDoor(shelf, clock=Clock(3.0), boot=boot).try_pin("4711").wait_seconds == 15


def test_misses_count_on_after_a_restart_of_the_computer() -> None:
    shelf = Shelf()
    missed(PinDoor(shelf, clock=Clock(), boot="a"), 4)
    assert missed(PinDoor(shelf, clock=Clock(3.0), boot="b"), 1) == 15


def test_a_full_disk_opens_no_door_and_stops_no_count() -> None:
    class Full(Shelf):
        def save(self, record: PinRecord) -> None:
            raise OSError(28, str(record))

    door = PinDoor(Full(), clock=Clock())
    assert missed(door, 5) == 15
    assert not door.try_pin("4711").is_right


def test_a_new_pin_opens_a_door_that_was_there_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("icc_consult.trust.pin._matches", lambda hashed, pin: hashed == pin)
    shelf = Shelf(PinRecord("4711"))
    door = PinDoor(shelf, clock=Clock())
    missed(door, 5)
    shelf.record = PinRecord("9876")
    assert not door.try_pin("4711").is_right
    assert door.try_pin("9876").is_right
    assert shelf.record == PinRecord("9876")


def test_a_pin_file_that_went_away_changes_nothing_at_the_door() -> None:
    class Gone(Shelf):
        def load(self) -> PinRecord:
            if hasattr(self, "is_gone"):
                raise DirectoryRefused(Fault.DAMAGED, "pin.json")
            return self.record

    shelf = Gone()
    door = PinDoor(shelf, clock=Clock())
    shelf.is_gone = True  # type: ignore[attr-defined]
    assert missed(door, 5) == 15


@pytest.mark.parametrize("pin", ["", "123", "1234567890123", "12a4", "١٢٣٤", "1234\n", "-123"])
def test_a_pin_is_four_to_twelve_digits(pin: str) -> None:
    with pytest.raises(PinDoesNotFit):
        hash_pin(pin)


def test_a_pin_lies_on_the_disk_as_argon2id_only(tmp_path: Path) -> None:
    file = PinFile(tmp_path / "pin.json")
    file.save(PinRecord(HASHED, misses=2, blocked_until=3.5, boot="a"))
    assert file.load() == PinRecord(HASHED, misses=2, blocked_until=3.5, boot="a")
    assert json.loads(file.path.read_text())["hashed"].startswith("$argon2id$v=19$m=65536,t=2,")
    assert b"4711" not in file.path.read_bytes()


ODD = (b'{"hashed": "x", "misses": 0, "boot": "", "blocked_until": %s}' % odd for odd in (b"NaN", b"1e999"))


@pytest.mark.parametrize("content", [b"", b"{}", b"[]", b'{"hashed": "x", "misses": "many"}', *ODD])
def test_a_damaged_pin_file_is_refused(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "pin.json").write_bytes(content)
    with pytest.raises(DirectoryRefused):
        PinFile(tmp_path / "pin.json").load()
