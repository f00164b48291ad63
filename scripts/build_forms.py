"""Write the forms that tests read into `tests/data/forms`, the same bytes every time."""

import struct
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

from scripts.forms.conventions import CONVENTIONS
from scripts.forms.drawn import HERE, Drawn, all_drawn
from scripts.forms.large import four_hundred

OUT = HERE.parents[1] / "tests" / "data" / "forms"


def forms() -> Iterator[Drawn]:
    """All of them."""
    yield from all_drawn()
    yield four_hundred()


def content_of(form: Drawn) -> bytes:
    """The bytes of its file."""
    return CONVENTIONS[form.convention](form.sheets)


def main(out: Path = OUT) -> int:
    """Write every form, and the pictures that one of them shows."""
    out.mkdir(parents=True, exist_ok=True)
    for form in forms():
        (out / form.file).write_bytes(content_of(form))
    media = out / "pictures-media"
    media.mkdir(exist_ok=True)
    for name, colour in (("bus.png", (40, 90, 180)), ("tram.png", (200, 120, 30))):
        (media / name).write_bytes(_png(*colour))
    return 0


def _png(red: int, green: int, blue: int, size: int = 16) -> bytes:
    """A square of one colour."""
    lines = (b"\0" + bytes((red, green, blue)) * size) * size
    head = struct.pack(">IIBBBBB", size, size, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", head), (b"IDAT", zlib.compress(lines, 9)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(_chunk(kind, body) for kind, body in chunks)


def _chunk(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


if __name__ == "__main__":
    sys.exit(main())
