"""The file of the staff PIN."""

import math
from dataclasses import asdict, dataclass
from pathlib import Path

from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.premises import PinRecord
from icc_consult.storage.files import read_json, write_json

FORMAT = "icc-consult-pin"
VERSION = 1


@dataclass(frozen=True, slots=True)
class PinFile:
    """`pin.json`."""

    path: Path

    def load(self) -> PinRecord:
        """The record; raises `DirectoryRefused` where it is damaged or gone, else `OSError`."""
        try:
            plain = read_json(self.path)
            until = float(plain["blocked_until"])
            record = PinRecord(str(plain["hashed"]), int(plain["misses"]), until, str(plain["boot"]))
        except (FileNotFoundError, ValueError, KeyError, TypeError, OverflowError) as error:
            raise DirectoryRefused(Fault.DAMAGED, str(self.path), str(error)) from error
        if not math.isfinite(record.blocked_until):
            raise DirectoryRefused(Fault.DAMAGED, str(self.path), "blocked_until")
        return record

    def save(self, record: PinRecord) -> None:
        """Replace the record; raises `OSError`."""
        write_json(self.path, {"format": FORMAT, "version": VERSION, **asdict(record)})
