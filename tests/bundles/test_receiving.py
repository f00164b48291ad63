"""Pictures of frames become bundles, today and tomorrow."""

import io
import random
from pathlib import Path

import pytest
from PIL import Image

from icc_consult.bundles.pictures import SCREEN, codes_in, write_picture
from icc_consult.bundles.receiving import BASKET, receive
from icc_consult.bundles.stream import Frame, Stream, frames_of
from icc_consult.services.bundle_errors import StreamDamaged
from icc_consult.services.errors import NotEmpty

ONE, OTHER = (random.Random(seed).randbytes(9_000) for seed in (1, 2))  # noqa: S311
CODES = [frame.framed() for frame in frames_of(ONE)]


def test_a_picture_gives_back_its_frame_and_fits_the_screen(tmp_path: Path) -> None:
    write_picture(tmp_path / "1.png", CODES[0])
    with Image.open(tmp_path / "1.png") as picture:
        assert max(picture.size) <= min(SCREEN)
        assert picture.width / (89 + 8) >= 4
    assert list(codes_in(tmp_path / "1.png")) == [CODES[0]]


def test_a_photograph_of_two_codes_gives_both(tmp_path: Path) -> None:
    for name, code in zip("ab", CODES, strict=False):
        write_picture(tmp_path / f"{name}.png", code)
    photograph = Image.new("L", (1800, 1000), 128)
    for place, name in ((40, "a"), (920, "b")):
        with Image.open(tmp_path / f"{name}.png") as picture:
            photograph.paste(picture.convert("L"), (place, 100))
    photograph.rotate(7, fillcolor=90).save(tmp_path / "both.jpg", quality=60)
    assert set(codes_in(tmp_path / "both.jpg")) == set(CODES[:2])


def cut_png() -> bytes:
    out = io.BytesIO()
    Image.new("L", (400, 400)).save(out, "PNG")
    return out.getvalue()[:60]


@pytest.mark.parametrize("content", [b"", b"hello", b"\x89PNG\r\n\x1a\n", cut_png()])
def test_what_is_no_picture_has_no_codes(content: bytes, tmp_path: Path) -> None:
    (tmp_path / "x.png").write_bytes(content)
    assert list(codes_in(tmp_path / "x.png")) == []


def test_a_picture_that_would_fill_the_memory_is_not_opened(tmp_path: Path) -> None:
    Image.new("1", (20_000, 20_000)).save(tmp_path / "bomb.png")
    assert list(codes_in(tmp_path / "bomb.png")) == []


def test_a_file_that_is_not_there_is_said(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        list(codes_in(tmp_path / "none.png"))


def test_receiving_goes_on_where_it_stopped(tmp_path: Path) -> None:
    out = tmp_path / "in.iccb"
    first = receive(out, CODES[:6])
    assert (first.is_whole, first.more, out.exists()) == (False, 8, False)
    assert receive(out, CODES[3:9]).more == 5
    done = receive(out, reversed(CODES[6:]))
    assert done.is_whole
    assert out.read_bytes() == ONE
    assert [path.name for path in tmp_path.iterdir()] == ["in.iccb"]
    assert receive(out, CODES).is_whole


def test_frames_that_were_kept_and_spoilt_are_asked_for_again(tmp_path: Path) -> None:
    out = tmp_path / "in.iccb"
    receive(out, CODES[:6])
    basket = tmp_path / f"in.iccb{BASKET}"
    basket.write_bytes(b"x" + basket.read_bytes()[1:-9])
    assert receive(out, []).more == 10
    assert receive(out, CODES).is_whole


def test_parts_may_come_mixed_and_one_that_was_never_seen_is_named(tmp_path: Path) -> None:
    parts = [frames_of(content, part=part, parts=3) for part, content in ((1, ONE), (3, OTHER))]
    codes = [frame.framed() for frames in parts for frame in frames]
    random.Random(5).shuffle(codes)  # noqa: S311
    harvest = receive(tmp_path / "in.iccb", codes)
    assert (harvest.is_whole, harvest.unseen, harvest.more) == (False, (2,), 0)
    assert (tmp_path / "in-1.iccb").read_bytes() == ONE
    assert (tmp_path / "in-3.iccb").read_bytes() == OTHER
    last = [frame.framed() for frame in frames_of(b"last", part=2, parts=3)]
    assert receive(tmp_path / "in.iccb", last).is_whole
    assert sorted(path.name for path in tmp_path.iterdir()) == ["in-1.iccb", "in-2.iccb", "in-3.iccb"]


def test_streams_of_two_evenings_do_not_overwrite_each_other(tmp_path: Path) -> None:
    codes = [frame.framed() for content in (ONE, OTHER) for frame in frames_of(content)]
    assert receive(tmp_path / "in.iccb", codes).is_whole
    assert {path.read_bytes() for path in tmp_path.iterdir()} == {ONE, OTHER}


def test_a_bundle_that_is_there_is_never_written_over(tmp_path: Path) -> None:
    (tmp_path / "in.iccb").write_bytes(b"another")
    with pytest.raises(NotEmpty):
        receive(tmp_path / "in.iccb", CODES)
    assert (tmp_path / "in.iccb").read_bytes() == b"another"


def test_frames_that_fit_and_give_no_bundle_are_forgotten(tmp_path: Path) -> None:
    hostile = [Frame(Stream(1, 1, 1_300, b"hostile!"), place, bytes(672)).framed() for place in range(4)]
    with pytest.raises(StreamDamaged):
        receive(tmp_path / "in.iccb", [*hostile, *CODES[:3]])
    assert receive(tmp_path / "in.iccb", CODES[3:]).is_whole
    assert (tmp_path / "in.iccb").read_bytes() == ONE


def test_pictures_without_a_frame_leave_nothing_behind(tmp_path: Path) -> None:
    harvest = receive(tmp_path / "in.iccb", [b"https://example.org", b""])
    assert (harvest.is_whole, harvest.streams) == (False, ())
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("byte", [0, 255])
def test_a_frame_of_one_byte_throughout_can_be_drawn(byte: int, tmp_path: Path) -> None:
    code = bytes([byte]) * 700
    write_picture(tmp_path / "1.png", code)
    assert list(codes_in(tmp_path / "1.png")) == [code]
