"""What can be proved of a data directory: the port to its audit log, its checkpoints and its records."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from icc_consult.verifying.audit import Detail
    from icc_consult.verifying.records import Record


@dataclass(frozen=True, slots=True)
class Added:
    """How many answers were new, and whether they already lie where nothing says that they came last."""

    answers: int
    is_tidy: bool


class Ledger(Protocol):
    """Lines are kept as they were written; nothing here is ever changed, only added."""

    def note(self, *, day: date, act: str, detail: "Detail") -> None:
        """Add an act to the audit log, durably; raises `OSError` or `DirectoryRefused`."""

    def note_all(self, *, day: date, acts: "Sequence[tuple[str, Detail]]") -> None:
        """The same of several acts; a power cut leaves the first ones of them, or all."""

    def log(self) -> Sequence[bytes]:
        """The lines of the audit log; raises `OSError`."""

    def checkpoints(self) -> Sequence[bytes]:
        """Every checkpoint, oldest first; raises `OSError`."""

    def add_checkpoint(self, line: bytes) -> None:
        """One more checkpoint, durably; raises `OSError`."""

    def put_up(self, receipts: bytes) -> None:
        """Write the list of receipts, durably; raises `OSError`."""

    def seed(self) -> bytes:
        """What this place signs with; raises `SigningKeyAway`."""

    def records(self) -> "Iterable[Record]":
        """Everything but log and checkpoints of this place; raises `DirectoryRefused`."""

    def add(self, records: "Iterable[Record]") -> Added:
        """Take in what is new, durably or not at all. Raises `DirectoryRefused`."""
