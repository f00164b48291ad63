"""What can be proved of a data directory: log, checkpoints, records. SQLAlchemy comes in with the records."""

import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from icc_consult.services.bundle_errors import SigningKeyAway
from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.ledger import Added
from icc_consult.storage.chain_files import AuditFile, CheckpointFiles
from icc_consult.storage.decisions_file import DecisionsFile
from icc_consult.storage.files import write_whole
from icc_consult.storage.places import Places
from icc_consult.storage.refusing import as_refusals
from icc_consult.verifying.audit import Detail
from icc_consult.verifying.records import BrokenRecords, Kind, Record, in_order, read_records
from icc_consult.verifying.regular_files import MOST_BYTES, NoRegularFile, TooLargeHere, read_regular

_LONGEST_SEED = 4096
_CARRIED = frozenset({Kind.AUDIT, Kind.CHECKPOINT})


@dataclass(frozen=True, slots=True)
class LocalLedger:
    """The ledger of a directory on this computer."""

    places: Places

    def note(self, *, day: date, act: str, detail: Detail) -> None:
        """Add an act to the audit log, durably."""
        AuditFile(self.places.audit).add(day=day, act=act, detail=detail)

    def note_all(self, *, day: date, acts: Sequence[tuple[str, Detail]]) -> None:
        """Add several in their order."""
        AuditFile(self.places.audit).add_all(day=day, acts=acts)

    def log(self) -> Sequence[bytes]:
        """The lines of the audit log."""
        return AuditFile(self.places.audit).lines()

    def checkpoints(self) -> Sequence[bytes]:
        """Every checkpoint, oldest first."""
        return CheckpointFiles(self.places.checkpoints).lines()

    def add_checkpoint(self, line: bytes) -> None:
        """One more checkpoint, durably."""
        CheckpointFiles(self.places.checkpoints).add(line)

    def put_up(self, receipts: bytes) -> None:
        """Write the list of receipts, durably."""
        write_whole(self.places.receipts, receipts)

    def seed(self) -> bytes:
        """What this place signs with; raises `SigningKeyAway`."""
        try:
            return bytes.fromhex(read_regular(self.places.signing, _LONGEST_SEED).decode("ascii").strip())
        except FileNotFoundError as error:
            raise SigningKeyAway(str(self.places.signing)) from error
        except (ValueError, NoRegularFile, TooLargeHere) as error:
            raise DirectoryRefused(Fault.DAMAGED, str(self.places.signing)) from error

    def records(self) -> Iterator[Record]:
        """Answers, receipts, totals, and what merged bundles told of the places they came from."""
        from icc_consult.storage.holdings import held  # noqa: PLC0415 - brings SQLAlchemy in

        with as_refusals(str(self.places.answers)):
            yield from held(self.places.answers)
        yield from self._carried()
        yield from DecisionsFile(self.places.proposals).records()

    def add(self, records: Iterable[Record]) -> Added:
        """Take in what is not here yet; what was taken in twice is here once."""
        from icc_consult.storage.holdings import take_in  # noqa: PLC0415 - brings SQLAlchemy in

        all_of_them = tuple(records)
        known = frozenset(self._carried())
        told = frozenset(record for record in all_of_them if record.kind in _CARRIED)
        if told - known:
            framed = b"".join(record.framed() for record in in_order(told | known))
            write_whole(self.places.carried, framed)
        DecisionsFile(self.places.proposals).take_in(all_of_them)
        with as_refusals(str(self.places.answers)):
            return take_in(self.places.answers, all_of_them)

    def _carried(self) -> Iterator[Record]:
        try:
            content = read_regular(self.places.carried, MOST_BYTES)
        except FileNotFoundError:
            return
        except (NoRegularFile, TooLargeHere) as error:
            raise DirectoryRefused(Fault.DAMAGED, str(self.places.carried), type(error).__name__) from error
        try:
            yield from read_records(io.BytesIO(content))
        except BrokenRecords as error:
            raise DirectoryRefused(Fault.DAMAGED, str(self.places.carried), str(error)) from error
