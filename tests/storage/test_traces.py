"""What a stolen disk, or the next person, can find in a data directory."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from icc_consult.domain.consultation import Policy
from icc_consult.domain.response import Answered, Written
from icc_consult.services import closing, responding
from icc_consult.services.ports import SealedRecord
from icc_consult.services.responding import Kiosk, Seat

from tests.builders import EN, desk_over, kiosk_at, opened
from tests.sketches import pack_drawn

CANARY = "Zitronenfalter7391"


def bytes_in(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(data.iterdir())}


def disguises(word: str) -> Iterator[bytes]:
    plain = word.encode()
    yield from (plain, plain[::-1], plain.hex().encode(), word.encode("utf-16-le"), word.upper().encode())
    yield from (base64.b64encode(b"x" * shift + plain)[4:-4] for shift in range(3))


def found(data: Path, *needles: bytes) -> list[str]:
    return [name for name, content in bytes_in(data).items() if any(needle in content for needle in needles)]


def walked(kiosk: Kiosk) -> Seat:
    """A resident who answers the open question and turns every page."""
    seat = responding.begin(kiosk, language=EN)
    responding.keep(kiosk, seat)
    seat = responding.answer(seat, item="q3", given=Answered(Written(CANARY), EN))
    while seat.session.page is not None:
        seat = responding.turn_page(kiosk, seat)
    return seat


class Recording:
    """A sealer that remembers what it sealed."""

    def __init__(self, kiosk: Kiosk) -> None:
        assert kiosk.sealer is not None
        self._sealer = kiosk.sealer
        self.size = self._sealer.size
        self.sealed: list[SealedRecord] = []

    def seal(self, payload: bytes) -> SealedRecord:
        self.sealed.append(self._sealer.seal(payload))
        return self.sealed[-1]


@pytest.fixture(params=[Policy.KEEP, Policy.DISCARD])
def kiosk(request: pytest.FixtureRequest, place: Path) -> Iterator[Kiosk]:
    kiosk = kiosk_at(opened(place, pack_drawn(), request.param))
    assert kiosk.store is not None
    object.__setattr__(kiosk, "sealer", Recording(kiosk))
    yield kiosk
    kiosk.store.release()


def sealed_by(kiosk: Kiosk) -> list[SealedRecord]:
    assert isinstance(kiosk.sealer, Recording)
    return kiosk.sealer.sealed


def test_no_word_of_an_answer_can_be_found_at_any_time(kiosk: Kiosk, place: Path) -> None:
    needles = list(disguises(CANARY))
    seat = walked(kiosk)
    assert found(place, *needles) == []
    responding.send(kiosk, seat)
    walked(kiosk)
    responding.time_out(kiosk, walked(kiosk))
    walked(kiosk)
    responding.delete(kiosk)
    assert found(place, *needles) == []


def test_the_wish_for_a_language_cannot_be_found(kiosk: Kiosk, place: Path) -> None:
    responding.wish(kiosk, language=CANARY)
    assert found(place, *disguises(CANARY)) == []


def test_deleting_leaves_no_byte_of_the_snapshot(kiosk: Kiosk, place: Path) -> None:
    seat = walked(kiosk)
    responding.delete(kiosk)
    parts = [record.body[start : start + 24] for record in sealed_by(kiosk) for start in (1, 400, 900)]
    assert found(place, *parts, seat.receipt.encode()) == []


def test_sending_leaves_no_byte_of_the_snapshot(kiosk: Kiosk, place: Path) -> None:
    responding.send(kiosk, walked(kiosk))
    *snapshots, response = sealed_by(kiosk)
    assert found(place, *(record.body[1:25] for record in snapshots)) == []
    assert found(place, response.body[1:25]) == ["answers.db"]


def test_only_policy_keep_writes_before_sending(kiosk: Kiosk, place: Path) -> None:
    before = bytes_in(place)
    walked(kiosk)
    changed = [name for name, content in bytes_in(place).items() if before.get(name) != content]
    assert changed == ["ballast", *(["unfinished.db"] if kiosk.policy is Policy.KEEP else [])]
    assert not any(bytes_in(place)["ballast"])


def test_a_snapshot_lies_in_a_file_of_its_own(place: Path) -> None:
    kiosk = kiosk_at(opened(place, pack_drawn()))
    object.__setattr__(kiosk, "sealer", Recording(kiosk))
    seat = walked(kiosk)
    assert found(place, sealed_by(kiosk)[-1].body[1:25], seat.receipt.encode()) == ["unfinished.db"]
    assert kiosk.store is not None
    kiosk.store.release()


def test_a_crash_after_walking_leaves_what_the_policy_promised(kiosk: Kiosk, place: Path) -> None:
    walked(kiosk)
    assert kiosk.store is not None
    kiosk.store.release()  # what a killed process does to its files
    again = kiosk_at(desk_over(place, pack_drawn()))
    assert again.store is not None
    assert [total.recovered for total in again.store.totals()] == ([1] if kiosk.policy is Policy.KEEP else [])
    again.store.release()


def test_closing_turns_what_was_left_into_a_partial_response(place: Path) -> None:
    desk = opened(place, pack_drawn())
    kiosk = kiosk_at(desk)
    walked(kiosk)
    assert kiosk.store is not None
    kiosk.store.release()
    closing.close(desk)
    assert desk.directory.counts().days[0].recovered == 1
    assert desk.directory.counts().unfinished == 0
