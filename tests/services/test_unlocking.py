"""Whatever was sealed by somebody else, with whatever key: the honest answers are read all the same."""

import json
from pathlib import Path
from typing import Any

import pytest

from icc_consult.domain.response import Answered, Written
from icc_consult.services.closing import close
from icc_consult.services.errors import KeyAway, NotOpened, OtherKey
from icc_consult.services.exporting import export
from icc_consult.services.payload import encode
from icc_consult.services.ports import ReceiptCode
from icc_consult.services.premises import Desk
from icc_consult.services.unlocking import read_all, read_wishes, unlock
from icc_consult.trust.sealing import sealer_to

from tests.builders import DAY, EN, PASSPHRASE, desk_over, opened, response_with
from tests.sketches import pack_drawn

PACK = pack_drawn()
HONEST = response_with(PACK.consultation, {"q3": Answered(Written("honest"), EN)})


def closed_with(place: Path, *payloads: bytes) -> Desk:
    """A closed consultation with the honest response and what somebody else sealed to its key."""
    desk = opened(place, PACK)
    sealer = sealer_to(desk.directory.opening().public_key, size=8192)
    store = desk.directory.hold()
    for number, payload in enumerate([encode(HONEST), *payloads]):
        store.submit(sealer.seal(payload), ReceiptCode(str(number)), day=DAY)
    store.release()
    close(desk)
    return desk


def forged(**changes: Any) -> bytes:
    return json.dumps(json.loads(encode(HONEST)) | changes).encode()


@pytest.mark.parametrize(
    "payload",
    [
        forged(answers={"topics": {"topics": [["t1"]], "l": "en"}}),
        forged(answers={"q2": {"many": [["health"], {}], "l": "en"}}),
        forged(answers={"q3": {"text": "x", "l": ["en"]}}),
        forged(answers={"q3": {"text": "x", "l": {}}}),
        forged(answers={"q3": {"text": "a\ud800b", "l": "en"}}),
        forged(answers=[["q3"]]),
        forged(language=["en"]),
        forged(language=None),
        forged(ended=["complete"]),
        forged(offered=[["q1"]]),
        forged(drawn=5),
        forged(sitting=[]),
        forged(fingerprint=[]),
        b"\xff\xfe",
        b"9" * 6_000,
    ],
)
def test_no_record_stops_the_others_from_being_read(place: Path, payload: bytes) -> None:
    desk = closed_with(place, payload)
    found = read_all(desk, unlock(desk, passphrase=PASSPHRASE))
    assert (found.responses, found.unreadable) == ((HONEST,), 1)


def test_the_key_of_another_consultation_is_not_tried_on_these_answers(place: Path, tmp_path: Path) -> None:
    desk = closed_with(place)
    other = opened(tmp_path / "other", PACK)
    (place / "key.age").write_bytes(other.directory.locked_key())
    with pytest.raises(OtherKey):
        unlock(desk, passphrase=PASSPHRASE)


def test_a_key_that_was_carried_away_is_asked_for_by_name(place: Path) -> None:
    desk = closed_with(place)
    (place / "key.age").unlink()
    with pytest.raises(KeyAway) as caught:
        unlock(desk, passphrase=PASSPHRASE)
    assert caught.value.where == str(place / "key.age")
    assert isinstance(caught.value, NotOpened)


def test_answers_are_read_although_an_unfinished_file_is_damaged(place: Path, tmp_path: Path) -> None:
    desk = closed_with(place)
    (place / "unfinished.db").write_bytes(b"nothing of the kind")
    opener = unlock(desk_over(place, PACK), passphrase=PASSPHRASE)
    done = export(desk, opener=opener, out=tmp_path, write=lambda _, found: (str(len(found.responses)),))
    assert done.files == ("1",)


def test_a_wish_that_is_no_language_is_left_out(place: Path) -> None:
    desk = opened(place, PACK)
    sealer = sealer_to(desk.directory.opening().public_key, size=8192)
    store = desk.directory.hold()
    for wish in (b"ti", b"zh-Hant", b"=1+1", b"x" * 3_000, b"\xff", b"", b"ti\n"):
        store.add_wish(sealer.seal(wish), day=DAY)
    store.release()
    close(desk)
    assert sorted(read_wishes(desk, unlock(desk, passphrase=PASSPHRASE))) == ["ti", "zh-Hant"]
