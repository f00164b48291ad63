"""What lies on this computer: opened consultations, and folders that somebody looks into."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.wording import Wording


@dataclass(frozen=True, slots=True)
class Shelved:
    """A consultation that was opened on this computer, as a list shows it."""

    data: Path
    title: Wording
    opened_at: datetime
    closed_at: datetime | None
    is_merged: bool = False


@dataclass(frozen=True, slots=True)
class Shelf:
    """What was opened on this computer, and the consultation that comes with the program."""

    opened: tuple[Shelved, ...] = ()
    ready: Consultation | None = None


@dataclass(frozen=True, slots=True)
class Listing:
    """What lies in a folder: folders, packs, other files, and places worth a look."""

    folder: Path
    parent: Path | None
    folders: tuple[Path, ...] = ()
    packs: tuple[Path, ...] = ()
    shortcuts: tuple[Path, ...] = ()
    home: Path | None = None
    files: tuple[Path, ...] = ()
