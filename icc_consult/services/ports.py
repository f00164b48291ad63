"""What a kiosk asks of the outside world: where sealed responses lie, and who seals them."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import NewType, Protocol

from icc_consult.domain.admission import FREELY, Admission, VoucherState, VoucherTag

Sealed = NewType("Sealed", bytes)
KeyId = NewType("KeyId", str)
ReceiptCode = NewType("ReceiptCode", str)


@dataclass(frozen=True, slots=True)
class SealedRecord:
    """A response nobody here can read, and the name of the key that can."""

    key: KeyId
    body: Sealed


@dataclass(frozen=True, slots=True)
class DayTotal:
    """All that the kiosk keeps in the clear: how many sittings of a day ended how."""

    day: date
    responses: int = 0
    recovered: int = 0
    deleted: int = 0
    refused: int = 0
    unlocked: int = 0
    spent: int = 0

    @property
    def honour(self) -> int:
        """Responses that nobody was let in for."""
        return self.responses - self.recovered - self.unlocked - self.spent


class Store(Protocol):
    """Where sealed responses lie. Every method either happened durably or raised `NotSaved`."""

    def make_room(self, size: int) -> None:
        """Set aside what a sitting whose body has `size` bytes can need until its answer is stored."""

    def keep_snapshot(self, record: SealedRecord, receipt: ReceiptCode) -> None:
        """Replace the sealed snapshot of the unfinished session."""

    def drop_snapshot(self) -> None:
        """Remove every byte of the unfinished session."""

    def submit(
        self, record: SealedRecord, receipt: ReceiptCode, *, day: date, admission: Admission = FREELY
    ) -> None:
        """Response, receipt, voucher and day total in one transaction, read back; then the snapshot goes.

        Calling again with the same receipt adds nothing. Raises `VoucherSpent` or `VoucherUnknown`.
        """

    def issue(self, tags: Iterable[VoucherTag]) -> None:
        """Know these vouchers from now on."""

    def voucher(self, tag: VoucherTag) -> VoucherState | None:
        """Whether it is issued or spent here; none where it was never issued here."""

    def recover(self, *, day: date) -> int:
        """Turn what a killed session left into a partial response; how many there were (0 or 1)."""

    def add_wish(self, record: SealedRecord, *, day: date) -> None:
        """A wish for a language that is not here."""

    def count_deleted(self, *, day: date) -> None:
        """The snapshot goes, and the deletions of the day grow by one.

        `NotSaved` says that the snapshot is still there; a number that could not be written is added later.
        """

    def count_refused(self, *, day: date) -> None:
        """One more resident who said no, thank you; a number that could not be written is added later."""

    def rest(self) -> None:
        """Nobody is here: lay what came since in an order that says nothing; a disk that refuses is noted."""

    def totals(self) -> tuple[DayTotal, ...]:
        """The totals of each day, oldest first."""

    def sealed(self) -> Iterator[SealedRecord]:
        """Every sealed response, in an order that says nothing."""

    def wishes(self) -> Iterator[SealedRecord]:
        """Every sealed wish, in an order that says nothing."""

    def release(self) -> None:
        """Let go of the data directory; others may work in it again."""


class Sealer(Protocol):
    """Seals to the consultation's public key; it cannot open what it sealed."""

    @property
    def size(self) -> int:
        """The bytes that every payload is padded to."""

    def seal(self, payload: bytes) -> SealedRecord:
        """The payload, padded to the one size of its consultation, sealed."""


class Opener(Protocol):
    """Opens what was sealed; exists only once the passphrase was given."""

    @property
    def key(self) -> KeyId:
        """The key it opens with."""

    def open(self, record: SealedRecord) -> bytes:
        """The payload without its padding; raises `CannotBeOpened`."""
