"""Rules that can be broken around the hub of a city."""

from dataclasses import dataclass
from enum import StrEnum

from icc_consult.domain.errors import BrokenRule


class HubFault(StrEnum):
    """Why a database cannot be the hub now."""

    ADDRESS = "address"
    DRIVER = "driver"
    REFUSED = "refused"
    PASSWORD = "password"  # noqa: S105 - the name of a fault
    NO_DATABASE = "no_database"
    NOT_ENCRYPTED = "not_encrypted"
    NOT_ALLOWED = "not_allowed"
    NO_HUB = "no_hub"
    FOREIGN = "foreign"
    NEWER = "newer"
    DAMAGED = "damaged"
    DISK_FULL = "disk_full"
    READ_ONLY = "read_only"
    BUSY = "busy"
    LOST = "lost"
    OTHER = "other"


@dataclass
class HubRefused(BrokenRule):
    """The database did nothing of what it was asked for."""

    fault: HubFault
    where: str
    detail: str = ""


@dataclass
class NotEnrolled(BrokenRule):
    """The hub knows no consultation of this name."""

    name: str


@dataclass
class SeveralEnrolled(BrokenRule):
    """The hub knows several consultations that may be meant."""

    names: tuple[str, ...]


@dataclass
class OtherEnrolled(BrokenRule):
    """The hub knows this opening already, with another pack or key."""

    opening: str
