"""Whether a file is a survey of LimeSurvey, by what stands at its beginning."""

import codecs
import re
from enum import StrEnum
from pathlib import Path

from icc_consult.verifying.regular_files import open_regular

HEAD = 8192
_DOCUMENT = re.compile(rb"<LimeSurveyDocType>", re.IGNORECASE)


class Shape(StrEnum):
    """The two shapes a survey comes in."""

    STRUCTURE = "lss"
    TABLE = "tsv"


def shape_of(head: bytes) -> Shape | None:
    """The shape of a file that begins like this; none where it is something else."""
    start = head[:HEAD].removeprefix(codecs.BOM_UTF8).lstrip()
    if start.startswith(b"<") and _DOCUMENT.search(start):
        return Shape.STRUCTURE
    line = start.splitlines()[0] if start else b""
    headers = {cell.strip().strip(b'"').lower() for cell in line.split(b"\t")}
    return Shape.TABLE if {b"class", b"type/scale", b"name"} <= headers else None


def is_limesurvey(path: Path) -> bool:
    """Whether the file is one, whatever it is called; a file that cannot be read is not."""
    try:
        with open_regular(path) as stream:
            return shape_of(stream.read(HEAD)) is not None
    except OSError:
        return False
