"""What the desk asks of the program around it: plain calls that take a while."""

from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from icc_consult.packs import Pack
from icc_consult.services.exporting import Exported
from icc_consult.services.moderating import Decision, Proposal
from icc_consult.services.ports import Opener
from icc_consult.services.premises import Opening, PinTried, Progress, StaffDoor, Terms
from icc_consult.services.responding import Kiosk

from ui.desk.errand_office import ErrandOffice
from ui.desk.examined import Examined
from ui.desk.places import Listing, Shelf
from ui.desk.state import Findings, Opened


@dataclass(frozen=True, slots=True)
class Day:
    """A kiosk that is ready to be shown: with its door, and what its promise says."""

    data: Path
    pack: Pack
    opening: Opening
    kiosk: Kiosk
    door: StaffDoor


@dataclass(frozen=True, slots=True)
class Comfort:
    """How the facilitator likes the desk."""

    language: str
    scheme: str
    size: int


class Office(Protocol):
    """Every act may raise `BrokenRule` or `OSError`."""

    @property
    def only(self) -> Path | None:
        """The one data directory this desk is about, where it was named."""

    @property
    def errands(self) -> ErrandOffice:
        """What is done with sticks and paper."""

    def shelf(self) -> Shelf:
        """What was opened on this computer, newest first, and what is ready to be."""

    def ready_pack(self) -> Path:
        """The consultation that comes with the program."""

    def examine(self, path: Path) -> Examined:
        """What a file comes to, and all there is to say about it."""

    def save_findings(self, examined: Examined, language: str) -> tuple[Path, int]:
        """Write them as a table; where it is, and how many there are."""

    def visit(self, data: Path) -> Opened:
        """An opened consultation as it stands now."""

    def new_words(self) -> str:
        """Six words drawn by chance."""

    def open(self, pack: Pack, terms: Terms, passphrase: str, pin: str) -> Path:
        """Open a consultation in a new data directory; where that is."""

    def check_pin(self, data: Path, pin: str) -> PinTried:
        """Whether this is the staff PIN."""

    def ready_kiosk(self, data: Path) -> Day:
        """A kiosk for this day."""

    def close(self, data: Path) -> None:
        """End it for good."""

    def unlock(self, opened: Opened, passphrase: str, progress: Progress) -> Findings:
        """Read the answers with the key that lies where `opened` says."""

    def export(
        self, opened: Opened, opener: Opener, out: Path, separator: str, progress: Progress
    ) -> Exported:
        """Write the answers out."""

    def decide(
        self, opened: Opened, proposals: tuple[Proposal, ...], name: str, decision: Decision
    ) -> tuple[Proposal, ...]:
        """Write down what was decided about one proposal; all of them as they stand now."""

    def revise(self, opened: Opened, proposals: tuple[Proposal, ...]) -> tuple[Path, int]:
        """Write a pack with the accepted ones; where it is, and how many."""

    def carry_key(self, opened: Opened, to: Path) -> Path:
        """Move the key file to a folder elsewhere; where it is then."""

    def change_pin(self, opened: Opened, passphrase: str, pin: str) -> None:
        """A new staff PIN."""

    def forget_trouble(self, data: Path) -> None:
        """The facilitator has seen it."""

    def list_folder(self, folder: Path | None) -> Listing:
        """What lies there; in the home folder where none is named."""

    def is_plain_folder(self, path: Path) -> bool:
        """Whether it is a folder and no pack."""

    def export_folder(self, opened: Opened) -> Path:
        """Where exported files go unless another folder is named."""

    def remember(self, comfort: Comfort) -> None:
        """Begin like this the next time."""
