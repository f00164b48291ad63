"""One person, one answer, as far as the rule of the opening goes."""

from pathlib import Path

import pytest

from icc_consult.domain.admission import FREELY, AdmissionRule, ByStaff, ByVoucher, VoucherTag
from icc_consult.domain.errors import ConsultationClosed
from icc_consult.domain.response import Ended
from icc_consult.services import admitting, closing, issuing, responding
from icc_consult.services.admitting import admit, unlock_sitting, used_more_than_once
from icc_consult.services.errors import (
    InUse,
    NotAdmitted,
    NotByVouchers,
    UnknownBatch,
    VoucherMistyped,
    VoucherRevoked,
    VoucherSpent,
    VoucherUnknown,
)
from icc_consult.services.inspecting import inspect
from icc_consult.services.ports import DayTotal
from icc_consult.services.premises import Desk
from icc_consult.storage.openings import read_opening
from icc_consult.trust.vouchers import encode, new_serial

from tests.builders import DAY, EN, kiosk_at, opened
from tests.entrances import kiosk_with_door, opened_by, released, tag_in, vouchers_of
from tests.sketches import pack_drawn


@pytest.fixture
def desk(place: Path) -> Desk:
    return opened_by(place, AdmissionRule.VOUCHERS)


def test_a_voucher_opens_one_sitting_and_is_spent_when_the_answer_is_stored(desk: Desk) -> None:
    _, (code, other) = vouchers_of(desk, 2)
    kiosk = kiosk_with_door(desk)
    admission = admit(kiosk, voucher=code)
    seat = responding.begin(kiosk, language=EN, admission=admission)
    assert admit(kiosk, voucher=code) == admission == ByVoucher(tag_in(desk, code))
    responding.send(kiosk, seat)
    with pytest.raises(VoucherSpent):
        admit(kiosk, voucher=code)
    admit(kiosk, voucher=other)
    released(kiosk)
    assert inspect(desk).counts.days == (DayTotal(DAY, responses=1, spent=1),)


def test_a_spent_voucher_opens_no_ballot_after_a_restart(desk: Desk) -> None:
    _, (code,) = vouchers_of(desk, 1)
    kiosk = kiosk_with_door(desk)
    responding.send(kiosk, responding.begin(kiosk, language=EN, admission=admit(kiosk, voucher=code)))
    released(kiosk)
    again = kiosk_with_door(desk)
    with pytest.raises(VoucherSpent):
        admit(again, voucher=code)
    released(again)


def test_two_sittings_with_one_voucher_store_one_answer(desk: Desk) -> None:
    _, (code,) = vouchers_of(desk, 1)
    kiosk = kiosk_with_door(desk)
    first, second = (
        responding.begin(kiosk, language=EN, admission=admit(kiosk, voucher=code)) for _ in range(2)
    )
    responding.send(kiosk, first)
    with pytest.raises(VoucherSpent):
        responding.send(kiosk, second)
    responding.send(kiosk, first)
    released(kiosk)
    counts = inspect(desk).counts
    assert (counts.sealed, counts.receipts, counts.spent) == (1, 1, 1)


@pytest.mark.parametrize("act", ["deleted", "crashed"])
def test_a_sitting_without_an_answer_leaves_its_voucher_unspent(desk: Desk, act: str) -> None:
    _, (code,) = vouchers_of(desk, 1)
    kiosk = kiosk_with_door(desk)
    seat = responding.begin(kiosk, language=EN, admission=admit(kiosk, voucher=code))
    responding.keep(kiosk, seat)
    if act == "deleted":
        responding.delete(kiosk)
    released(kiosk)
    again = kiosk_with_door(desk)
    assert admit(again, voucher=code)
    released(again)
    seen = inspect(desk)
    assert seen.recovered == (1 if act == "crashed" else 0)
    assert seen.counts.spent == 0
    assert seen.troubles == ()


def test_whoever_timed_out_has_answered(desk: Desk) -> None:
    _, (code,) = vouchers_of(desk, 1)
    kiosk = kiosk_with_door(desk)
    responding.time_out(kiosk, responding.begin(kiosk, language=EN, admission=admit(kiosk, voucher=code)))
    with pytest.raises(VoucherSpent):
        admit(kiosk, voucher=code)
    released(kiosk)


def test_vouchers_of_nobody_and_slips_are_told_apart(desk: Desk) -> None:
    vouchers_of(desk, 1)
    kiosk = kiosk_with_door(desk)
    with pytest.raises(VoucherUnknown):
        admit(kiosk, voucher=encode(new_serial()))
    with pytest.raises(VoucherMistyped):
        admit(kiosk, voucher="1234")
    released(kiosk)


