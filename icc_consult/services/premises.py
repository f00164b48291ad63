"""What the desk asks of the outside world: a data directory, a vault for its key, a door with a PIN."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, NewType, Protocol

from icc_consult.domain.admission import AdmissionRule, VoucherTag
from icc_consult.domain.consultation import Consultation, ConsultationId, Fingerprint, Policy
from icc_consult.services.errors import Cancelled, Fault
from icc_consult.services.ledger import Ledger
from icc_consult.services.ports import DayTotal, KeyId, Opener, SealedRecord, Sealer, Store

OpeningId = NewType("OpeningId", str)
Progress = Callable[[int, int], None]


def silently(_done: int, _of: int) -> None:
    """Progress that nobody watches. One that is watched may raise `Cancelled`."""


def past_stopping(progress: Progress) -> Progress:
    """The same for work that cannot be stopped any more: how far it is goes on being told."""

    def tell(done: int, of: int) -> None:
        with suppress(Cancelled):
            progress(done, of)

    return tell


@dataclass(frozen=True, slots=True)
class Terms:
    """What the facilitator decides when a consultation opens, and the promise tells the resident."""

    policy: Policy
    controller: str = ""
    contact: str = ""
    admission: AdmissionRule = AdmissionRule.HONOUR


@dataclass(frozen=True, slots=True)
class Batch:
    """Vouchers that were made at once, by their tags, sorted; its name is printed on each of them."""

    name: str
    tags: tuple[VoucherTag, ...]


@dataclass(frozen=True, slots=True)
class Vouchers:
    """What was made and what was taken back. Both only grow."""

    batches: tuple[Batch, ...] = ()
    revoked: frozenset[VoucherTag] = frozenset()

    @property
    def issued(self) -> frozenset[VoucherTag]:
        """Every voucher that was ever made."""
        return frozenset(tag for batch in self.batches for tag in batch.tags)

    def united(self, other: "Vouchers") -> "Vouchers":
        """What either of them knows."""
        more = tuple(batch for batch in other.batches if batch not in self.batches)
        return Vouchers((*self.batches, *more), self.revoked | other.revoked)


@dataclass(frozen=True, slots=True)
class LaterKey:
    """The public half of a key pair that came with a re-keying."""

    id: KeyId
    public: bytes


@dataclass(frozen=True, slots=True)
class Opening:
    """A consultation that was opened: which revision, under which terms, sealed to which key.

    `key` is the first one and stays its name; after a re-keying answers are sealed to the last of `later`.
    `signer` is the public half of the key with which this place signs, `recipient` whom its bundles are
    encrypted to. A merged one holds the answers of kiosks and takes none itself.
    """

    id: OpeningId
    consultation: ConsultationId
    fingerprint: Fingerprint
    key: KeyId
    public_key: bytes
    terms: Terms
    opened_at: datetime
    closed_at: datetime | None = None
    signer: bytes = b""
    recipient: str = ""
    is_merged: bool = False
    vouchers: Vouchers = Vouchers()
    later: tuple[LaterKey, ...] = ()

    @property
    def sealing(self) -> LaterKey:
        """The key that answers are sealed to now."""
        return self.later[-1] if self.later else LaterKey(self.key, self.public_key)

    @property
    def is_closed(self) -> bool:
        """Whether it has ended; it never opens again."""
        return self.closed_at is not None


@dataclass(frozen=True, slots=True)
class NewKey:
    """A key pair just made: what seals, and what opens as it lies on the disk, locked."""

    id: KeyId
    public: bytes
    locked: bytes
    recipient: str = ""


@dataclass(frozen=True, slots=True)
class NewSigner:
    """A signing key just made: what signs, and what others check signatures with."""

    seed: bytes
    public: bytes


class Vault(Protocol):
    """Makes, locks and opens keys."""

    def new_key(self, passphrase: str) -> NewKey:
        """A key pair of its own, locked; raises `PassphraseTooWeak`."""

    def renewed(self, locked: bytes, passphrase: str, wanted: str) -> NewKey:
        """One more key pair, locked with those before by a new passphrase; as `unlock` and `new_key`."""

    def rehearse(self, key: NewKey, passphrase: str) -> None:
        """Seal something and open it with the key as it was saved; raises `RehearsalFailed`."""

    def unlock(self, locked: bytes, passphrase: str) -> Opener:
        """What opens records; raises `WrongPassphrase` or `KeyDamaged`."""

    def identity(self, locked: bytes, passphrase: str) -> str:
        """What decrypts bundles, as age writes it; empty where the key is older than bundles. As `unlock`."""

    def new_signer(self) -> NewSigner:
        """A signing key of its own."""

    def sealer(self, public: bytes, *, size: int) -> Sealer:
        """Seals to the public key, every payload padded to `size` bytes."""

    def hash_pin(self, pin: str) -> str:
        """The PIN so that nobody can read it; raises `PinDoesNotFit`."""


@dataclass(frozen=True, slots=True)
class PinTried:
    """What the staff door says to a PIN."""

    is_right: bool
    wait_seconds: int = 0


@dataclass(frozen=True, slots=True)
class PinRecord:
    """A hashed PIN, how often it was missed in a row, and until when nobody is answered.

    `blocked_until` is the monotonic clock of one start of the computer, which `boot` names: setting the
    clock changes nothing, and after a restart the wait begins anew.
    """

    hashed: str
    misses: int = 0
    blocked_until: float = 0.0
    boot: str = ""


class PinShelf(Protocol):
    """Where the record of the PIN lies."""

    def load(self) -> PinRecord:
        """The record."""

    def save(self, record: PinRecord) -> None:
        """Replace the record; raises `OSError`."""


class StaffDoor(Protocol):
    """Checks the staff PIN, throttled."""

    def try_pin(self, pin: str) -> PinTried:
        """Whether this is the PIN; a wrong one may have to wait."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something the facilitator should know: what, on which day, and a technical detail."""

    fault: Fault
    day: date | None = None
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """What can be counted without any key."""

    days: tuple[DayTotal, ...]
    sealed: int
    receipts: int
    wishes: int
    unfinished: int
    spent: int = 0


