"""The kiosk's store: every act is durable when it returns, or it raised `NotSaved`."""

import threading
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from datetime import date
from functools import partial
from typing import TypeVar, assert_never

from sqlalchemy.exc import SQLAlchemyError

from icc_consult.domain.admission import (
    FREELY,
    Admission,
    ByStaff,
    ByVoucher,
    Freely,
    VoucherState,
    VoucherTag,
)
from icc_consult.domain.errors import NotSaved
from icc_consult.services.errors import DirectoryRefused, Fault
from icc_consult.services.ports import DayTotal, ReceiptCode, SealedRecord
from icc_consult.services.premises import Trouble
from icc_consult.storage import schema, troubles
from icc_consult.storage.answers import AnswersFile
from icc_consult.storage.ballast import Ballast, room_for_one
from icc_consult.storage.faults import detail_of, fault_of
from icc_consult.storage.locking import DirectoryLock
from icc_consult.storage.places import Places
from icc_consult.storage.unfinished import UnfinishedFile

_FAILURES = (SQLAlchemyError, OSError, DirectoryRefused)
_FOR_LACK_OF_ROOM = (Fault.DISK_FULL, Fault.READ_ONLY, Fault.DISK_FAULT)  # a journal that cannot be made, too
Done = TypeVar("Done")


