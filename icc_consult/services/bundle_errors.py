"""Rules that can be broken around bundles, checkpoints and the audit log."""

from dataclasses import dataclass
from enum import StrEnum

from icc_consult.domain.errors import BrokenRule


@dataclass
class SigningKeyAway(BrokenRule):
    """The key that this place signs with is not there."""

    where: str


@dataclass
class TooFewNew(BrokenRule):
    """A bundle leaves with some answers more than the one before, or when the consultation is closed."""

    new: int
    least: int


@dataclass
class OtherConsultation(BrokenRule):
    """A bundle, or an opening file, belongs to another consultation or another opening of it."""

    where: str


@dataclass
class UnknownSigner(BrokenRule):
    """A bundle is signed by a key that nobody named; its answers could be anybody's."""

    where: str
    signer: str


@dataclass
class OnlyMerged(BrokenRule):
    """The directory holds what bundles brought; no kiosk works on it."""

    where: str


@dataclass
class NotMerged(BrokenRule):
    """Bundles are merged into a new directory, or into one that was made by merging."""

    where: str


class Damage(StrEnum):
    """What is wrong with a bundle."""

    NOT_FOUND = "not_found"
    NO_BUNDLE = "no_bundle"
    TOO_LARGE = "too_large"
    OTHER_KEY = "other_key"
    DAMAGED = "damaged"
    READ_BACK = "read_back"


@dataclass
class BundleRefused(BrokenRule):
    """A bundle cannot be used; nothing was taken from it."""

    damage: Damage
    where: str
    detail: str = ""


@dataclass
class StreamDamaged(BrokenRule):
    """Frames that fit one by one give no bundle together; they were forgotten."""

    where: str


@dataclass
class NoListOfHeld(BrokenRule):
    """A file does not tell what another place has already."""

    where: str


@dataclass
class StreamTooLong(BrokenRule):
    """More bytes than can be shown as frames."""

    most: int


class Unfit(StrEnum):
    """Why something cannot be checked."""

    NOT_FOUND = "not_found"
    NOT_OPENED = "not_opened"
    UNREADABLE = "unreadable"
    NOTHING_OF_OURS = "nothing_of_ours"
    CHECKPOINT_ALONE = "checkpoint_alone"
    NO_RECEIPTS = "no_receipts"


@dataclass
class NotCheckable(BrokenRule):
    """Nothing that can be checked, or not in the way that was asked."""

    unfit: Unfit
    where: str = ""
    detail: str = ""
