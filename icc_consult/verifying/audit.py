"""The audit log: what facilitators did, one line an act, each line naming the hash of the one before.

Never an entry per answer.
"""

import hashlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from icc_consult.verifying.canonical import NotCanonical, canonical, parse
from icc_consult.verifying.records import KEY_BYTES

START = "0" * 64
Detail = dict[str, str | int]


@dataclass(frozen=True, slots=True)
class Entry:
    """One act: its number, its day, what it was, and facts about it."""

    number: int
    day: date
    act: str
    detail: Detail
    before: str

    def line(self) -> bytes:
        """The entry as it is written, without its line break."""
        return canonical(
            {
                "act": self.act,
                "before": self.before,
                "day": self.day.isoformat(),
                "detail": dict(self.detail),
                "entry": self.number,
            }
        )


class BrokenAudit(ValueError):
    """A line is no entry, or does not follow the one before; `args[0]` is the number it should have."""


def head_of(lines: Sequence[bytes]) -> str:
    """SHA-256 of the last line, which stands for the whole log."""
    return hashlib.sha256(lines[-1]).hexdigest() if lines else START


def next_entry(lines: Sequence[bytes], *, day: date, act: str, detail: Detail) -> Entry:
    """The entry that follows these lines."""
    return Entry(len(lines) + 1, day, act, detail, head_of(lines))


def entry_of(line: bytes) -> Entry:
    """What a line says; raises `ValueError`."""
    document = parse(line)
    match document:
        case {
            "act": str(act),
            "before": str(before),
            "day": str(day),
            "detail": dict(detail),
            "entry": int(n),
        }:
            if len(document) == 5 and all(_is_fact(fact) for fact in detail.values()):
                return Entry(n, date.fromisoformat(day), act, detail, before)
    raise NotCanonical("entry")


def _is_fact(fact: Any) -> bool:
    return isinstance(fact, str | int) and not isinstance(fact, bool)


def read_log(lines: Iterable[bytes]) -> tuple[Entry, ...]:
    """Every entry of a whole log; raises `BrokenAudit` at the first that does not follow."""
    entries: list[Entry] = []
    head = START
    for number, line in enumerate(lines, start=1):
        try:
            entry = entry_of(line)
        except ValueError as error:
            raise BrokenAudit(number) from error
        if (entry.number, entry.before) != (number, head):
            raise BrokenAudit(number)
        entries.append(entry)
        head = hashlib.sha256(line).hexdigest()
    return tuple(entries)


def carried(signer: bytes, line: bytes) -> bytes:
    """A line with the key of the place whose log it is from: the content of a record."""
    return signer + line


def uncarried(content: bytes) -> tuple[str, bytes]:
    """Whose log, and the line."""
    return content[:KEY_BYTES].hex(), content[KEY_BYTES:]
