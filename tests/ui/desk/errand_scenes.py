"""Everything the desk can show of sticks and paper, made without a disk or a stick."""

import errno
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

from icc_consult.domain.admission import AdmissionRule, VoucherTag
from icc_consult.services.bundle_errors import BundleRefused, Damage, TooFewNew
from icc_consult.services.errors import DirectoryRefused, Fault, WrongPassphrase
from icc_consult.services.premises import Batch, Vouchers

from ui.desk.errands import (
    Backing,
    Carried,
    Carrying,
    Checked,
    Checking,
    Did,
    Errand,
    Feat,
    Kept,
    Looked,
    Papering,
    Shot,
    Showing,
    Taken,
    Taking,
    Vouching,
)
from ui.desk.state import DeskState, Failed, Field, Opened, Rail, Slip, Slipped, Standing

from tests.builders import DAY

STICKS = (Path("/media/maria/BLUE STICK"), Path("/media/maria/8F3A-11C0"))
BUNDLE = STICKS[0] / "lisbon-10-commitments-v1-8f3a11c0.iccb"
HEAD = "8f3a11c0" * 8
BOOKS = (("sealed", 52), ("receipts", 52), ("responses", 52), ("spent", 40), ("unlocked", 10), ("honour", 2))


def errand_states(standing: DeskState, before: DeskState) -> Iterator[tuple[str, DeskState]]:
    """With a consultation that is open, and where none was chosen yet."""
    at = replace(standing, rail=Rail.STICKS).with_text(Field.PLACE, str(STICKS[0]))
    yield "sticks", at
    yield "sticks before", replace(before, rail=Rail.STICKS)
    yield from _carrying(at)
    yield from _taking(at)
    yield from _backups(at)
    yield "bringing back before", replace(before, rail=Rail.STICKS, errand=Backing())
    yield "sheet", replace(at, errand=Papering(STICKS))
    written = Did(Feat.SHEET_WRITTEN, str(STICKS[0] / "day-sheet-lisbon-10-commitments-v1-2026-03-02.pdf"))
    yield "sheet written", replace(at, errand=Papering(STICKS), remark=written)
    yield from _vouchers(at)
    yield from _checks(at)


def _carrying(at: DeskState) -> Iterator[tuple[str, DeskState]]:
    yield "carrying without a stick", replace(at, errand=Carrying()).with_text(Field.PLACE, "")
    carrying = replace(at, errand=Carrying(STICKS))
    yield "carrying", carrying
    full = OSError(errno.ENOSPC, "No space left on device", str(BUNDLE))
    yield "stick full", replace(carrying, remark=Failed(full, Field.PLACE))
    yield "too few", replace(carrying, remark=Failed(TooFewNew(3, 10), Field.PLACE))
    shots = tuple(Shot(part, 2, b"ICQ" * 230 + bytes([part])) for part in (1, 2))
    yield "showing", replace(at, errand=Showing(shots, is_held=True))
    yield "carried", replace(at, errand=Carrying(done=Carried(BUNDLE, 52, 180_000)))
    flaws = (("books", "sealed 52, receipts 51"),)
    yield "carried with flaws", replace(at, errand=Carrying(done=Carried(BUNDLE, 52, 180_000, flaws)))


