"""Who may begin a sitting: everybody, whom the staff lets in, or who brings a voucher."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NewType

VoucherTag = NewType("VoucherTag", bytes)


class AdmissionRule(StrEnum):
    """How a consultation keeps to one person, one answer. It is decided at the opening."""

    HONOUR = "honour"
    STAFF = "staff"
    VOUCHERS = "vouchers"


class VoucherState(StrEnum):
    """What became of a voucher at this kiosk."""

    ISSUED = "issued"
    SPENT = "spent"
    REVOKED = "revoked"


@dataclass(frozen=True, slots=True)
class Freely:
    """Nobody asked."""


@dataclass(frozen=True, slots=True)
class ByStaff:
    """The staff unlocked one sitting."""


@dataclass(frozen=True, slots=True)
class ByVoucher:
    """A voucher that is spent when the answer is stored, and not before."""

    tag: VoucherTag


Admission = Freely | ByStaff | ByVoucher
FREELY = Freely()
