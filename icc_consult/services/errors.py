"""Rules that can be broken around a data directory, its key and its PIN."""

from dataclasses import dataclass
from enum import StrEnum

from icc_consult.domain.errors import BrokenRule


@dataclass
class WrongPassphrase(BrokenRule):
    """The passphrase does not open this key."""


@dataclass
class PassphraseTooWeak(BrokenRule):
    """The passphrase is shorter than what protects answers."""

    least: int


@dataclass
class PinDoesNotFit(BrokenRule):
    """A PIN has digits only, and no fewer or more than these."""

    least: int
    most: int


@dataclass
class KeyDamaged(BrokenRule):
    """The file with the private key is none, or not whole."""


@dataclass
class RehearsalFailed(BrokenRule):
    """What was sealed for a trial could not be opened with the key as it was saved."""


@dataclass
class CannotBeOpened(BrokenRule):
    """A record was sealed to another key, or is not whole."""

    key: str


@dataclass
class NotOpened(BrokenRule):
    """No consultation was ever opened in this directory."""

    where: str


@dataclass
class KeyAway(NotOpened):
    """The key was moved away, and it is needed here."""


@dataclass
class OtherKey(BrokenRule):
    """The key opens, and it is not the one that these answers were sealed to."""

    wanted: str
    given: str


@dataclass
class NotEmpty(BrokenRule):
    """A consultation is opened in a new directory only."""

    where: str


@dataclass
class InUse(BrokenRule):
    """Another kiosk or desk is at work in this directory."""

    where: str


@dataclass
class StillOpen(BrokenRule):
    """Answers can be read only once the consultation is closed."""

    consultation: str


@dataclass
class OtherOpening(BrokenRule):
    """A backup of another opening than the one that is here."""

    wanted: str
    given: str


@dataclass
class BackupNotSigned(BrokenRule):
    """Nobody vouches for a backup: its signature is missing or does not fit."""

    where: str


@dataclass
class BackupOfOtherKey(BrokenRule):
    """A backup is signed, and not by the key that was asked for."""

    where: str
    signer: str


@dataclass
class OtherPack(BrokenRule):
    """The pack is not the one that was opened here."""

    opened: str
    given: str


@dataclass
class VoucherMistyped(BrokenRule):
    """What was typed or scanned is no voucher: too short, too long, or a slip in it."""


@dataclass
class VoucherUnknown(BrokenRule):
    """A voucher that was not issued for this kiosk."""


@dataclass
class VoucherSpent(BrokenRule):
    """An answer was given with this voucher already."""


@dataclass
class VoucherRevoked(BrokenRule):
    """A voucher that was taken back."""


@dataclass
class NotByVouchers(BrokenRule):
    """Vouchers are for consultations that were opened with them."""

    rule: str


@dataclass
class UnknownBatch(BrokenRule):
    """No batch of vouchers has this name."""

    batch: str


@dataclass
class NotAdmitted(BrokenRule):
    """A sitting was to begin in another way than the opening says."""

    rule: str


class Fault(StrEnum):
    """What is wrong with a data directory, or with the disk under it."""

    NEWER = "newer"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    DISK_FULL = "disk_full"
    DISK_FAULT = "disk_fault"
    READ_ONLY = "read_only"
    BUSY = "busy"
    READ_BACK = "read_back"
    LOW_SPACE = "low_space"
    BOOKS_DIFFER = "books_differ"
    UNFINISHED_LOST = "unfinished_lost"
    UNREADABLE = "unreadable"
    QUARANTINED = "quarantined"
    BACKUP = "backup"


OF_THE_DISK = frozenset(
    {Fault.DISK_FULL, Fault.DISK_FAULT, Fault.READ_ONLY, Fault.BUSY, Fault.READ_BACK, Fault.LOW_SPACE}
)


@dataclass
class DirectoryRefused(BrokenRule):
    """A data directory cannot be used; nothing in it was changed."""

    fault: Fault
    where: str
    detail: str = ""


@dataclass
class SqliteTooOld(BrokenRule):
    """The SQLite on this computer cannot keep answers as safely as they have to be kept."""

    least: str
    found: str


@dataclass
class Cancelled(BrokenRule):
    """Somebody stopped long work; nothing of it stays."""
