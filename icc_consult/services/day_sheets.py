"""The numbers of a day, to be printed and signed: what anybody can check later, and nothing of anybody."""

from dataclasses import dataclass
from datetime import date

from icc_consult.services.ports import DayTotal
from icc_consult.services.premises import Counts, Desk, Opening
from icc_consult.verifying.audit import head_of
from icc_consult.verifying.checkpoints import Checkpoint, checkpoint_of, name_of


@dataclass(frozen=True, slots=True)
class Signed:
    """The last checkpoint: its number, its day, and the hash that the next one names it by."""

    number: int
    day: date
    name: str


@dataclass(frozen=True, slots=True)
class DaySheet:
    """What stands on the paper. `total` is of one day, `counts` are of all."""

    printed: date
    opening: Opening
    total: DayTotal
    counts: Counts
    entries: int
    head: str
    signed: Signed | None

    @property
    def responses(self) -> int:
        """How many responses the totals of all days come to."""
        return sum(day.responses for day in self.counts.days)


def day_sheet(desk: Desk, *, day: date | None = None) -> DaySheet:
    """The sheet of a day, or of the last one with anybody in it; also while a kiosk is at work.

    Raises `NotOpened`, `DirectoryRefused` or `OSError`.
    """
    opening, counts, ledger = desk.directory.opening(), desk.directory.counts(), desk.directory.ledger()
    log, lines = list(ledger.log()), list(ledger.checkpoints())
    printed = desk.now().astimezone().date()
    last = counts.days[-1].day if counts.days else printed
    wanted = day or last
    total = next((one for one in counts.days if one.day == wanted), DayTotal(wanted))
    return DaySheet(printed, opening, total, counts, len(log), head_of(log), _signed(lines))


def _signed(lines: list[bytes]) -> Signed | None:
    if not lines:
        return None
    last: Checkpoint = checkpoint_of(lines[-1])
    return Signed(last.number, last.day, name_of(lines[-1]))
