"""A stream gives back the same bundle from any frames that are enough, or says how many are lacking."""

import random
import zlib
from contextlib import suppress
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_consult.bundles.stream import (
    FRAME,
    MOST_BYTES,
    SYMBOL,
    Frame,
    Lacking,
    NoFrame,
    NotAsSent,
    Stream,
    TooLong,
    content_of,
    frames_of,
    gathered,
    read_frame,
)

CONTENT = random.Random(7).randbytes(60_000)  # noqa: S311
CODES = [frame.framed() for frame in frames_of(CONTENT)]
[STREAM] = gathered(map(read_frame, CODES))


def rebuilt(codes: list[bytes]) -> bytes | Lacking:
    frames = []
    for code in codes:
        try:
            frames.append(read_frame(code))
        except NoFrame:
            continue
    streams = gathered(frames)
    return content_of(STREAM, streams[STREAM]) if streams else Lacking(STREAM.symbols)


def test_every_frame_fits_one_code_that_a_camera_reads() -> None:
    assert {len(code) for code in CODES} == {FRAME} == {700}
    assert len(CODES) == STREAM.symbols + -(-STREAM.symbols // 4)


@given(st.randoms(use_true_random=False), st.integers(1, 20_000))
@settings(max_examples=60)
def test_a_fifth_may_be_lost_in_any_order_with_others_twice(dice: random.Random, size: int) -> None:
    content = dice.randbytes(size)
    codes = [frame.framed() for frame in frames_of(content, spare=0.6)]
    kept = dice.sample(codes, len(codes) - len(codes) // 5)
    shown = kept + dice.choices(kept, k=len(kept) // 2)
    dice.shuffle(shown)
    [(stream, symbols)] = gathered(map(read_frame, shown)).items()
    assert content_of(stream, symbols) == content


@given(st.sets(st.integers(0, len(CODES) - 1)), st.randoms(use_true_random=False))
@settings(max_examples=150)
def test_any_frames_give_the_bundle_or_say_how_many_are_lacking(kept: set[int], dice: random.Random) -> None:
    codes = [CODES[place] for place in kept]
    dice.shuffle(codes)
    found = rebuilt(codes)
    if isinstance(found, Lacking):
        assert found.more == max(1, STREAM.symbols - len(codes))
    else:
        assert found == CONTENT


@given(st.data())
@settings(max_examples=100)
def test_a_frame_that_was_changed_anywhere_is_none(data: st.DataObject) -> None:
    code = bytearray(data.draw(st.sampled_from(CODES)))
    place = data.draw(st.integers(0, FRAME - 1))
    code[place] ^= data.draw(st.integers(1, 255))
    with pytest.raises(NoFrame):
        read_frame(bytes(code))


@given(st.binary(max_size=FRAME + 1))
def test_what_is_no_frame_is_refused(content: bytes) -> None:
    with pytest.raises(NoFrame):
        read_frame(content)


def test_with_a_tenth_spoilt_and_a_tenth_lost_the_rest_is_enough() -> None:
    dice = random.Random(3)  # noqa: S311
    spoilt = [bytes([code[0] ^ 1]) + code[1:] if dice.random() < 0.1 else code for code in CODES]
    codes = dice.sample(spoilt, len(spoilt) * 9 // 10)
    assert rebuilt(codes) == CONTENT


@given(st.integers(0, 2**24 - 1), st.binary(min_size=SYMBOL, max_size=SYMBOL), st.integers(1, SYMBOL * 5))
@settings(max_examples=60)
def test_a_hostile_frame_with_a_right_check_is_never_a_bundle(place: int, symbol: bytes, size: int) -> None:
    stream = Stream(1, 1, size, b"hostile!")
    places = [place, *range(place + 1, place + stream.symbols + 3)]
    frames = [Frame(stream, one % 2**24, symbol) for one in places]
    [(found, symbols)] = gathered(read_frame(frame.framed()) for frame in frames).items()
    with suppress(NotAsSent):
        assert isinstance(content_of(found, symbols), Lacking)


@pytest.mark.parametrize(
    "wrong",
    [
        {"stream": replace(STREAM, size=0)},
        {"stream": replace(STREAM, size=MOST_BYTES + 1)},
        {"stream": replace(STREAM, part=2)},
        {"stream": replace(STREAM, part=0)},
        {"place": 2**24},
    ],
)
def test_a_head_that_cannot_be_is_refused(wrong: dict[str, object]) -> None:
    frame = replace(read_frame(CODES[0]), **wrong)
    with pytest.raises(NoFrame):
        read_frame(frame.framed())


def test_a_frame_of_another_version_is_refused() -> None:
    body = CODES[0][:3] + b"\x02" + CODES[0][4:-4]
    with pytest.raises(NoFrame):
        read_frame(body + zlib.crc32(body).to_bytes(4))


@pytest.mark.parametrize("content", [b"", bytes(MOST_BYTES + 1)])
def test_what_is_too_long_or_nothing_is_not_shown(content: bytes) -> None:
    with pytest.raises(TooLong):
        frames_of(content)
