"""Making vouchers and taking them back. The codes themselves are on paper only."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace

from icc_consult.domain.admission import AdmissionRule, VoucherTag
from icc_consult.domain.errors import ConsultationClosed
from icc_consult.services.auditing import Act, note
from icc_consult.services.errors import NotByVouchers, UnknownBatch, VoucherUnknown
from icc_consult.services.premises import Batch, Desk, Opening


def check_by_vouchers(desk: Desk) -> str:
    """What the next batch will be called; raises `NotByVouchers` or `ConsultationClosed`."""
    return str(len(_by_vouchers(desk).vouchers.batches) + 1)


def make_vouchers(desk: Desk, *, name: str, tags: Iterable[VoucherTag]) -> Batch:
    """A new batch, known to this kiosk from now on, and to those that join by its opening file.

    Raises `NotByVouchers`, `ConsultationClosed`, `InUse` or `NotSaved`.
    """
    store = desk.directory.hold()
    try:
        opening = _by_vouchers(desk)
        batch = Batch(name, tuple(sorted(tags)))
        vouchers = replace(opening.vouchers, batches=(*opening.vouchers.batches, batch))
        note(desk, Act.VOUCHERS_MADE, batch=batch.name, vouchers=len(batch.tags))
        desk.directory.end(replace(opening, vouchers=vouchers))
        store.issue(batch.tags)
    finally:
        store.release()
    return batch


def revoke_batch(desk: Desk, *, name: str) -> int:
    """Take a whole batch back; how many were not taken back before. Raises `UnknownBatch`, or as below."""

    def of_batch(opening: Opening) -> Sequence[VoucherTag]:
        batch = next((one for one in opening.vouchers.batches if one.name == name), None)
        if batch is None:
            raise UnknownBatch(name)
        return batch.tags

    return _revoke(desk, of_batch)


def revoke_vouchers(desk: Desk, *, tags: Sequence[VoucherTag]) -> int:
    """Take single vouchers back; how many were not taken back before. What was spent stays counted.

    Raises `VoucherUnknown`, `NotByVouchers`, `ConsultationClosed` or `InUse`.
    """

    def these(opening: Opening) -> Sequence[VoucherTag]:
        if not opening.vouchers.issued.issuperset(tags):
            raise VoucherUnknown
        return tags

    return _revoke(desk, these)


def _revoke(desk: Desk, chosen: Callable[[Opening], Sequence[VoucherTag]]) -> int:
    store = desk.directory.hold()
    try:
        opening = _by_vouchers(desk)
        revoked = opening.vouchers.revoked | frozenset(chosen(opening))
        new = len(revoked) - len(opening.vouchers.revoked)
        note(desk, Act.VOUCHERS_REVOKED, vouchers=new)
        desk.directory.end(replace(opening, vouchers=replace(opening.vouchers, revoked=revoked)))
    finally:
        store.release()
    return new


def _by_vouchers(desk: Desk) -> Opening:
    opening = desk.directory.opening()
    if opening.is_closed:
        raise ConsultationClosed(opening.consultation)
    if opening.terms.admission is not AdmissionRule.VOUCHERS:
        raise NotByVouchers(opening.terms.admission.value)
    return opening