def _taking(at: DeskState) -> Iterator[tuple[str, DeskState]]:
    yield "no bundles", replace(at, errand=Taking())
    files = (BUNDLE, STICKS[1] / "lisbon-10-commitments-v1-0badcafe.iccb")
    chosen = Taking(files)
    yield "bundles", replace(at, errand=chosen)
    wrong = Failed(WrongPassphrase(), Field.PASSPHRASE)
    yield "bundles, wrong words", replace(at, errand=chosen, remark=wrong)
    good = Looked(files[0], 40, 12, HEAD, is_closed=True)
    strange = Looked(files[1], 22, 22, HEAD[::-1], is_known=False)
    damaged = Looked(STICKS[1] / "old.iccb", error=BundleRefused(Damage.DAMAGED, str(STICKS[1] / "old.iccb")))
    old = BundleRefused(Damage.DAMAGED, str(STICKS[1] / "older.iccb"))
    halves = tuple(
        Looked(STICKS[1] / name, 31, 9, HEAD, error=old, is_salvaged=True, missing=missing)
        for name, missing in (("older.iccb", 21), ("oldest.iccb", None))
    )
    wanted = frozenset({halves[0].where})
    yield "looked, damaged", replace(at, errand=replace(chosen, looked=halves, salvaged=wanted))
    looked = replace(chosen, looked=(good, strange, damaged), believed=frozenset({HEAD[::-1]}))
    yield "looked", replace(at, errand=looked)
    done = Taken(Path("/consultations/our-city-together"), 34, 62, BOOKS, is_closed=False)
    yield "taken", replace(at, errand=replace(looked, done=done))
    bad = replace(done, findings=(("not_all_here", "sealed 60/62"),), is_closed=True)
    yield "taken with flaws", replace(at, errand=replace(looked, done=bad))


def _backups(at: DeskState) -> Iterator[tuple[str, DeskState]]:
    yield "no backups yet", replace(at, errand=Backing(STICKS))
    first, second = str(STICKS[0]), "/srv/copies/centre"
    named = at.with_text(Field.FIRST, first).with_text(Field.SECOND, second)
    there = Kept(Path(first), day=date(2026, 3, 1), responses=40, source=Path(first) / "icc-consult-0011")
    yield "backups", replace(named, errand=Backing(STICKS, (there, Kept(Path(second), is_there=False))))
    damaged = DirectoryRefused(Fault.DAMAGED, "/srv/copies/centre/icc-consult-0011/answers.db")
    broken = Kept(Path(second), day=DAY, error=damaged)
    done = replace(named, errand=Backing(STICKS, (there, broken)))
    yield "backup damaged", done
    yield "backed up", replace(done, remark=Did(Feat.COPIED, number=2))
    yield "bringing back", replace(done, errand=Backing(STICKS, (there,), asking=True))
    yield "brought back", replace(done, remark=Did(Feat.RESTORED, number=12))


def _vouchers(at: DeskState) -> Iterator[tuple[str, DeskState]]:
    state = replace(at, today=Standing(with_vouchers(at.opened)), errand=Vouching(STICKS))
    yield "sticks with vouchers", replace(state, errand=type(at.errand)())
    yield "vouchers", state
    yield "how many", replace(state, remark=Slipped(Slip.NO_COUNT, Field.COUNT, number=2000))
    made = Did(Feat.VOUCHERS_MADE, str(STICKS[0] / "vouchers-lisbon-10-commitments-v1-2.pdf"), 60)
    yield "vouchers made", replace(state, remark=made)


def with_vouchers(opened: Opened | None) -> Opened:
    """Opened with vouchers: three made, one taken back."""
    assert opened is not None
    tags = tuple(VoucherTag(bytes([number]) * 16) for number in range(3))
    terms = replace(opened.seen.opening.terms, admission=AdmissionRule.VOUCHERS)
    vouchers = Vouchers((Batch("1", tags),), frozenset(tags[:1]))
    opening = replace(opened.seen.opening, terms=terms, vouchers=vouchers)
    return replace(opened, seen=replace(opened.seen, opening=opening))


def _checks(at: DeskState) -> Iterator[tuple[str, DeskState]]:
    named = at.with_text(Field.SUBJECT, "/consultations/our-city")
    yield "check", replace(named, errand=Checking())
    good = Checked("directory", Path("/consultations/our-city"), BOOKS, HEAD)
    yield "all fits", replace(named, errand=_checked(good))
    counted = replace(good, what="receipts", receipt="K7QF-2M9X-0ABC-4WYZ")
    yield "receipt counted", replace(named, errand=_checked(counted))
    bad = replace(
        good, findings=(("books", "sealed 52, receipts 51"), ("chain_forked", "3"), ("lost", "sealed 2"))
    )
    yield "not all fits", replace(named, errand=_checked(bad))


def _checked(checked: Checked) -> Errand:
    return Checking(checked)
