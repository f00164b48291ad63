"""The names of the files in a data directory."""

from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Places:
    """Where everything lies; `docs/data-directory.md` says what each file is."""

    root: Path

    @property
    def opening(self) -> Path:
        """Which consultation, which key, which terms."""
        return self.root / "opening.json"

    @property
    def pack(self) -> Path:
        """The pack as it was opened."""
        return self.root / "pack.iccpack"

    @property
    def key(self) -> Path:
        """The private key, locked by the passphrase."""
        return self.root / "key.age"

    @property
    def destroyed(self) -> Path:
        """What was written down when the private key was destroyed."""
        return self.root / "key-destroyed.json"

    @property
    def pin(self) -> Path:
        """The hashed PIN and its misses."""
        return self.root / "pin.json"

    @property
    def answers(self) -> Path:
        """Sealed responses, receipts, sealed wishes, totals a day."""
        return self.root / "answers.db"

    @property
    def unfinished(self) -> Path:
        """The sealed snapshot of the session that is going on."""
        return self.root / "unfinished.db"

    @property
    def trouble(self) -> Path:
        """What could not be written."""
        return self.root / "trouble.json"

    @property
    def signing(self) -> Path:
        """What this place signs its bundles and checkpoints with."""
        return self.root / "signing.key"

    @property
    def audit(self) -> Path:
        """What facilitators did, one chained line an act."""
        return self.root / "audit.jsonl"

    @property
    def checkpoints(self) -> Path:
        """Signed statements of how much there was, one file each."""
        return self.root / "checkpoints"

    @property
    def carried(self) -> Path:
        """What bundles told of the places they came from; only where they were merged."""
        return self.root / "carried.records"

    @property
    def receipts(self) -> Path:
        """The list of codes that is put up at the end."""
        return self.root / "receipts.txt"

    @property
    def ballast(self) -> Path:
        """Room that is given up when somebody has to send on a full disk."""
        return self.root / "ballast"

    @property
    def backup(self) -> Path:
        """What a backup was when it was written; only there."""
        return self.root / "backup.json"

    @property
    def proposals(self) -> Path:
        """What was decided about the sentences that residents proposed, without their words."""
        return self.root / "proposals.json"

    @property
    def quarantine(self) -> Path:
        """Damaged answers, put aside."""
        return self.root / "quarantine"

    @property
    def lock(self) -> Path:
        """Held by whoever writes here."""
        return self.root / "lock"
