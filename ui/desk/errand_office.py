"""What the desk asks of the program around it where sticks and paper are concerned."""

from collections.abc import Collection, Sequence
from pathlib import Path
from typing import Protocol

from icc_consult.services.backing_up import Restored
from icc_consult.services.premises import Progress

from ui.desk.errands import Carried, Checked, Kept, Looked, Shot, Taken
from ui.desk.state import Opened


class ErrandOffice(Protocol):
    """Every act may raise `BrokenRule` or `OSError`."""

    def sticks(self) -> tuple[Path, ...]:
        """Where sticks are that somebody put in."""

    def carry(self, opened: Opened, place: Path, passphrase: str, progress: Progress) -> Carried:
        """Write everything into a folder that is there, and ask the stick for it again."""

    def draw(self, opened: Opened, passphrase: str, progress: Progress) -> tuple[Shot, ...]:
        """The same as pictures for a camera."""

    def bundles(self) -> tuple[Path, ...]:
        """Every bundle that lies on a stick that is in."""

    def look_into(
        self, opened: Opened, bundles: Sequence[Path], passphrase: str, progress: Progress
    ) -> tuple[Looked, ...]:
        """Open them with the key of the consultation; one that is damaged keeps no other from being read."""

    def take_in(
        self, opened: Opened, looked: Sequence[Looked], believed: Collection[str], progress: Progress
    ) -> Taken:
        """Bring together what they hold, in a directory of its own beside the others."""

    def places(self, data: Path) -> tuple[str, str]:
        """The two places that backups were last written to; empty where none was named yet."""

    def kept(self, data: Path, places: Sequence[str]) -> tuple[Kept, ...]:
        """What lies in each place that was named, opened for a look."""

    def back_up(self, data: Path, places: Sequence[str], progress: Progress) -> tuple[Kept, ...]:
        """A backup in each place, and what lies there then."""

    def restore(self, data: Path | None, source: Path, progress: Progress) -> tuple[Path, Restored]:
        """Bring back what is missing here; without a data directory a new one is made, and where that is."""

    def make_vouchers(self, data: Path, count: int, place: Path) -> Path:
        """Make a batch; the paper to print, in a folder that is there."""

    def revoke(self, data: Path, code: str) -> int:
        """Take one voucher back; 0 where it was taken back before."""

    def day_sheet(self, data: Path, place: Path, language: str) -> Path:
        """The sheet of the last day, to print and to sign, in a folder that is there."""

    def check(
        self, subject: Path, since: Path | None, receipt: str, key: Path | None, passphrase: str
    ) -> Checked:
        """Whether all fits; a locked bundle is opened with the key that lies there."""
