"""A host whose kiosk writes nothing down but remembers what it was asked to write."""

from datetime import date

from icc_consult.domain.consultation import Consultation, Policy
from icc_consult.domain.errors import NotSaved
from icc_consult.services.ports import KeyId, ReceiptCode, Sealed, SealedRecord
from icc_consult.services.premises import PinTried, StaffDoor
from icc_consult.services.responding import Kiosk

from ui.demo.clock import Clock
from ui.kiosk.host import Host

from tests.builders import DAY
from tests.ui.kiosk.scenes import SKETCH


class Notebook:
    """A store that writes one word for each act, and refuses while it is full."""

    def __init__(self) -> None:
        self.acts: list[str] = []
        self.receipts: list[ReceiptCode] = []
        self.is_full = False

    def _note(self, act: str) -> None:
        if self.is_full:
            raise NotSaved("disk_full")
        self.acts.append(act)

    def make_room(self, _: int) -> None:
        """There is room in a notebook."""

    def keep_snapshot(self, *_: object) -> None:
        self._note("keep")

    def submit(self, _: SealedRecord, receipt: ReceiptCode, **__: date) -> None:
        self._note("submit")
        self.receipts.append(receipt)

    def recover(self, **_: date) -> int:
        return 0

    def add_wish(self, record: SealedRecord, **_: date) -> None:
        self._note(f"wish {record.body.decode()}")

    def count_deleted(self, **_: date) -> None:
        self._note("delete")

    def count_refused(self, **_: date) -> None:
        self._note("refuse")


class OpenEnvelope:
    """Seals nothing."""

    size = 0

    def seal(self, payload: bytes) -> SealedRecord:
        return SealedRecord(KeyId("k"), Sealed(payload))


class PaperDoor:
    """A door with the PIN 1234 that makes people wait after the first wrong one."""

    def try_pin(self, pin: str) -> PinTried:
        return PinTried(is_right=True) if pin == "1234" else PinTried(is_right=False, wait_seconds=30)


class House:
    """A host, its notebook and its clock."""

    def __init__(
        self,
        consultation: Consultation = SKETCH,
        policy: Policy = Policy.KEEP,
        door: StaffDoor | None = None,
    ) -> None:
        self.notebook, self.clock = Notebook(), Clock()
        kiosk = Kiosk(consultation, policy, self.notebook, OpenEnvelope(), today=lambda: DAY)
        self.host = Host(consultation, lambda: kiosk, clock=self.clock, door=door)
        self.changes = 0
        self.host.when_changed = self._count

    def _count(self) -> None:
        self.changes += 1

    def seat_somebody(self, language: str = "en") -> Host:
        """A resident has consented and stands before the first question."""
        self.host.go_on()
        self.host.pick_language(language)
        self.host.go_on()
        return self.host

    def answer_all(self) -> Host:
        """A resident skipped everything and checks the answers."""
        host = self.seat_somebody()
        while host.journey.session and host.journey.session.page:
            host.go_on()
        return host
