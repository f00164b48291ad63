"""A disk with no room left: what was saved stays, what is not is not said to be, deleting still works."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from icc_consult.domain.errors import NotSaved
from icc_consult.services import responding
from icc_consult.services.closing import close
from icc_consult.services.errors import Fault
from icc_consult.services.inspecting import inspect
from icc_consult.services.responding import Kiosk, Seat
from icc_consult.storage.store import KioskStore

from tests.builders import EN, desk_over, kiosk_at, opened
from tests.sketches import pack_drawn

ROOM = "700k"


@pytest.fixture(params=["small disk", "small file"])
def data(request: pytest.FixtureRequest, place: Path) -> Iterator[Path]:
    """A data directory on a disk that fills up; where nobody may mount one, in files that may not grow."""
    place.mkdir()
    mounted = request.param == "small disk" and _mount(place)
    yield place / "data"
    if mounted:
        subprocess.run(["umount", str(place)], check=True)


def _mount(place: Path) -> bool:
    command = ["mount", "-t", "tmpfs", "-o", f"size={ROOM}", "tmpfs", str(place)]
    try:
        return subprocess.run(command, check=False, capture_output=True).returncode == 0
    except FileNotFoundError:
        return False


@pytest.fixture
def kiosk(data: Path) -> Iterator[Kiosk]:
    kiosk = kiosk_at(opened(data, pack_drawn()))
    store = kiosk.store
    assert isinstance(store, KioskStore)
    if not data.parent.is_mount():
        with store._answers._connection.begin():
            store._answers._connection.exec_driver_sql("PRAGMA max_page_count = 12")
    yield kiosk
    store.release()


def sent_until_full(kiosk: Kiosk) -> tuple[list[Seat], Seat]:
    """Everybody who was told thank you, and the first who was not."""
    thanked: list[Seat] = []
    while True:
        seat = responding.begin(kiosk, language=EN)
        try:
            responding.keep(kiosk, seat)
            responding.send(kiosk, seat)
        except NotSaved as trouble:
            reason = trouble.reason
            break
        thanked.append(seat)
    assert reason == Fault.DISK_FULL
    return thanked, seat


def test_everything_acknowledged_is_there(kiosk: Kiosk, data: Path) -> None:
    thanked, _ = sent_until_full(kiosk)
    assert kiosk.store is not None
    kiosk.store.release()
    counts = desk_over(data, pack_drawn()).directory.counts()
    assert len(thanked) > 5
    assert counts.sealed == counts.receipts == len(thanked)


def test_the_desk_shows_the_trouble(kiosk: Kiosk, data: Path) -> None:
    sent_until_full(kiosk)
    faults = {trouble.fault for trouble in inspect(desk_over(data, pack_drawn())).troubles}
    assert Fault.DISK_FULL in faults
    assert Fault.BOOKS_DIFFER not in faults


def test_deleting_works_without_any_room(kiosk: Kiosk, data: Path) -> None:
    _, seat = sent_until_full(kiosk)
    responding.delete(kiosk)
    assert not [path for path in data.iterdir() if seat.receipt.encode() in path.read_bytes()]


def test_saying_no_works_without_any_room(kiosk: Kiosk) -> None:
    sent_until_full(kiosk)
    responding.refuse(kiosk)


def test_a_retry_succeeds_once_there_is_room(kiosk: Kiosk, data: Path) -> None:
    thanked, seat = sent_until_full(kiosk)
    _make_room(kiosk, data)
    responding.send(kiosk, seat)
    responding.send(kiosk, seat)
    assert kiosk.store is not None
    assert sum(total.responses for total in kiosk.store.totals()) == len(thanked) + 1


def _make_room(kiosk: Kiosk, data: Path) -> None:
    if data.parent.is_mount():
        subprocess.run(["mount", "-o", "remount,size=4m", str(data.parent)], check=True)
    assert isinstance(kiosk.store, KioskStore)
    with kiosk.store._answers._connection.begin():
        kiosk.store._answers._connection.exec_driver_sql("PRAGMA max_page_count = 1000000")


def test_it_is_closed_without_any_room_to_tidy(kiosk: Kiosk, data: Path) -> None:
    thanked, _ = sent_until_full(kiosk)
    responding.delete(kiosk)  # what is still unfinished would need room of its own
    assert kiosk.store is not None
    kiosk.store.release()
    (data / "key.age").unlink()  # as much room as writing down the end needs
    desk = desk_over(data, pack_drawn())
    assert close(desk).is_closed
    assert desk.directory.counts().sealed == len(thanked)
