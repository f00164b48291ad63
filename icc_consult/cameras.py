"""Pictures from a camera, or from a film that one took, and the QR codes in them. OpenCV comes when asked."""

from __future__ import annotations

import importlib.util
import os
import sys
from collections.abc import Generator, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icc_consult.domain.errors import BrokenRule
from icc_consult.verifying.regular_files import open_regular

if TYPE_CHECKING:
    import numpy as np

    Picture = np.ndarray[Any, np.dtype[np.uint8]]

WIDTH, HEIGHT = 1280, 720
MOST_PIXELS = 16_000_000
_DEVICES = Path("/dev")
# What libraries say goes nowhere; a film may name no place in the network.
_SURROUNDINGS = {
    "OPENCV_LOG_LEVEL": "SILENT",
    "OPENCV_FFMPEG_LOGLEVEL": "-8",
    "OPENCV_FFMPEG_CAPTURE_OPTIONS": "protocol_whitelist;file",
}


@dataclass
class NoCameraLibrary(BrokenRule):
    """What reads from cameras was not installed."""


@dataclass
class NoCamera(BrokenRule):
    """There is no camera of this number, or another program has it."""

    camera: str


@dataclass
class NoFilm(BrokenRule):
    """A file that cannot be read as a film, or whose pictures are too large."""

    where: str


Source = int | Path


def source_named(text: str) -> Source:
    """The camera of this number, or the film in this file."""
    return int(text) if text.isascii() and text.isdigit() else Path(text).absolute()


def check_camera(source: Source) -> None:
    """Raise, without touching it, `NoCameraLibrary`, `NoCamera`, or `OSError` where there is no such file."""
    if importlib.util.find_spec("cv2") is None:
        raise NoCameraLibrary
    if isinstance(source, Path):
        open_regular(source).close()
    elif sys.platform == "linux" and not (_DEVICES / f"video{source}").exists():
        raise NoCamera(str(source))


def pictures(source: Source) -> Generator[Picture, None, None]:
    """Each picture in grey, rows by columns, as long as there are any and somebody asks for the next.

    Raises what `check_camera` raises, and `NoFilm`.
    """
    check_camera(source)
    os.environ.update(_SURROUNDINGS)
    import cv2  # noqa: PLC0415 - an extra, and much to bring in

    capture = _opened(cv2, source)
    try:
        while True:
            is_there, picture = capture.read()
            if not is_there:
                return
            yield cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY) if picture.ndim == 3 else picture
    finally:
        capture.release()


def _opened(cv2: Any, source: Source) -> Any:
    if isinstance(source, Path):
        return _film(cv2, source)
    capture = cv2.VideoCapture(source, cv2.CAP_V4L2 if sys.platform == "linux" else cv2.CAP_ANY)
    if not capture.isOpened():
        raise NoCamera(str(source))
    capture.set(cv2.CAP_PROP_FRAME_WIDTH, WIDTH)
    capture.set(cv2.CAP_PROP_FRAME_HEIGHT, HEIGHT)
    capture.set(cv2.CAP_PROP_BUFFERSIZE, 1)
    return capture


def _film(cv2: Any, path: Path) -> Any:
    capture = cv2.VideoCapture(os.fspath(path), cv2.CAP_FFMPEG)
    pixels = capture.get(cv2.CAP_PROP_FRAME_WIDTH) * capture.get(cv2.CAP_PROP_FRAME_HEIGHT)
    if not capture.isOpened() or pixels > MOST_PIXELS:
        capture.release()
        raise NoFilm(str(path))
    return capture


def codes_of(picture: Picture) -> Iterator[bytes]:
    """What every QR code in a picture holds."""
    import zxingcpp  # noqa: PLC0415 - the kiosk has no use for it before a card is shown

    formats = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
    for code in zxingcpp.read_barcodes(picture, formats=formats):
        yield bytes(code.bytes)
