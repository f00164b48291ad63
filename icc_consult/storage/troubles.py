"""A note to the facilitator about what could not be written; its room is reserved while there is some."""

import json
from datetime import date
from pathlib import Path

from icc_consult.services.errors import Fault
from icc_consult.services.premises import Trouble
from icc_consult.storage.files import overwrite, read_json, write_whole

_ROOM = 4096
_LONGEST_DETAIL = 200
_MOST = 8


def reserve(path: Path) -> None:
    """An empty note that is as large as any will be."""
    write_whole(path, _filled([]))


def noted(path: Path) -> tuple[Trouble, ...]:
    """What was noted; a note that cannot be read is a trouble too."""
    try:
        entries = read_json(path)
        return tuple(Trouble(Fault(one["fault"]), _day(one["day"]), str(one["detail"])) for one in entries)
    except (OSError, ValueError, KeyError, TypeError):
        return (Trouble(Fault.UNREADABLE, None, path.name),)


def _day(text: str) -> date | None:
    return date.fromisoformat(text) if text else None


def note(path: Path, trouble: Trouble) -> None:
    """Add one kind of trouble a day; where even that fails, `inspect` still finds the cause itself."""
    known = noted(path)
    same = [one for one in known if (one.fault, one.day) == (trouble.fault, trouble.day)]
    if same:
        return
    try:
        overwrite(path, _filled([*known, trouble][-_MOST:]))
    except OSError:
        return


def _filled(troubles: list[Trouble]) -> bytes:
    entries = [
        {
            "fault": trouble.fault.value,
            "day": trouble.day.isoformat() if trouble.day else "",
            "detail": trouble.detail.encode(errors="replace")[:_LONGEST_DETAIL].decode(errors="ignore"),
        }
        for trouble in troubles
    ]
    note = json.dumps(entries, ensure_ascii=False).encode()
    return note.ljust(_ROOM - 1) + b"\n" if len(note) < _ROOM else _filled(troubles[1:])