class KioskStore:
    """Holds its data directory alone until it is released; may be called from any thread."""

    def __init__(self, places: Places, *, today: Callable[[], date]) -> None:
        """Raises `InUse` or `DirectoryRefused`."""
        self._places, self._today = places, today
        self._turn = threading.Lock()
        self._owed: defaultdict[date, Counter[str]] = defaultdict(Counter)
        self._is_untidy = True
        self._unread: dict[ReceiptCode, tuple[int, SealedRecord]] = {}
        self._ballast = Ballast(places.ballast)
        if places.backup.exists():
            raise DirectoryRefused(Fault.BACKUP, str(places.root))
        self._lock = DirectoryLock(places.lock)
        try:
            self._answers = AnswersFile(places.answers)
            self._answers.check(str(places.answers))
            self._reader = AnswersFile(places.answers, writes=False)
        except BaseException:
            self._lock.release()
            raise
        self._unfinished = UnfinishedFile(places.unfinished)
        self._tidy()

    def make_room(self, size: int) -> None:
        """Set aside what a sitting whose body has `size` bytes can need."""
        with self._saving(self._today()):
            self._ballast.take_on(room_for_one(size))

    def keep_snapshot(self, record: SealedRecord, receipt: ReceiptCode) -> None:
        """Replace the sealed snapshot of the unfinished session."""
        with self._saving(self._today()):
            self._in_any_room(partial(self._unfinished.keep, record, receipt))

    def drop_snapshot(self) -> None:
        """Remove every byte of the unfinished session."""
        with self._saving(self._today()):
            self._unfinished.drop()

    def submit(
        self, record: SealedRecord, receipt: ReceiptCode, *, day: date, admission: Admission = FREELY
    ) -> None:
        """Response, receipt, voucher and day total in one transaction, read back; then the snapshot goes."""
        voucher = admission.tag if isinstance(admission, ByVoucher) else None
        with self._saving(day):
            self._in_any_room(partial(self._add, record, receipt, day, _counted(admission), voucher))
        self._drop_what_is_sent(day)

    def issue(self, tags: Iterable[VoucherTag]) -> None:
        """Know these vouchers from now on."""
        with self._saving(self._today()):
            self._answers.issue(tags)

    def voucher(self, tag: VoucherTag) -> VoucherState | None:
        """Whether it is issued or spent here; none where it was never issued here."""
        with self._turn:
            found = self._reader.is_spent(tag)
        return None if found is None else VoucherState.SPENT if found else VoucherState.ISSUED

    def recover(self, *, day: date) -> int:
        """Turn what a killed session left into a partial response; how many there were (0 or 1)."""
        with self._saving(day):
            left = self._left(day)
            recovered = Counter(responses=1, recovered=1)
            added = left is not None and self._in_any_room(partial(self._add, *left, day, recovered))
        if left is not None:
            self._drop_what_is_sent(day)
        return int(added)

    def add_wish(self, record: SealedRecord, *, day: date) -> None:
        """A wish for a language that is not here."""
        with self._saving(day):
            row = self._in_any_room(partial(self._answers.add_wish, record, self._owed))
            self._reader.check_written(row, record, "wish")
            self._owed.clear()

    def count_deleted(self, *, day: date) -> None:
        """The snapshot goes, and the deletions of the day grow by one."""
        with self._saving(day):
            self._unfinished.drop()
        self._count(day, "deleted")

    def count_refused(self, *, day: date) -> None:
        """One more resident who said no, thank you."""
        self._count(day, "refused")

    def rest(self) -> None:
        """Nobody is here: rewrite the answers in the order of their random keys, where any came since."""
        with self._turn:
            if self._is_untidy:
                self._tidy()

    def totals(self) -> tuple[DayTotal, ...]:
        """The totals of each day, oldest first."""
        with self._turn:
            return self._reader.totals()

    def sealed(self) -> Iterator[SealedRecord]:
        """Every sealed response, by its random key."""
        return self._reader.records(schema.sealed)

    def wishes(self) -> Iterator[SealedRecord]:
        """Every sealed wish, by its random key."""
        return self._reader.records(schema.wish)

    def release(self) -> None:
        """Let go of the data directory, the answers in the order of their random keys."""
        with self._turn:
            if self._is_untidy:
                self._tidy()
            for file in (self._unfinished, self._reader, self._answers):
                file.close()
            self._lock.release()

    def _add(
        self,
        record: SealedRecord,
        receipt: ReceiptCode,
        day: date,
        tally: Counter[str],
        voucher: VoucherTag | None = None,
    ) -> bool:
        totals = {**self._owed, day: self._owed.get(day, Counter()) + tally}
        row = self._answers.add(record, receipt, totals, voucher)
        if row is not None:
            self._is_untidy = True
            self._owed.clear()
            self._unread[receipt] = row, record
        if receipt in self._unread:
            self._reader.check_written(*self._unread[receipt])
            del self._unread[receipt]
        return row is not None

    def _count(self, day: date, name: str) -> None:
        with self._turn:
            self._owed[day][name] += 1
            try:
                self._answers.add_totals(self._owed)
                self._owed.clear()
            except _FAILURES as error:
                self._note(error, day)

    def _tidy(self) -> None:
        """Within a page SQLite lays rows as they come: whoever takes the disk could read who came when."""
        self._is_untidy = False
        try:
            self._answers.tidy()
        except _FAILURES as error:
            self._note(error, self._today())

    def _left(self, day: date) -> tuple[SealedRecord, ReceiptCode] | None:
        try:
            return self._unfinished.shown()
        except _FAILURES as error:
            if fault_of(error) is not Fault.DAMAGED:
                raise
            troubles.note(self._places.trouble, Trouble(Fault.UNFINISHED_LOST, day))
            self._unfinished.destroy()
            return None

    def _drop_what_is_sent(self, day: date) -> None:
        with self._turn:
            try:
                self._unfinished.drop()
            except _FAILURES as error:
                self._note(error, day)  # its receipt is known: the next start will not add it again

    def _in_any_room(self, act: Callable[[], Done]) -> Done:
        """Who is sitting can still send: a full disk gets the ballast, and the act its second try."""
        try:
            return act()
        except _FAILURES as error:
            if fault_of(error) not in _FOR_LACK_OF_ROOM or not self._ballast.give_up():
                raise
            return act()

    @contextmanager
    def _saving(self, day: date) -> Iterator[None]:
        with self._turn:
            try:
                yield
            except NotSaved as error:
                troubles.note(self._places.trouble, Trouble(Fault(error.reason), day))
                raise
            except _FAILURES as error:
                raise NotSaved(self._note(error, day)) from error

    def _note(self, error: BaseException, day: date) -> Fault:
        troubles.note(self._places.trouble, Trouble(fault_of(error), day, detail_of(error)))
        return fault_of(error)


def _counted(admission: Admission) -> Counter[str]:
    match admission:
        case Freely():
            return Counter(responses=1)
        case ByStaff():
            return Counter(responses=1, unlocked=1)
        case ByVoucher():
            return Counter(responses=1, spent=1)
        case _:
            assert_never(admission)
