"""Frames that come one after the other, and somebody who stops watching."""

import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from icc_consult.bundles import receiving
from icc_consult.bundles.receiving import BASKET, Harvest, receive, watch
from icc_consult.bundles.stream import FRAME, frames_of

MANY = random.Random(1).randbytes(200_000)  # noqa: S311
CODES = [frame.framed() for frame in frames_of(MANY)]


def as_seen(codes: list[bytes]) -> Iterator[bytes]:
    """Every code three times, among other codes."""
    for code in codes:
        yield from (b"another code", code, code, code[:-1], code)


def test_watching_ends_with_the_frame_that_makes_it_whole(tmp_path: Path) -> None:
    out = tmp_path / "in.iccb"
    codes = as_seen(random.Random(2).sample(CODES, len(CODES)))  # noqa: S311
    *before, last = watch(out, codes)
    assert last.is_whole
    assert not any(one.is_whole for one in before)
    assert out.read_bytes() == MANY
    assert next(codes)


def test_what_is_on_the_disk_is_not_written_anew_for_every_frame(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    calls: list[int] = []

    def counted(out: Path, codes: list[bytes]) -> Harvest:
        calls.append(len(codes))
        return receive(out, codes)

    monkeypatch.setattr(receiving, "receive", counted)
    list(watch(tmp_path / "in.iccb", as_seen(CODES)))
    assert len(calls) < len(CODES) // 3
    assert max(calls) > 10


def test_whoever_stops_loses_nothing(tmp_path: Path) -> None:
    out, count = tmp_path / "in.iccb", 150

    def stopped() -> Iterator[bytes]:
        yield from CODES[:count]
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        list(watch(out, stopped()))
    assert out.with_name(out.name + BASKET).stat().st_size == count * FRAME
    assert list(watch(out, CODES[count:]))[-1].is_whole
