"""Reading the answers in a hub: only after the end, only with the passphrase, and written down first."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from icc_consult.domain.consultation import Consultation
from icc_consult.services.auditing import Act
from icc_consult.services.errors import OtherKey, StillOpen
from icc_consult.services.exporting import Exported, Write
from icc_consult.services.hub import Entry, Hub, status
from icc_consult.services.opening import check_pack
from icc_consult.services.ports import Opener
from icc_consult.services.premises import Opening, Progress, Vault, silently
from icc_consult.services.unlocking import Unlocked, read_through, reading_of


@dataclass(frozen=True)
class HubReader:
    """A consultation in a hub, and what reading it needs."""

    hub: Hub
    opening: Opening
    vault: Vault
    consultation_in: Callable[[bytes], Consultation]
    today: Callable[[], date] = date.today

    def check_ended(self) -> None:
        """Raise `StillOpen` while a place has not closed and nobody ended the waiting."""
        if not status(self.hub, self.opening.id).is_closed:
            raise StillOpen(self.opening.consultation)

    def unlock(self, passphrase: str) -> tuple[Consultation, Opener]:
        """What was asked, and what opens the answers.

        Raises `StillOpen`, `OtherPack`, `WrongPassphrase`, `KeyDamaged` or `OtherKey`.
        """
        self.check_ended()
        enrolment = self.hub.enrolment(self.opening.id)
        consultation = self.consultation_in(enrolment.pack)
        check_pack(self.opening, consultation)
        opener = self.vault.unlock(enrolment.locked_key, passphrase)
        if opener.key != self.opening.key:
            raise OtherKey(self.opening.key, opener.key)
        self.hub.note(self.opening.id, Entry(self.today(), Act.UNLOCKED, {}))
        return consultation, opener

    def read_all(
        self, consultation: Consultation, opener: Opener, *, progress: Progress = silently
    ) -> Unlocked:
        """Every response, in an order that says nothing."""
        of = status(self.hub, self.opening.id).books["sealed"]
        records = self.hub.sealed(self.opening.id)
        return read_through(reading_of(records, opener, consultation), of, progress=progress)

    def export(self, unlocked: Unlocked, *, out: Path, write: Write) -> Exported:
        """Let `write` put what was read in `out`; raises `OSError`."""
        detail = {"responses": len(unlocked.responses)}
        self.hub.note(self.opening.id, Entry(self.today(), Act.EXPORTED, {**detail}))
        return Exported(len(unlocked.responses), unlocked.unreadable, write(out, unlocked))