def test_a_revoked_voucher_lets_nobody_in(desk: Desk) -> None:
    batch, codes = vouchers_of(desk, 3)
    _, others = vouchers_of(desk, 2)
    assert issuing.revoke_vouchers(desk, tags=[tag_in(desk, codes[0])]) == 1
    assert issuing.revoke_batch(desk, name="2") == 2
    assert issuing.revoke_batch(desk, name="2") == 0
    kiosk = kiosk_with_door(desk)
    for code in (codes[0], *others):
        with pytest.raises(VoucherRevoked):
            admit(kiosk, voucher=code)
    assert admit(kiosk, voucher=codes[1])
    released(kiosk)
    opening = desk.directory.opening()
    assert opening.vouchers.batches[0] == batch
    assert len(opening.vouchers.revoked) == 3
    assert read_opening(desk.directory.where / "opening.json") == opening


def test_only_vouchers_that_were_made_here_are_revoked(desk: Desk) -> None:
    vouchers_of(desk, 1)
    with pytest.raises(VoucherUnknown):
        issuing.revoke_vouchers(desk, tags=[VoucherTag(bytes(16))])
    with pytest.raises(UnknownBatch):
        issuing.revoke_batch(desk, name="7")
    assert desk.directory.opening().vouchers.revoked == frozenset()


def test_vouchers_are_made_before_the_day_and_before_the_end(desk: Desk) -> None:
    kiosk = kiosk_with_door(desk)
    with pytest.raises(InUse):
        vouchers_of(desk, 1)
    released(kiosk)
    closing.close(desk)
    with pytest.raises(ConsultationClosed):
        vouchers_of(desk, 1)


@pytest.mark.parametrize("rule", [AdmissionRule.HONOUR, AdmissionRule.STAFF])
def test_who_opened_without_vouchers_makes_none(place: Path, rule: AdmissionRule) -> None:
    with pytest.raises(NotByVouchers):
        vouchers_of(opened_by(place, rule), 1)


@pytest.mark.parametrize("rule", [AdmissionRule.STAFF, AdmissionRule.VOUCHERS])
def test_nobody_begins_unasked_where_the_rule_asks(place: Path, rule: AdmissionRule) -> None:
    desk = opened_by(place, rule)
    kiosk = kiosk_with_door(desk)
    with pytest.raises(NotAdmitted):
        responding.begin(kiosk, language=EN)
    assert unlock_sitting(kiosk) == ByStaff()
    responding.send(kiosk, responding.begin(kiosk, language=EN, admission=unlock_sitting(kiosk)))
    released(kiosk)
    seen = inspect(desk)
    assert seen.counts.days == (DayTotal(DAY, responses=1, unlocked=1),)
    assert seen.troubles == ()


def test_under_honour_everybody_begins(place: Path) -> None:
    kiosk = kiosk_at(opened(place, pack_drawn()))
    assert unlock_sitting(kiosk) == FREELY
    responding.send(kiosk, responding.begin(kiosk, language=EN))
    assert kiosk.store is not None
    assert [total.honour for total in kiosk.store.totals()] == [1]
    released(kiosk)


def test_the_books_balance_whatever_let_people_in(desk: Desk) -> None:
    _, codes = vouchers_of(desk, 5)
    kiosk = kiosk_with_door(desk)
    for code in codes:
        responding.send(kiosk, responding.begin(kiosk, language=EN, admission=admit(kiosk, voucher=code)))
    for ended in (Ended.COMPLETE, Ended.LEFT):
        responding.send(kiosk, responding.begin(kiosk, language=EN, admission=ByStaff()), ended=ended)
    responding.keep(kiosk, responding.begin(kiosk, language=EN, admission=ByStaff()))
    released(kiosk)
    again = kiosk_with_door(desk)
    released(again)
    seen = inspect(desk)
    (total,) = seen.counts.days
    assert (total.spent, total.unlocked, total.honour, total.recovered) == (5, 2, 0, 1)
    assert seen.counts.sealed == seen.counts.receipts == 8
    assert seen.troubles == ()
    assert seen.used_more_than_once == 0


def test_double_use_across_groups_is_a_bound() -> None:
    one, two, three = (VoucherTag(bytes([number]) * 16) for number in range(3))
    assert used_more_than_once([]) == 0
    assert used_more_than_once([{one, two}, {three}]) == 0
    assert used_more_than_once([{one, two}, {one, three}, {one, two}]) == 3
    assert used_more_than_once([[one, one]]) == 0


def test_practice_asks_nobody_for_a_voucher() -> None:
    consultation = pack_drawn().consultation
    practice = responding.Kiosk(consultation, consultation.policy, store=None, sealer=None)
    assert admit(practice, voucher="anything") == FREELY
    assert responding.begin(practice, language=EN)
    assert admitting.unlock_sitting(practice) == FREELY
