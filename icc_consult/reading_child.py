"""The process in which files from outside are read: `python -m icc_consult.reading_child FILE (all | leave)`.

It writes one line about the file and, after it, the document that a form became. It is told nothing else, and
the process that asked believes none of it before it has looked at it itself.
"""

import gc
import json
import sys
from pathlib import Path
from typing import Any

from icc_consult.confinement import confine

ALL, LEAVE = "all", "leave"


def main(file: str, how: str) -> None:
    """Give everything up, read, and tell."""
    path = Path(file)
    gc.disable()  # so that what is huge meets its limit soon
    confine([path if path.is_dir() else path.absolute().parent, path.resolve().parent])
    said, document = _read(path, leaves_out=how == LEAVE)
    sys.stdout.buffer.write(json.dumps(said).encode() + b"\n")
    if document is not None:
        sys.stdout.buffer.write(json.dumps(document).encode())


def _read(path: Path, *, leaves_out: bool) -> tuple[dict[str, Any], Any]:
    from icc_consult import outside  # noqa: PLC0415 - a thread that an import begins would stay outside the walls
    from icc_consult.formats.xlsform.refusals import FormRefused  # noqa: PLC0415
    from icc_consult.packs import PackRefused, read_pack  # noqa: PLC0415

    try:
        if outside.is_pack(path):
            read_pack(path)
            return {"is": "pack"}, None
        made = outside.made(path, leaves_out=leaves_out)
    except (PackRefused, FormRefused) as refused:
        kind = type(refused).__name__
        return {"is": kind, "told": [refused.reason, refused.where, refused.detail]}, None
    problems = [
        [one.severity, type(one.what).__name__, one.what, one.sheet, one.row, one.column, dict(one.detail)]
        for one in made.problems
    ]
    media = {name: str(place) for name, place in made.media.items()}
    return {"is": "form", "title": made.title, "media": media, "problems": problems}, made.document


if __name__ == "__main__":
    main(*sys.argv[1:])
