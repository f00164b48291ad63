"""One person, one answer: who may begin a sitting. What lets somebody in is never stored beside an answer."""

from collections import Counter
from collections.abc import Callable, Collection, Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING

from icc_consult.domain.admission import (
    FREELY,
    Admission,
    AdmissionRule,
    ByStaff,
    ByVoucher,
    Freely,
    VoucherState,
    VoucherTag,
)
from icc_consult.services.errors import (
    NotAdmitted,
    VoucherMistyped,
    VoucherRevoked,
    VoucherSpent,
    VoucherUnknown,
)

if TYPE_CHECKING:
    from icc_consult.services.responding import Kiosk


def _no_voucher(_text: str) -> VoucherTag:
    raise VoucherMistyped


@dataclass(frozen=True, slots=True)
class Entrance:
    """How a kiosk lets people in. `tag_of` reads what was typed or scanned; raises `VoucherMistyped`."""

    rule: AdmissionRule = AdmissionRule.HONOUR
    revoked: frozenset[VoucherTag] = frozenset()
    tag_of: Callable[[str], VoucherTag] = _no_voucher


def admit(kiosk: "Kiosk", *, voucher: str) -> Admission:
    """Whoever shows this voucher may begin; nothing is spent yet.

    Raises `VoucherMistyped`, `VoucherUnknown`, `VoucherSpent` or `VoucherRevoked`.
    """
    if kiosk.store is None:
        return FREELY
    tag = kiosk.entrance.tag_of(voucher)
    match kiosk.store.voucher(tag):
        case None:
            raise VoucherUnknown
        case VoucherState.SPENT:
            raise VoucherSpent
        case _ if tag in kiosk.entrance.revoked:
            raise VoucherRevoked
        case _:
            return ByVoucher(tag)


def unlock_sitting(kiosk: "Kiosk") -> Admission:
    """The staff lets one person in, whatever the rule says; it is counted apart."""
    return FREELY if kiosk.entrance.rule is AdmissionRule.HONOUR else ByStaff()


def check_admitted(entrance: Entrance, admission: Admission) -> None:
    """Raise `NotAdmitted` where the rule asks for more."""
    if entrance.rule is not AdmissionRule.HONOUR and isinstance(admission, Freely):
        raise NotAdmitted(entrance.rule.value)


def used_more_than_once(groups: Iterable[Collection[VoucherTag]]) -> int:
    """How many answers at most came from vouchers that were used again in another group of kiosks.

    Which answers they are nobody can tell, so it is a bound to report and nothing to take out.
    """
    uses = Counter(tag for group in groups for tag in frozenset(group))
    return sum(times - 1 for times in uses.values())
