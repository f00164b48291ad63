"""Kiosks that let people in by vouchers or by the staff, and the vouchers."""

from dataclasses import replace
from functools import partial
from pathlib import Path

from icc_consult.domain.admission import AdmissionRule, VoucherTag
from icc_consult.domain.consultation import Policy
from icc_consult.packs import write_pack
from icc_consult.services.admitting import Entrance
from icc_consult.services.issuing import check_by_vouchers, make_vouchers
from icc_consult.services.opening import open_consultation
from icc_consult.services.premises import Batch, Desk, Terms
from icc_consult.services.responding import Kiosk
from icc_consult.trust.vouchers import decode, encode, new_serial, tag_of

from tests.builders import PASSPHRASE, PIN, desk_over, kiosk_at
from tests.sketches import pack_drawn


def opened_by(data: Path, rule: AdmissionRule) -> Desk:
    """A consultation that admits by this rule."""
    pack = pack_drawn()
    desk = desk_over(data, pack)
    open_consultation(
        desk,
        consultation=pack.consultation,
        copy_pack=partial(write_pack, pack),
        terms=Terms(Policy.KEEP, "City of Sketches", "desk@example.org", rule),
        passphrase=PASSPHRASE,
        pin=PIN,
    )
    return desk


def vouchers_of(desk: Desk, count: int) -> tuple[Batch, list[str]]:
    """A new batch, and its codes as they stand on paper."""
    codes = [encode(new_serial()) for _ in range(count)]
    name = check_by_vouchers(desk)
    return make_vouchers(desk, name=name, tags=[tag_in(desk, code) for code in codes]), codes


def tag_in(desk: Desk, code: str) -> VoucherTag:
    """What the kiosk knows of a code."""
    return tag_of(desk.directory.opening().consultation, decode(code))


def kiosk_with_door(desk: Desk) -> Kiosk:
    """The kiosk with the entrance that its opening asks for."""
    opening = desk.directory.opening()
    kiosk = kiosk_at(desk)
    assert kiosk.store is not None
    kiosk.store.issue(opening.vouchers.issued)
    entrance = Entrance(opening.terms.admission, opening.vouchers.revoked, lambda text: tag_in(desk, text))
    return replace(kiosk, entrance=entrance)


def released(kiosk: Kiosk) -> None:
    """The kiosk's day is over."""
    assert kiosk.store is not None
    kiosk.store.release()
