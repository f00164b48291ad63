from pathlib import Path

import pytest

from icc_consult.domain.consultation import Policy
from icc_consult.domain.errors import ConsultationClosed
from icc_consult.domain.response import Answered, Ended, Written
from icc_consult.services import responding
from icc_consult.services.closing import close
from icc_consult.services.errors import (
    DirectoryRefused,
    Fault,
    InUse,
    NotOpened,
    OtherPack,
    StillOpen,
    WrongPassphrase,
)
from icc_consult.services.inspecting import inspect, totals
from icc_consult.services.payload import encode
from icc_consult.services.ports import DayTotal, ReceiptCode, Store
from icc_consult.services.premises import Desk, Opening
from icc_consult.services.responding import Kiosk
from icc_consult.services.unlocking import read_all, read_wishes, reading, unlock
from icc_consult.storage.answers import AnswersFile
from icc_consult.storage.directory import LocalDirectory
from icc_consult.trust.sealing import sealer_to

from tests.builders import DAY, EN, NOW, PASSPHRASE, desk_over, kiosk_at, opened, response_with
from tests.sketches import consultation_drawn, pack_drawn

PACK = pack_drawn()


@pytest.fixture
def desk(place: Path) -> Desk:
    return opened(place, PACK)


def sent(kiosk: Kiosk, words: str) -> None:
    seat = responding.begin(kiosk, language=EN)
    seat = responding.answer(seat, item="q3", given=Answered(Written(words), EN))
    responding.send(kiosk, seat)


def let_go(kiosk: Kiosk) -> None:
    assert kiosk.store is not None
    kiosk.store.release()


def test_closing_is_written_down_with_its_time(desk: Desk) -> None:
    assert close(desk).closed_at == NOW
    assert desk.directory.opening().is_closed


def test_a_consultation_is_closed_once(desk: Desk) -> None:
    close(desk)
    with pytest.raises(ConsultationClosed):
        close(desk)


def test_what_was_never_opened_cannot_be_closed(place: Path) -> None:
    with pytest.raises(NotOpened):
        close(desk_over(place, PACK))


def test_a_consultation_is_not_closed_while_a_kiosk_runs(desk: Desk) -> None:
    kiosk = kiosk_at(desk)
    with pytest.raises(InUse):
        close(desk)
    assert not desk.directory.opening().is_closed
    let_go(kiosk)


def test_closing_keeps_every_response(desk: Desk) -> None:
    kiosk = kiosk_at(desk)
    for number in range(30):
        sent(kiosk, f"words {number}")
    let_go(kiosk)
    close(desk)
    found = read_all(desk, unlock(desk, passphrase=PASSPHRASE))
    assert {response.answers["q3"].value.text for response in found.responses} == {  # type: ignore[union-attr]
        f"words {number}" for number in range(30)
    }
    assert found.unreadable == 0


def test_answers_are_not_opened_before_the_end(desk: Desk) -> None:
    with pytest.raises(StillOpen):
        unlock(desk, passphrase=PASSPHRASE)


def test_a_wrong_passphrase_opens_nothing(desk: Desk) -> None:
    close(desk)
    with pytest.raises(WrongPassphrase):
        unlock(desk, passphrase="something else entirely")


def test_a_key_that_was_moved_away_is_missed_by_name(desk: Desk) -> None:
    close(desk)
    (desk.directory.where / "key.age").unlink()
    with pytest.raises(NotOpened) as caught:
        unlock(desk, passphrase=PASSPHRASE)
    assert caught.value.where.endswith("key.age")


def test_answers_are_not_read_as_those_to_another_pack(desk: Desk) -> None:
    close(desk)
    other = desk_over(desk.directory.where, pack_drawn("survey s\nq1 text 40 What?"))
    with pytest.raises(OtherPack):
        unlock(other, passphrase=PASSPHRASE)


@pytest.fixture
def forged(desk: Desk) -> Desk:
    """One response that is honest, and some that somebody sealed to the public key by hand."""
    opening = desk.directory.opening()
    sealer = sealer_to(opening.public_key, size=4096)
    other = sealer_to(bytes(31) + b"\x09", size=4096)
    honest = response_with(PACK.consultation, {"q3": Answered(Written("honest"), EN)})
    wrong = [
        response_with(PACK.consultation, {"q9": Answered(Written("=1+1"), EN)}),
        response_with(PACK.consultation, {"q1": Answered(Written("=1+1"), EN)}),
        response_with(PACK.consultation, {}, language="=1+1"),
        response_with(PACK.consultation, {"q3": Answered(Written("x"), "=1")}),  # type: ignore[arg-type]
        response_with(consultation_drawn("survey s\nq3 text 40 What?"), {}),
    ]
    records = [
        sealer.seal(encode(honest)),
        *(sealer.seal(encode(response)) for response in wrong),
        sealer.seal(b"no response"),
        sealer.seal(b"[" * 4000),
        other.seal(encode(honest)),
    ]
    store = desk.directory.hold()
    for number, record in enumerate(records):
        store.submit(record, ReceiptCode(str(number)), day=DAY)
    store.release()
    close(desk)
    return desk


