"""Frames as pictures of QR codes, and back from pictures that a camera took."""

import warnings
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

import zxingcpp
from PIL import Image

from icc_consult.verifying.regular_files import open_regular

SCREEN = (1280, 800)
_QR = zxingcpp.BarcodeFormats([zxingcpp.BarcodeFormat.QRCode])
_MOST_PIXELS = 64_000_000


def as_png(content: bytes) -> bytes:
    """One QR code with its quiet zone, a pixel for each module, to be enlarged by whole numbers."""
    out = BytesIO()
    _code(content).convert("1").save(out, format="PNG")
    return out.getvalue()


def write_picture(path: Path, content: bytes) -> None:
    """One QR code as a black and white PNG, as large as the kiosk's screen allows; raises `OSError`."""
    _picture(content).save(path, format="PNG")


def _picture(content: bytes) -> Image.Image:
    drawn = _code(content)
    side = drawn.width * (min(SCREEN) // drawn.width)
    return drawn.resize((side, side), Image.Resampling.NEAREST).convert("1")


def _code(content: bytes) -> Image.Image:
    code = zxingcpp.create_barcode(content, zxingcpp.BarcodeFormat.QRCode, ec_level="L")
    return Image.fromarray(zxingcpp.write_barcode_to_image(code))


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
