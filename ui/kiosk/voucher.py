"""What lets somebody begin: nothing, the staff, or a voucher that is typed or scanned."""

from collections.abc import Callable
from dataclasses import replace

from icc_consult.domain.admission import FREELY, Admission, AdmissionRule
from icc_consult.domain.consultation import Route
from icc_consult.domain.errors import BrokenRule
from icc_consult.services.admitting import admit, unlock_sitting
from icc_consult.services.responding import Kiosk

from ui.kiosk.journey import Admitting

LONGEST = 40


def asked_first(kiosk: Kiosk, route: Route | None) -> Admitting | Admission:
    """What has to be shown before the first question; where nobody is asked, that lets in."""
    rule = kiosk.entrance.rule
    if kiosk.is_practice or rule is AdmissionRule.HONOUR:
        return FREELY
    return Admitting(by_voucher=rule is AdmissionRule.VOUCHERS, route=route)


def enter(overlay: Admitting, key: str, kiosk: Callable[[], Kiosk]) -> Admitting | Admission:
    """One sign of a voucher, `delete`, or `enter`, which lets in or says why not."""
    if not overlay.by_voucher:
        return overlay
    if key == "delete":
        return replace(overlay, typed=overlay.typed[:-1], refused=None)
    if key != "enter":
        return replace(overlay, typed=(overlay.typed + key)[:LONGEST], refused=None)
    try:
        return admit(kiosk(), voucher=overlay.typed)
    except BrokenRule as refused:
        return replace(overlay, typed="", refused=refused)


def by_staff(kiosk: Kiosk) -> Admission:
    """The staff lets this one in; raises what opening the kiosk raises."""
    return unlock_sitting(kiosk)
