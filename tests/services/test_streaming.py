"""What a stick would carry, in parts of at most 300 answers."""

from dataclasses import replace
from pathlib import Path

import pytest

from icc_consult.services import responding
from icc_consult.services.bundle_errors import NoListOfHeld, OtherConsultation, TooFewNew
from icc_consult.services.held import held_in, held_of
from icc_consult.services.premises import Desk
from icc_consult.services.streaming import MOST_ANSWERS, parts_of, stream
from icc_consult.verifying.bundle import bundle_bytes, read_bundle
from icc_consult.verifying.checking import check
from icc_consult.verifying.records import Kind
from icc_consult.verifying.state import State

from tests.builders import EN, kiosk_at, opened
from tests.bundles.model import place_with
from tests.sketches import pack_drawn


@pytest.mark.parametrize(
    ("answers", "parts"), [(0, 1), (1, 1), (300, 1), (301, 2), (600, 2), (601, 3), (1_000, 4)]
)
def test_no_part_has_more_than_300_answers_and_none_has_few(answers: int, parts: int) -> None:
    state = place_with(answers).state()
    sizes = [len(part.of(Kind.SEALED)) for part in parts_of(state)]
    assert (len(sizes), sum(sizes)) == (parts, answers)
    assert max(sizes) <= MOST_ANSWERS
    assert parts == 1 or min(sizes) >= 150


def test_the_parts_in_any_order_are_the_whole() -> None:
    place = place_with(650)
    parts = [read_bundle(bundle_bytes(part, place.seed)) for part in parts_of(place.state())]
    whole = parts[2].joined(parts[0]).joined(parts[1])
    assert whole == place.state()
    assert check(whole) == ()
    assert sum(len(part.records) for part in parts) == len(whole.records)


def test_an_answer_lies_beside_no_receipt_of_its_own() -> None:
    """Each kind is dealt out in the order of its own hashes, whichever was stored with which."""
    first = parts_of(place_with(600).state())[0]
    for kind in (Kind.SEALED, Kind.RECEIPT):
        hashes = sorted(record.hash for record in place_with(600).state().of(kind))
        assert {record.hash for record in first.of(kind)} == set(hashes[::2])


def test_what_the_receiver_has_is_not_shown_again_and_nothing_else_is_left_out() -> None:
    """Round after round the delta and what is there are the whole, and a delta has at most 300 a part."""
    kiosk, there = place_with(0), place_with(0).state()
    for new in (650, 0, 10, 400):
        kiosk.answers(new)
        kiosk.end_day()
        whole = kiosk.state()
        held = held_in(held_of(there).content(), "there")
        parts = parts_of(held.rest(whole))
        assert sum(len(part.of(Kind.SEALED)) for part in parts) == new
        assert max(len(part.of(Kind.SEALED)) for part in parts) <= MOST_ANSWERS
        for part in parts[::-1]:
            there = there.joined(read_bundle(bundle_bytes(part, kiosk.seed)))
        assert there.records >= whole.records
    assert len(there.of(Kind.SEALED)) == 1_060


def test_a_list_of_what_is_held_is_of_one_opening_and_whole() -> None:
    state = place_with(5).state()
    content = held_of(state).content()
    other = State(replace(state.identity, opening="ff" * 8), state.signer, False, False, state.records)
    with pytest.raises(OtherConsultation):
        held_in(content, "there").rest(other)
    for broken in (b"", content[:-1], content + b"x", b"x" + content[1:], content[:25] + content[25:][::-1]):
        with pytest.raises(NoListOfHeld):
            held_in(broken, "there")


def test_a_list_of_what_is_held_names_no_record_twice_in_the_same_way() -> None:
    state = place_with(5).state()
    assert not held_of(state).names & held_of(state).names


def test_a_stream_shows_what_a_bundle_would_carry_and_follows_its_rules(place: Path, tmp_path: Path) -> None:
    desk = opened(place, pack_drawn())
    shown: list[tuple[int, int, bytes]] = []
    answer(desk, 9)
    with pytest.raises(TooFewNew):
        stream(desk, out=tmp_path / "out", write=lambda *part: shown.append(part))
    assert shown == []
    answer(desk, 1)
    done = stream(desk, out=tmp_path / "out", write=lambda *part: shown.append(part))
    [(number, of, inside)] = shown
    assert (number, of, done.books["sealed"], done.findings) == (1, 1, 10, ())
    assert read_bundle(inside) == done.state


def answer(desk: Desk, count: int) -> None:
    kiosk = kiosk_at(desk)
    for _ in range(count):
        responding.send(kiosk, responding.begin(kiosk, language=EN))
    assert kiosk.store is not None
    kiosk.store.release()
