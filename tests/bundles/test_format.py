import io
from dataclasses import replace
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.verifying.bundle import bundle_bytes, read_bundle, salvage_bundle
from icc_consult.verifying.canonical import NotCanonical, canonical, parse
from icc_consult.verifying.manifest import NoManifest, read_manifest
from icc_consult.verifying.records import (
    MOST_CONTENT,
    BrokenRecords,
    Kind,
    Record,
    in_order,
    read_records,
    salvage_records,
)
from icc_consult.verifying.state import State, is_sound

from tests.bundles.model import IDENTITY, place_with

PLACE = place_with(3)
BUNDLE = PLACE.bundle()
RECORDS = PLACE.state().records
names = st.text(st.characters(max_codepoint=127), max_size=5)
leaves = (
    st.none() | st.booleans() | st.integers(-(2**53) + 1, 2**53 - 1) | st.text(st.characters(codec="utf-8"))
)
documents = st.dictionaries(
    names,
    st.recursive(leaves, lambda some: st.lists(some, max_size=3) | st.dictionaries(names, some, max_size=3)),
)


@given(documents)
def test_our_one_form_is_that_of_rfc_8785(document: dict[str, Any]) -> None:
    assert canonical(document) == rfc8785.dumps(document)
    assert parse(canonical(document)) == document


@pytest.mark.parametrize(
    "document", [{"a": 0.5}, {"a": float("nan")}, {"é": 1}, {"a": 2**53}, {"a": "\ud800"}, {"a": {1}}]
)
def test_what_has_no_one_form_is_refused(document: dict[str, Any]) -> None:
    with pytest.raises(NotCanonical):
        canonical(document)


@pytest.mark.parametrize(
    "content",
    [
        *(b"", b"[]", b'{"a":1,"a":1}', b'{ "a":1}', b'{"b":1,"a":1}', b'{"a":1.0}', b'{"a":"\\u0041"}'),
        *(b"\xff", b'{"a":' * 100_000, b'{"a":NaN}', b"9" * 6_000),
    ],
)
def test_bytes_in_another_form_are_refused(content: bytes) -> None:
    with pytest.raises(NotCanonical):
        parse(content)


def test_a_bundle_is_read_as_it_was_written() -> None:
    assert read_bundle(BUNDLE) == PLACE.state()
    assert bundle_bytes(read_bundle(BUNDLE), PLACE.seed) == BUNDLE


def test_a_flip_of_any_byte_is_found() -> None:
    for place in range(len(BUNDLE)):
        damaged = bytearray(BUNDLE)
        damaged[place] ^= 1 << place % 8
        with pytest.raises((NoManifest, BrokenRecords)):
            read_bundle(bytes(damaged))


def test_a_cut_at_any_place_is_found() -> None:
    for place in range(len(BUNDLE)):
        with pytest.raises((NoManifest, BrokenRecords)):
            read_bundle(BUNDLE[:place])


def _parts() -> tuple[bytes, list[bytes]]:
    head = BUNDLE[: -sum(len(one.framed()) for one in RECORDS)]
    return head, [one.framed() for one in in_order(RECORDS)]


def test_a_record_more_or_less_or_twice_or_elsewhere_is_found() -> None:
    head, framed = _parts()
    assert head + b"".join(framed) == BUNDLE
    extra = Record(Kind.CHECKPOINT, b"\xff" * 40).framed()
    for wrong in (
        framed[1:],
        framed[:-1],
        [framed[0], *framed],
        framed[::-1],
        [*framed, extra],
        [*framed, b"\0"],
    ):
        with pytest.raises(BrokenRecords):
            read_bundle(head + b"".join(wrong))


def test_what_another_signed_is_not_taken_for_ones_own() -> None:
    state = PLACE.state()
    with pytest.raises(NoManifest):
        read_bundle(bundle_bytes(state, place_with(1, number=1).seed))


def test_a_signed_record_that_says_nothing_is_refused() -> None:
    strange = State(IDENTITY, PLACE.signer.hex(), False, False, frozenset({Record(Kind.TOTAL, b"{}")}))
    with pytest.raises(BrokenRecords):
        read_bundle(bundle_bytes(strange, PLACE.seed))


def test_a_record_too_large_is_not_even_read() -> None:
    class Watched(io.BytesIO):
        largest = 0

        def read(self, size: int | None = -1, /) -> bytes:
            self.largest = max(self.largest, size or 0)
            return super().read(size)

    stream = Watched(bytes([1]) + (MOST_CONTENT + 1).to_bytes(4, "big") + bytes(32))
    with pytest.raises(BrokenRecords):
        list(read_records(stream))
    assert stream.largest < 100


@given(st.binary(max_size=300), st.integers(0, len(BUNDLE)), st.integers(0, 40))
def test_salvage_returns_only_whole_records(noise: bytes, place: int, lost: int) -> None:
    damaged = BUNDLE[:place] + noise + BUNDLE[place + lost :]
    found = list(salvage_records(damaged))
    assert set(found) <= RECORDS
    assert len(found) == len(set(found))


def test_a_flipped_byte_costs_one_record_and_a_lost_head_none() -> None:
    head, framed = _parts()
    damaged = bytearray(BUNDLE)
    damaged[len(head) + len(framed[0]) + 60] ^= 4
    salvaged = salvage_bundle(bytes(damaged))
    assert len(salvaged.state.records) == len(RECORDS) - 1
    assert (salvaged.is_signed, salvaged.missing) == (True, 1)
    headless = salvage_bundle(b"".join(framed))
    assert headless.state.records == RECORDS
    assert (headless.is_signed, headless.missing) == (False, None)
    assert headless.state.signer == PLACE.signer.hex()


def test_records_that_say_nothing_of_their_consultation_are_nobodys() -> None:
    _, framed = _parts()
    with pytest.raises(NoManifest):
        salvage_bundle(b"".join(framed[:3]))


@given(st.binary(max_size=400) | st.binary(max_size=200).map(lambda some: BUNDLE[:9] + some))
def test_bytes_of_nobody_are_refused_and_nothing_worse(content: bytes) -> None:
    with pytest.raises((NoManifest, BrokenRecords)):
        read_bundle(content)
    with pytest.raises(NoManifest):
        salvage_bundle(content)
    with pytest.raises(NoManifest):
        read_manifest(io.BytesIO(content))


@given(st.sampled_from(Kind), st.binary(max_size=80))
def test_every_record_can_be_judged(kind: Kind, content: bytes) -> None:
    assert is_sound(Record(kind, content)) in (True, False)


@given(st.builds(Record, st.sampled_from(Kind), st.binary(min_size=1, max_size=12)))
def test_a_state_is_as_sound_as_every_record_in_it(one: Record) -> None:
    state = PLACE.state()
    assert state.is_sound()
    assert replace(state, records=state.records | {one}).is_sound() is is_sound(one)