def test_what_does_not_fit_the_questionnaire_is_counted_and_never_believed(forged: Desk) -> None:
    found = read_all(forged, unlock(forged, passphrase=PASSPHRASE))
    assert [response.answers["q3"].value for response in found.responses] == [Written("honest")]  # type: ignore[union-attr]
    assert found.unreadable == 8


def test_reading_comes_one_by_one_and_can_be_stopped(forged: Desk) -> None:
    opener = unlock(forged, passphrase=PASSPHRASE)
    one_by_one = reading(forged, opener)
    next(one_by_one)
    one_by_one.close()
    seen: list[tuple[int, int]] = []
    read_all(forged, opener, progress=lambda done, of: seen.append((done, of)))
    assert seen == [(done, 9) for done in range(1, 10)]


def test_wishes_are_read_by_language(desk: Desk) -> None:
    kiosk = kiosk_at(desk)
    for language in ("ti", "ckb", "ti"):
        responding.wish(kiosk, language=language)
    let_go(kiosk)
    close(desk)
    opener = unlock(desk, passphrase=PASSPHRASE)
    assert sorted(read_wishes(desk, opener)) == ["ckb", "ti", "ti"]


def test_inspecting_needs_no_passphrase_and_no_end(desk: Desk) -> None:
    kiosk = kiosk_at(desk)
    sent(kiosk, "one")
    responding.delete(kiosk)
    responding.refuse(kiosk)
    responding.wish(kiosk, language="ti")
    responding.keep(kiosk, responding.begin(kiosk, language=EN))
    seen = inspect(desk)
    assert totals(desk) == (DayTotal(DAY, responses=1, deleted=1, refused=1),)
    assert (seen.counts.sealed, seen.counts.wishes, seen.counts.unfinished) == (1, 1, 1)
    assert (seen.deleted, seen.refused, seen.recovered) == (1, 1, 0)
    assert not seen.opening.is_closed
    let_go(kiosk)


def test_inspecting_finds_books_that_differ(desk: Desk) -> None:
    store = desk.directory.hold()
    store._answers._connection.exec_driver_sql("INSERT INTO receipt VALUES ('nobody')")  # type: ignore[attr-defined]
    store._answers._connection.commit()  # type: ignore[attr-defined]
    store.release()
    found = [trouble for trouble in inspect(desk).troubles if trouble.fault is Fault.BOOKS_DIFFER]
    assert [trouble.detail for trouble in found] == ["0/1/0, 0/0, 0"]


def test_inspecting_shows_damage_instead_of_failing(desk: Desk) -> None:
    (desk.directory.where / "answers.db").write_bytes(b"nothing of the kind")
    seen = inspect(desk)
    assert Fault.DAMAGED in {trouble.fault for trouble in seen.troubles}
    assert seen.counts.sealed == 0


def test_a_time_out_does_what_the_policy_promised(tmp_path: Path) -> None:
    promised = {Policy.KEEP: DayTotal(DAY, responses=1), Policy.DISCARD: DayTotal(DAY, deleted=1)}
    for policy, expected in promised.items():
        desk = opened(tmp_path / policy, PACK, policy)
        kiosk = kiosk_at(desk)
        responding.time_out(kiosk, responding.turn_page(kiosk, responding.begin(kiosk, language=EN)))
        assert totals(desk) == (expected,)
        let_go(kiosk)


def test_how_a_sitting_ended_is_read_after_the_end(desk: Desk) -> None:
    kiosk = kiosk_at(desk)
    for ended in (Ended.COMPLETE, Ended.LEFT):
        responding.send(kiosk, responding.begin(kiosk, language=EN), ended=ended)
    responding.keep(kiosk, responding.begin(kiosk, language=EN))
    let_go(kiosk)
    close(desk)
    found = read_all(desk, unlock(desk, passphrase=PASSPHRASE))
    assert sorted(response.ended for response in found.responses) == ["complete", "left", "recovered"]


def test_two_who_close_at_once_close_it_once(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    real = desk.directory.hold

    def other_first() -> Store:
        monkeypatch.undo()
        close(desk)
        return real()

    monkeypatch.setattr(LocalDirectory, "hold", lambda _: other_first())
    with pytest.raises(ConsultationClosed):
        close(desk)
    desk.directory.hold().release()


def test_a_disk_that_has_no_room_to_tidy_does_not_keep_it_open(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(_: AnswersFile) -> None:
        raise DirectoryRefused(Fault.DISK_FULL, "answers.db")

    monkeypatch.setattr(AnswersFile, "tidy", full)
    assert close(desk).is_closed
    assert (Fault.DISK_FULL, DAY) in {(trouble.fault, trouble.day) for trouble in inspect(desk).troubles}


def test_answers_are_tidied_before_the_end_is_written_down(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(_: LocalDirectory, opening: Opening) -> None:
        raise OSError(28, "No space left on device", opening.id)

    kiosk = kiosk_at(desk)
    for number in range(12):
        sent(kiosk, f"words {number}")
    let_go(kiosk)
    before = (desk.directory.where / "answers.db").read_bytes()
    monkeypatch.setattr(LocalDirectory, "end", cut)
    with pytest.raises(OSError, match="No space"):
        close(desk)
    assert not desk.directory.opening().is_closed
    assert (desk.directory.where / "answers.db").read_bytes() != before
