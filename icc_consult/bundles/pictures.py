"""Frames as pictures of QR codes, and back from pictures that a camera took."""

import warnings
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import zxingcpp
from PIL import Image

from icc_consult.verifying.regular_files import open_regular

SCREEN = (1280, 800)
_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
_MOST_PIXELS = 64_000_000


def write_picture(path: Path, content: bytes) -> None:
    """One QR code as a black and white PNG, as large as the kiosk's screen allows; raises `OSError`."""
    _picture(content).save(path, format="PNG")


def _picture(content: bytes) -> Image.Image:
    code = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    drawn = Image.fromarray(zxingcpp.write_barcode_to_image(code))
    side = drawn.width * (min(SCREEN) // drawn.width)
    return drawn.resize((side, side), Image.Resampling.NEAREST).convert("1")


def codes_in(path: Path) -> Iterator[bytes]:
    """What every QR code in a picture holds; nothing where it is no picture. Raises `OSError` for no file."""
    with open_regular(path) as stream:
        picture = _opened(stream)
    if picture is not None:
        for code in zxingcpp.read_barcodes(picture, formats=_QR):
            yield bytes(code.bytes)


def _opened(stream: BinaryIO) -> Image.Image | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("error")  # a picture that is suspiciously large only warns
            with Image.open(stream) as picture:
                return picture.convert("L") if picture.width * picture.height <= _MOST_PIXELS else None
    except (OSError, ValueError, SyntaxError, Warning, Image.DecompressionBombError):
        return None
