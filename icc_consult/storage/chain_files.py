"""Files that only grow: the audit log line by line, checkpoints file by file."""

import os
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icc_consult.disk import sync_directory
from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.storage.files import write_whole
from icc_consult.storage.locking import DirectoryLock
from icc_consult.verifying.audit import BrokenAudit, Detail, next_entry, read_log
from icc_consult.verifying.regular_files import NoRegularFile, TooLargeHere, read_regular


@dataclass(frozen=True, slots=True)
class AuditFile:
    """`audit.jsonl`. A last line that a power cut left half was never told to anybody and goes."""

    path: Path

    def lines(self) -> list[bytes]:
        """Every whole line, oldest first; raises `OSError`."""
        try:
            whole, _, _ = _content(self.path).rpartition(b"\n")
        except FileNotFoundError:
            return []
        return whole.split(b"\n") if whole else []

    def add(self, *, day: date, act: str, detail: Detail) -> None:
        """One more line, durably; raises `OSError`, `InUse`, or `DirectoryRefused` where it was changed."""
        self.add_all(day=day, acts=[(act, detail)])

    def add_all(self, *, day: date, acts: Sequence[tuple[str, Detail]]) -> None:
        """Several more lines at once; raises as `add`."""
        is_new = not self.path.exists()
        with DirectoryLock(self.path):
            lines = self.lines()
            whole = len(lines)
            try:
                read_log(lines)
            except BrokenAudit as error:
                raise DirectoryRefused(Fault.DAMAGED, str(self.path), f"line {error.args[0]}") from error
            for act, detail in acts:
                lines.append(next_entry(lines, day=day, act=act, detail=detail).line())
            self._append(lines[:whole], lines[whole:])
        if is_new:
            self.path.chmod(0o600)
            sync_directory(self.path.parent)

    def _append(self, lines: Sequence[bytes], new: Sequence[bytes]) -> None:
        end = sum(len(one) + 1 for one in lines)
        with self.path.open("r+b") as stream:
            stream.truncate(end)
            stream.seek(end)
            stream.write(b"".join(line + b"\n" for line in new))
            stream.flush()
            os.fsync(stream.fileno())


@dataclass(frozen=True, slots=True)
class CheckpointFiles:
    """`checkpoints/0001.json` and so on, each one line."""

    path: Path

    def lines(self) -> list[bytes]:
        """Every checkpoint, oldest first; raises `OSError`."""
        if not self.path.exists():
            return []
        return [_content(one).removesuffix(b"\n") for one in sorted(self.path.glob("[0-9]*.json"))]

    def add(self, line: bytes) -> None:
        """One more, durably; raises `OSError`."""
        if not self.path.exists():
            self.path.mkdir(mode=0o700)
            sync_directory(self.path.parent)
        place = self.path / f"{len(self.lines()) + 1:06}.json"
        write_whole(place, line + b"\n")


def _content(path: Path) -> bytes:
    try:
        return read_regular(path)
    except (NoRegularFile, TooLargeHere) as error:
        raise DirectoryRefused(Fault.DAMAGED, str(path), type(error).__name__) from error
