"""What the two entrances get when they ask for a kiosk."""

import json
import threading
from pathlib import Path

import pytest

from icc_consult.bootstrap import kiosk_opening, open_kiosk, opened_pack, practice_kiosk, staff_door
from icc_consult.domain.errors import ConsultationClosed
from icc_consult.domain.response import Answered, Written
from icc_consult.packs import PackRefused, read_pack, write_pack
from icc_consult.services import responding
from icc_consult.services.closing import close
from icc_consult.services.errors import DirectoryRefused, Fault, InUse, NotOpened, OtherPack
from icc_consult.services.premises import Desk, PinRecord
from icc_consult.services.responding import Kiosk
from icc_consult.storage.directory import LocalDirectory
from icc_consult.trust.pin import hash_pin

from tests.builders import EN, opened
from tests.sketches import pack_drawn

PACK = pack_drawn()


@pytest.fixture
def desk(place: Path) -> Desk:
    return opened(place, PACK)


def let_go(kiosk: Kiosk) -> None:
    assert kiosk.store is not None
    kiosk.store.release()


def test_practice_has_neither_store_nor_key() -> None:
    kiosk = practice_kiosk(PACK)
    assert (kiosk.store, kiosk.sealer, kiosk.policy) == (None, None, "keep")


def test_a_kiosk_is_opened_on_another_thread_and_used_on_this_one(desk: Desk) -> None:
    made: list[Kiosk] = []
    thread = threading.Thread(target=lambda: made.append(open_kiosk(desk.directory.where, PACK)))
    thread.start()
    thread.join()
    kiosk = made[0]
    responding.send(kiosk, responding.begin(kiosk, language=EN))
    let_go(kiosk)
    assert desk.directory.counts().sealed == 1


def test_what_a_power_cut_left_is_there_when_a_kiosk_opens(desk: Desk) -> None:
    kiosk = open_kiosk(desk.directory.where)
    seat = responding.answer(
        responding.begin(kiosk, language=EN), item="q3", given=Answered(Written("x"), EN)
    )
    responding.keep(kiosk, seat)
    let_go(kiosk)
    let_go(open_kiosk(desk.directory.where))
    assert [total.recovered for total in desk.directory.counts().days] == [1]


def test_a_kiosk_needs_an_opened_directory(place: Path) -> None:
    with pytest.raises(NotOpened):
        open_kiosk(place, PACK)
    assert not place.exists()


def test_a_closed_consultation_has_no_kiosk(desk: Desk) -> None:
    close(desk)
    with pytest.raises(ConsultationClosed):
        kiosk_opening(desk.directory.where)


def test_another_pack_than_the_opened_one_is_refused(desk: Desk) -> None:
    with pytest.raises(OtherPack):
        open_kiosk(desk.directory.where, pack_drawn("survey s\nq1 text 40 What?"))


def test_another_state_of_translation_is_the_same_pack(desk: Desk, tmp_path: Path) -> None:
    write_pack(PACK, tmp_path / "copy")
    pack = read_pack(tmp_path / "copy")
    assert kiosk_opening(desk.directory.where, pack).fingerprint == PACK.fingerprint


def test_a_second_kiosk_is_refused(desk: Desk) -> None:
    kiosk = open_kiosk(desk.directory.where)
    for ask in (kiosk_opening, open_kiosk):
        with pytest.raises(InUse):
            ask(desk.directory.where)
    let_go(kiosk)
    assert kiosk_opening(desk.directory.where).terms.controller == "City of Sketches"


def test_a_pack_that_was_changed_in_the_directory_is_refused(desk: Desk) -> None:
    write_pack(pack_drawn("survey s\nq1 text 40 What?"), desk.directory.where / "pack.iccpack")
    with pytest.raises(OtherPack):
        opened_pack(desk.directory.where)
    (desk.directory.where / "pack.iccpack").write_bytes(b"")
    with pytest.raises(PackRefused):
        open_kiosk(desk.directory.where)
    kiosk_opening(desk.directory.where)


def test_the_staff_door_opens_to_the_pin_of_the_directory(desk: Desk) -> None:
    desk.directory.pin().save(PinRecord(hash_pin("4711")))
    door = staff_door(desk.directory.where)
    assert not door.try_pin("1234").is_right
    assert desk.directory.pin().load().misses == 1
    assert door.try_pin("4711").is_right


def test_a_public_key_that_is_not_the_one_it_is_named_for_is_damage(desk: Desk) -> None:
    path = desk.directory.where / "opening.json"
    opening = json.loads(path.read_text())
    path.write_text(json.dumps(opening | {"public_key": f"{'0' * 63}9"}))
    with pytest.raises(DirectoryRefused) as caught:
        open_kiosk(desk.directory.where)
    assert caught.value.fault is Fault.DAMAGED


def test_no_kiosk_opens_on_what_is_closed_while_it_waits(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = LocalDirectory.check_free

    def closing_first(directory: LocalDirectory) -> None:
        real(directory)
        close(desk)

    monkeypatch.setattr(LocalDirectory, "check_free", closing_first)
    with pytest.raises(ConsultationClosed):
        open_kiosk(desk.directory.where)
    desk.directory.hold().release()