@dataclass(frozen=True, slots=True)
class Belongings:
    """Everything a new data directory starts with.

    One that joins has no private key, and its opening keeps the members of the file it `joined` by.
    """

    opening: Opening
    key: NewKey | None
    pin_hash: str
    copy_pack: Callable[[Path], None]
    rehearse: Callable[[bytes], None]
    seed: bytes
    first_note: Callable[[Ledger], None]
    joined: bytes = b""


class DataDirectory(Protocol):
    """What one opened consultation left on this computer."""

    @property
    def where(self) -> Path:
        """The directory itself."""

    def check_new(self) -> None:
        """Raise `NotEmpty` unless there is nothing here yet."""

    def create(self, belongings: Belongings) -> None:
        """All or nothing; `rehearse` is given the key as the disk gave it back. Raises `NotEmpty`."""

    def opening(self) -> Opening:
        """How it was opened; raises `NotOpened`, `DirectoryRefused` or `OSError`."""

    def end(self, opening: Opening) -> None:
        """Write down what became of it: that it is closed, or has other vouchers or keys."""

    def locked_key(self) -> bytes:
        """The private key as it lies there; raises `KeyAway` or `KeyDestroyed`."""

    def rekey(self, opening: Opening, locked: bytes, rehearse: Callable[[bytes], None]) -> None:
        """Put another locked key in its place once `rehearse` had it back from the disk, then the opening."""

    def destruction(self) -> Mapping[str, Any] | None:
        """What was written down when the key was destroyed, if it was."""

    def destroy(self, record: Mapping[str, Any]) -> None:
        """Write that down, then remove every byte of the key."""

    def pin(self) -> PinShelf:
        """Where the PIN is kept."""

    def check_original(self) -> None:
        """Raise `DirectoryRefused` where this is a backup."""

    def check_free(self) -> None:
        """Raise `InUse` while somebody else works here."""

    def hold(self) -> Store:
        """The store, for nobody else until it is released; raises `InUse` or `DirectoryRefused`."""

    def counts(self) -> Counts:
        """What can be counted, also while a kiosk is at work. Raises `DirectoryRefused`."""

    def sealed(self) -> Iterator[SealedRecord]:
        """Every sealed response, in an order that says nothing."""

    def wishes(self) -> Iterator[SealedRecord]:
        """Every sealed wish, in an order that says nothing."""

    def troubles(self) -> tuple[Trouble, ...]:
        """What the kiosk could not do, and what is wrong with the disk now."""

    def forget_trouble(self) -> None:
        """The facilitator has seen it."""

    def ledger(self) -> Ledger:
        """What can be proved of it: its audit log, its checkpoints, its records."""

    def tidy(self) -> None:
        """Rewrite the files without gaps; a disk that refuses is noted as trouble and keeps what it has."""


def _now() -> datetime:
    return datetime.now(UTC).replace(microsecond=0)


@dataclass(frozen=True)
class Desk:
    """A data directory and what the facilitator's acts on it need."""

    directory: DataDirectory
    vault: Vault
    consultation: Callable[[], Consultation]
    now: Callable[[], datetime] = field(default=_now)
