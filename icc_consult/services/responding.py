"""What a resident does: begin, answer, send, leave, delete, say no. Nothing else writes answers."""

import secrets
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from datetime import date

from icc_consult.domain.admission import FREELY, Admission
from icc_consult.domain.consultation import Consultation, Policy, Route
from icc_consult.domain.response import Answer, Ended
from icc_consult.domain.session import Session
from icc_consult.domain.wording import LanguageTag
from icc_consult.services.admitting import Entrance, check_admitted
from icc_consult.services.drawing import Urn
from icc_consult.services.payload import encode
from icc_consult.services.ports import ReceiptCode, Sealer, Store

_RECEIPT_BITS = 80
_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


@dataclass(frozen=True)
class Kiosk:
    """A consultation that is open here. Without a store it is practice: nothing is written anywhere."""

    consultation: Consultation
    policy: Policy
    store: Store | None
    sealer: Sealer | None
    today: Callable[[], date] = date.today
    urn: Urn = field(default_factory=Urn)
    entrance: Entrance = field(default_factory=Entrance)

    @property
    def is_practice(self) -> bool:
        """Whether answers given here go nowhere."""
        return self.store is None


@dataclass(frozen=True, slots=True)
class Seat:
    """A session at a kiosk, with the receipt that its response will have: a retry reuses it.

    What admitted it is counted, and a voucher spent, when the response is stored; the session knows neither.
    """

    session: Session
    receipt: ReceiptCode
    admission: Admission = FREELY


def new_receipt() -> ReceiptCode:
    """80 random bits as sixteen characters in four groups, bound to nothing."""
    bits = secrets.randbits(_RECEIPT_BITS)
    text = "".join(_CROCKFORD[(bits >> shift) & 31] for shift in range(_RECEIPT_BITS - 5, -1, -5))
    return ReceiptCode("-".join(text[i : i + 4] for i in range(0, len(text), 4)))


def begin(
    kiosk: Kiosk, *, language: LanguageTag, route: Route | None = None, admission: Admission = FREELY
) -> Seat:
    """A new sitting after consent, with a draw of its own. Raises `NotAdmitted` or `NotSaved`.

    What a sitting that ended in trouble left behind becomes its partial response first: the one place for
    snapshots is about to be needed again. On a disk without room for one more answer no sitting begins.
    """
    if kiosk.store is not None and kiosk.sealer is not None:
        check_admitted(kiosk.entrance, admission)
        kiosk.store.recover(day=kiosk.today())
        kiosk.store.make_room(kiosk.sealer.size)
    session = Session.begin(kiosk.consultation, language, kiosk.urn.draw(kiosk.consultation, route))
    return Seat(session, new_receipt(), admission)


def answer(seat: Seat, *, item: str, given: Answer) -> Seat:
    """Give or change one answer, in memory."""
    return replace(seat, session=seat.session.with_answer(item, given))


def turn_page(kiosk: Kiosk, seat: Seat, *, returns: bool = False) -> Seat:
    """Go one page on; under policy `keep` only after what was given is committed. Raises `NotSaved`.

    Where it `returns`, the way leads back to the check of the answers, past what is answered already.
    """
    session = seat.session
    moved = replace(seat, session=session.onward() if returns else session.forward())
    keep(kiosk, moved)
    return moved


def keep(kiosk: Kiosk, seat: Seat) -> None:
    """Commit the sealed snapshot where the policy keeps one. Raises `NotSaved`."""
    if kiosk.store is None or kiosk.sealer is None or kiosk.policy is Policy.DISCARD:
        return
    payload = encode(seat.session.response(Ended.RECOVERED))
    kiosk.store.keep_snapshot(kiosk.sealer.seal(payload), seat.receipt)


def send(kiosk: Kiosk, seat: Seat, *, ended: Ended = Ended.COMPLETE) -> ReceiptCode:
    """Write the sealed response and its receipt, read back; what admitted it is counted, a voucher spent.

    Raises `NotSaved`, or `VoucherSpent` where somebody else was quicker; a retry adds nothing.
    """
    if kiosk.store is not None and kiosk.sealer is not None:
        payload = encode(seat.session.response(ended))
        sealed = kiosk.sealer.seal(payload)
        kiosk.store.submit(sealed, seat.receipt, day=kiosk.today(), admission=seat.admission)
    return seat.receipt


def time_out(kiosk: Kiosk, seat: Seat) -> None:
    """Nobody came back: what the policy promised in the consent happens. Raises `NotSaved`."""
    if kiosk.policy is Policy.KEEP:
        send(kiosk, seat, ended=Ended.TIMED_OUT)
    else:
        delete(kiosk)


def delete(kiosk: Kiosk) -> None:
    """Remove every byte of the sitting; only the number of deletions of the day grows."""
    if kiosk.store is not None:
        kiosk.store.count_deleted(day=kiosk.today())


def refuse(kiosk: Kiosk) -> None:
    """*No, thank you*: counted, nothing else."""
    if kiosk.store is not None:
        kiosk.store.count_refused(day=kiosk.today())


def rest(kiosk: Kiosk) -> None:
    """Nobody is here: what was stored since is laid in an order that says nothing. May take a second."""
    if kiosk.store is not None:
        kiosk.store.rest()


def wish(kiosk: Kiosk, *, language: str) -> None:
    """Somebody's language is not here; the wish is sealed like an answer. Raises `NotSaved`."""
    if kiosk.store is not None and kiosk.sealer is not None:
        kiosk.store.add_wish(kiosk.sealer.seal(language.encode()), day=kiosk.today())
