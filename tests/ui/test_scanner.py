"""A scanner on a real pseudo-terminal: codes come through, and nothing else can hurt."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytestqt.qtbot import QtBot

from PySide6.QtCore import QTimer

from ui.demo.clock import Clock
from ui.scanner import LONGEST, Lines, Scanner

from tests.ui.ports import Port

CODE = "7KX0-AB2D-9QHT-5N3C-W8ZM-4E6R-XYA"
MEGABYTES = 10


@pytest.fixture
def port(tmp_path: Path) -> Iterator[Port]:
    plugged = Port(tmp_path / "ttyACM0")
    yield plugged
    if plugged.path.is_symlink():
        plugged.pull_out()


@pytest.fixture
def heard() -> list[str]:
    return []


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
def scanner(qtbot: QtBot, port: Port, heard: list[str], clock: Clock) -> Iterator[Scanner]:
    reading = Scanner(port.path, every=1, clock=clock)
    reading.read.connect(heard.append)
    reading.start()
    yield reading
    reading.close()


@pytest.mark.parametrize("end", [b"\r", b"\n", b"\r\n"])
def test_a_code_ends_with_its_line(
    qtbot: QtBot, port: Port, scanner: Scanner, heard: list[str], end: bytes
) -> None:
    with qtbot.waitSignal(scanner.read):
        port.scan(CODE[:9].encode())
        port.scan(CODE[9:].encode() + end)
    assert heard == [CODE]


def test_a_card_that_is_read_twice_at_once_is_told_once(
    qtbot: QtBot, port: Port, scanner: Scanner, heard: list[str], clock: Clock
) -> None:
    with qtbot.waitSignal(scanner.read):
        port.scan(b"first\nfirst\nfirst\n")
    clock.advance(1)
    with qtbot.waitSignal(scanner.read):
        port.scan(b"second\n")
    assert heard == ["first", "second"]


def test_ten_megabytes_without_an_end_are_forgotten_while_the_screen_goes_on(
    qtbot: QtBot, port: Port, scanner: Scanner, heard: list[str]
) -> None:
    ticks: list[None] = []
    ticking = QTimer(interval=0)
    ticking.timeout.connect(lambda: ticks.append(None))
    ticking.start()
    pouring = port.pour(bytes(2**20 - 1) + b"A", times=MEGABYTES)
    qtbot.waitUntil(lambda: not pouring.is_alive(), timeout=60_000)
    with qtbot.waitSignal(scanner.read):
        port.scan(b"\n" + CODE.encode() + b"\r")
    ticking.stop()
    assert heard == [CODE]
    assert len(scanner._lines._begun) <= LONGEST + 1
    assert len(ticks) > 10 * MEGABYTES


def test_a_plug_that_is_pulled_out_and_put_in_again_does_no_harm(
    qtbot: QtBot, port: Port, scanner: Scanner, heard: list[str]
) -> None:
    port.scan(CODE[:20].encode())
    with qtbot.waitSignal(scanner.lost) as lost:
        port.pull_out()
    assert lost.args == ["No such device"]
    assert not scanner.is_open
    port.plug_in()
    qtbot.waitUntil(lambda: scanner.is_open)
    with qtbot.waitSignal(scanner.read):
        port.scan(CODE.encode() + b"\n")
    assert heard == [CODE]


@pytest.mark.parametrize(
    ("name", "why"), [("absent", "No such file or directory"), ("file", "Inappropriate ioctl for device")]
)
def test_what_is_no_port_is_told_once_and_looked_for_again(
    qtbot: QtBot, tmp_path: Path, name: str, why: str
) -> None:
    (tmp_path / "file").write_bytes(b"CODE\n")
    reading = Scanner(tmp_path / name, every=1)
    told: list[str] = []
    tries: list[None] = []
    reading.lost.connect(told.append)
    reading._looking.timeout.connect(lambda: tries.append(None))
    reading.start()
    qtbot.waitUntil(lambda: len(tries) > 3)
    reading.close()
    assert told == [why]


@given(st.lists(st.binary(max_size=300), max_size=20))
def test_whatever_comes_is_a_short_plain_code_or_nothing(pieces: list[bytes]) -> None:
    lines = Lines()
    codes = [code for piece in pieces for code in lines.feed(piece)]
    assert all(code.isascii() and code.isprintable() and 0 < len(code) <= LONGEST for code in codes)
    assert len(lines._begun) <= LONGEST + 1


@given(st.lists(st.from_regex(r"[0-9A-Z-]{1,40}", fullmatch=True), max_size=5), st.data())
def test_codes_come_through_however_they_are_cut(codes: list[str], data: st.DataObject) -> None:
    stream = "".join(f"{code}\r\n" for code in codes).encode()
    cuts = sorted(data.draw(st.lists(st.integers(0, len(stream)), max_size=5)))
    lines = Lines()
    pieces = [stream[start:end] for start, end in zip([0, *cuts], [*cuts, len(stream)], strict=True)]
    assert [code for piece in pieces for code in lines.feed(piece)] == codes


def test_a_line_that_is_too_long_is_dropped_with_its_end() -> None:
    lines = Lines()
    assert lines.feed(b"A" * 99) == []
    assert lines.feed(b"A" * 99) == []
    assert lines.feed(b"tail\nnext\n") == ["next"]
    assert lines.feed(b"A" * LONGEST + b"\n") == ["A" * LONGEST]
