"""What can be known about a data directory without any key."""

from dataclasses import dataclass

from icc_consult.domain.admission import AdmissionRule
from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.ports import DayTotal
from icc_consult.services.premises import Counts, Desk, Opening, Trouble

_NOTHING = Counts((), 0, 0, 0, 0)


@dataclass(frozen=True, slots=True)
class Inspection:
    """How a consultation was opened, what was counted, and what went wrong."""

    opening: Opening
    counts: Counts
    troubles: tuple[Trouble, ...]

    @property
    def deleted(self) -> int:
        """Residents who deleted their answers."""
        return sum(total.deleted for total in self.counts.days)

    @property
    def refused(self) -> int:
        """Residents who said no, thank you."""
        return sum(total.refused for total in self.counts.days)

    @property
    def unlocked(self) -> int:
        """Sittings that the staff let begin."""
        return sum(total.unlocked for total in self.counts.days)

    @property
    def used_more_than_once(self) -> int:
        """How many answers at most came from vouchers that somebody used again at another kiosk."""
        return sum(total.spent for total in self.counts.days) - self.counts.spent

    @property
    def recovered(self) -> int:
        """Sessions that a power cut ended and the next start saved."""
        return sum(total.recovered for total in self.counts.days)


def inspect(desk: Desk) -> Inspection:
    """Counts and troubles; raises `NotOpened` or `DirectoryRefused` only where the opening cannot be read."""
    opening = desk.directory.opening()
    troubles = desk.directory.troubles()
    try:
        counts = desk.directory.counts()
    except DirectoryRefused as refused:
        return Inspection(opening, _NOTHING, (*troubles, Trouble(refused.fault, detail=refused.detail)))
    return Inspection(opening, counts, (*troubles, *_differing(opening, counts)))


def totals(desk: Desk) -> tuple[DayTotal, ...]:
    """All that is in the clear while a consultation is open."""
    return desk.directory.counts().days


def _differing(opening: Opening, counts: Counts) -> tuple[Trouble, ...]:
    """Sealed = receipts = spent + unlocked + honour + recovered, and honour only where it was the rule."""
    counted = sum(total.responses for total in counts.days)
    spent = sum(total.spent for total in counts.days)
    honour = sum(total.honour for total in counts.days)
    is_honour = opening.terms.admission is AdmissionRule.HONOUR
    if counts.sealed == counts.receipts == counted and counts.spent <= spent and (is_honour or honour == 0):
        return ()
    detail = f"{counts.sealed}/{counts.receipts}/{counted}, {counts.spent}/{spent}, {honour}"
    return (Trouble(Fault.BOOKS_DIFFER, detail=detail),)
