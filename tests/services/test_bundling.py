from pathlib import Path

import pytest

from icc_consult.services import responding
from icc_consult.services.bundle_errors import SigningKeyAway, TooFewNew
from icc_consult.services.bundling import bundle
from icc_consult.services.closing import close
from icc_consult.services.errors import InUse, NotEmpty
from icc_consult.services.premises import Desk
from icc_consult.verifying.bundle import read_bundle
from icc_consult.verifying.records import Kind
from icc_consult.verifying.state import State

from tests.builders import EN, kiosk_at, opened
from tests.sketches import pack_drawn

PACK = pack_drawn()


@pytest.fixture
def desk(place: Path) -> Desk:
    return opened(place, PACK)


def collect(desk: Desk, count: int) -> None:
    kiosk = kiosk_at(desk)
    for _ in range(count):
        responding.send(kiosk, responding.begin(kiosk, language=EN))
    assert kiosk.store is not None
    kiosk.store.release()


def brought(desk: Desk, stick: Path = Path("stick.iccb")) -> State:
    inside: list[bytes] = []
    bundle(desk, out=stick, write=inside.append)
    return read_bundle(inside[0])


def test_a_bundle_holds_everything_and_fits(desk: Desk) -> None:
    collect(desk, 10)
    inside: list[bytes] = []
    done = bundle(desk, out=Path("stick.iccb"), write=inside.append)
    state = read_bundle(inside[0])
    assert (len(state.of(Kind.SEALED)), len(state.of(Kind.RECEIPT))) == (10, 10)
    assert state.signer == desk.directory.opening().signer.hex()
    assert done.books["honour"] == 10
    assert done.findings == ()


def test_an_unfinished_session_is_in_no_bundle(desk: Desk) -> None:
    collect(desk, 10)
    kiosk = kiosk_at(desk)
    responding.keep(kiosk, responding.begin(kiosk, language=EN))
    assert kiosk.store is not None
    kiosk.store.release()
    assert len(brought(desk).of(Kind.SEALED)) == 10


def test_a_bundle_leaves_with_ten_answers_more_than_the_one_before(desk: Desk) -> None:
    collect(desk, 9)
    with pytest.raises(TooFewNew) as caught:
        brought(desk)
    assert (caught.value.new, caught.value.least) == (9, 10)
    collect(desk, 1)
    assert len(brought(desk).of(Kind.SEALED)) == 10
    collect(desk, 9)
    with pytest.raises(TooFewNew):
        brought(desk)
    collect(desk, 1)
    assert len(brought(desk).of(Kind.SEALED)) == 20


def test_a_lost_stick_is_written_again(desk: Desk) -> None:
    collect(desk, 10)
    assert brought(desk).of(Kind.SEALED) == brought(desk).of(Kind.SEALED)


def test_a_wish_more_is_something_new(desk: Desk) -> None:
    collect(desk, 10)
    brought(desk)
    kiosk = kiosk_at(desk)
    responding.wish(kiosk, language="ti")
    assert kiosk.store is not None
    kiosk.store.release()
    with pytest.raises(TooFewNew):
        brought(desk)


def test_after_the_end_every_answer_leaves(desk: Desk) -> None:
    collect(desk, 3)
    close(desk)
    state = brought(desk)
    assert (len(state.of(Kind.SEALED)), state.is_closed) == (3, True)


def test_what_may_have_left_counts_as_left(desk: Desk) -> None:
    def pulled_out(_: bytes) -> None:
        raise OSError(107, "Transport endpoint is not connected")

    collect(desk, 10)
    with pytest.raises(OSError, match="not connected"):
        bundle(desk, out=Path("stick.iccb"), write=pulled_out)
    collect(desk, 1)
    with pytest.raises(TooFewNew):
        brought(desk)


def test_no_bundle_is_written_while_residents_answer(desk: Desk) -> None:
    collect(desk, 10)
    kiosk = kiosk_at(desk)
    with pytest.raises(InUse):
        brought(desk)
    assert kiosk.store is not None
    kiosk.store.release()


def test_a_bundle_keeps_out_of_the_data(desk: Desk) -> None:
    collect(desk, 10)
    with pytest.raises(NotEmpty):
        brought(desk, desk.directory.where / "a.iccb")


def test_a_signing_key_that_is_gone_is_missed(desk: Desk) -> None:
    collect(desk, 10)
    (desk.directory.where / "signing.key").unlink()
    with pytest.raises(SigningKeyAway):
        brought(desk)
