"""A disk with no room left: what was saved stays, what is not is not said to be, deleting still works."""

from collections.abc import Iterator
from contextlib import ExitStack, nullcontext
from pathlib import Path
from subprocess import CalledProcessError

import pytest

from icc_consult.domain.errors import NotSaved
from icc_consult.services import responding
from icc_consult.services.closing import close
from icc_consult.services.errors import Fault
from icc_consult.services.inspecting import inspect
from icc_consult.services.ports import ReceiptCode
from icc_consult.services.responding import Kiosk, Seat
from icc_consult.storage.ballast import Ballast, room_for_one

from tests.builders import DAY, EN, desk_over, kiosk_at, opened, sealed_record
from tests.sketches import pack_drawn
from tests.storage.disks import fill, leave_free, make_room, small_disk

SIZE = 8_192


@pytest.fixture(params=["small disk", "small file"])
def data(request: pytest.FixtureRequest, place: Path) -> Iterator[Path]:
    place.mkdir()
    with small_disk(place) if request.param == "small disk" else nullcontext():
        yield place / "data"


def test_a_small_disk_never_stays_behind_even_with_a_file_open(place: Path) -> None:
    place.mkdir()
    disk = ExitStack()
    if not disk.enter_context(small_disk(place)):
        pytest.xfail("nobody may mount a disk here")
    with (place / "file").open("w"), pytest.raises(CalledProcessError):
        disk.close()
    assert not place.is_mount()


@pytest.fixture
def kiosk(data: Path) -> Iterator[Kiosk]:
    kiosk = kiosk_at(opened(data, pack_drawn()))
    yield kiosk
    assert kiosk.store is not None
    kiosk.store.release()


def sent(kiosk: Kiosk) -> Seat:
    seat = responding.begin(kiosk, language=EN)
    responding.keep(kiosk, seat)
    responding.send(kiosk, seat)
    return seat


def sent_until_full(kiosk: Kiosk, data: Path) -> tuple[list[Seat], Seat]:
    """Everybody who was told thank you, and one who could not even give up the ballast any more."""
    thanked = [sent(kiosk) for _ in range(5)]
    seat = responding.begin(kiosk, language=EN)
    responding.keep(kiosk, seat)
    Ballast(data / "ballast").give_up()
    fill(kiosk, data)
    while True:
        other = Seat(seat.session, responding.new_receipt())
        try:
            responding.send(kiosk, other)
        except NotSaved as trouble:
            reason = trouble.reason
            break
        thanked.append(other)
    assert reason == Fault.DISK_FULL
    return thanked, other


def test_everything_acknowledged_is_there(kiosk: Kiosk, data: Path) -> None:
    thanked, _ = sent_until_full(kiosk, data)
    assert kiosk.store is not None
    kiosk.store.release()
    counts = desk_over(data, pack_drawn()).directory.counts()
    assert counts.sealed == counts.receipts == len(thanked)


def test_the_desk_shows_the_trouble(kiosk: Kiosk, data: Path) -> None:
    sent_until_full(kiosk, data)
    faults = {trouble.fault for trouble in inspect(desk_over(data, pack_drawn())).troubles}
    assert Fault.DISK_FULL in faults
    assert Fault.BOOKS_DIFFER not in faults


def test_deleting_works_without_any_room(kiosk: Kiosk, data: Path) -> None:
    seat = responding.begin(kiosk, language=EN)
    responding.keep(kiosk, seat)
    Ballast(data / "ballast").give_up()
    fill(kiosk, data)
    responding.delete(kiosk)
    assert not [path for path in data.iterdir() if seat.receipt.encode() in path.read_bytes()]


def test_saying_no_works_without_any_room(kiosk: Kiosk, data: Path) -> None:
    sent_until_full(kiosk, data)
    responding.refuse(kiosk)


def test_a_retry_succeeds_once_there_is_room(kiosk: Kiosk, data: Path) -> None:
    thanked, seat = sent_until_full(kiosk, data)
    make_room(kiosk, data)
    responding.send(kiosk, seat)
    responding.send(kiosk, seat)
    assert kiosk.store is not None
    assert sum(total.responses for total in kiosk.store.totals()) == len(thanked) + 1


def test_it_is_closed_without_any_room_to_tidy(kiosk: Kiosk, data: Path) -> None:
    thanked, _ = sent_until_full(kiosk, data)
    responding.delete(kiosk)  # what is still unfinished would need room of its own
    assert kiosk.store is not None
    kiosk.store.release()
    (data / "key.age").unlink()  # as much room as writing down the end needs
    desk = desk_over(data, pack_drawn())
    assert close(desk).is_closed
    assert desk.directory.counts().sealed == len(thanked)


@pytest.fixture
def disk(place: Path) -> Iterator[Path]:
    """A disk of its own; only where somebody may mount one can it be filled to the last block."""
    place.mkdir()
    with small_disk(place) as is_there:
        if not is_there:
            pytest.xfail("nobody may mount a disk here")
        yield place / "data"


def test_who_is_sitting_when_the_disk_fills_up_can_still_send(disk: Path) -> None:
    kiosk = kiosk_at(opened(disk, pack_drawn()))
    seat = responding.begin(kiosk, language=EN)
    fill(kiosk, disk)
    responding.keep(kiosk, seat)
    responding.send(kiosk, seat)
    assert not (disk / "ballast").exists()
    assert kiosk.store is not None
    kiosk.store.release()


def test_no_sitting_begins_without_room_for_its_answer(disk: Path) -> None:
    kiosk = kiosk_at(opened(disk, pack_drawn()))
    responding.begin(kiosk, language=EN)
    leave_free(disk.parent, room_for_one(SIZE) // 2)
    with pytest.raises(NotSaved) as caught:
        responding.begin(kiosk, language=EN)
    assert caught.value.reason == Fault.DISK_FULL
    make_room(kiosk, disk)
    sent(kiosk)
    assert (disk / "ballast").exists()
    assert kiosk.store is not None
    kiosk.store.release()


@pytest.mark.parametrize("size", [2_400, 40_000])
def test_a_sitting_that_may_begin_can_be_stored_however_little_is_left(disk: Path, size: int) -> None:
    kiosk = kiosk_at(opened(disk, pack_drawn()))
    assert kiosk.store is not None
    begun = refused = 0
    for free in range(2 * room_for_one(size) + 65_536, -1, -65_536):
        (disk / "ballast").unlink(missing_ok=True)
        make_room(kiosk, disk)
        leave_free(disk.parent, free)
        try:
            kiosk.store.make_room(size)
        except NotSaved:
            refused += 1
            continue
        begun += 1
        leave_free(disk.parent, 0)
        receipt = ReceiptCode(f"R{begun}")
        for page in range(3):
            kiosk.store.keep_snapshot(sealed_record(b"%d" % page, size), receipt)
        kiosk.store.submit(sealed_record(b"%d" % begun, size), receipt, day=DAY)
    assert begun
    assert refused
    assert sum(total.responses for total in kiosk.store.totals()) == begun
    kiosk.store.release()
