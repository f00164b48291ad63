"""What has to hold after every kill."""

from dataclasses import dataclass, field
from pathlib import Path

from icc_consult.bootstrap import desk_at
from icc_consult.services.errors import Fault
from icc_consult.services.inspecting import inspect
from icc_consult.storage import schema
from icc_consult.storage.answers import AnswersFile
from icc_consult.storage.backups import checked
from icc_consult.storage.places import Places
from icc_consult.trust.vouchers import decode, tag_of

BAD = {Fault.DAMAGED, Fault.BOOKS_DIFFER, Fault.UNFINISHED_LOST, Fault.READ_BACK, Fault.FOREIGN}


class Lost(Exception):
    """Something that was said to be saved is not there, or is there twice, or cannot be read."""


@dataclass
class Truth:
    """What residents were told, and how often the kiosk was killed."""

    data: Path
    receipts: set[str] = field(default_factory=set)
    codes: set[str] = field(default_factory=set)
    cuts: int = 0
    copied: int = 0

    def check_answers(self) -> int:
        """Everything acknowledged is there, and at most one more a kill; how many there are."""
        receipts, bodies, spent = held(self.data)
        seen = inspect(desk_at(self.data))
        consultation = seen.opening.consultation
        tags = {tag_of(consultation, decode(code)) for code in self.codes}
        _must(self.receipts <= receipts, f"receipts {len(self.receipts - receipts)}")
        _must(tags <= spent, f"vouchers {len(tags - spent)}")
        _must(len(receipts) == len(bodies), f"{len(receipts)} receipts, {len(bodies)} responses")
        _must(seen.used_more_than_once == 0, "more vouchers counted than spent")
        _must(len(receipts) <= len(self.receipts) + self.cuts, "more than one unacknowledged a kill")
        bad = [trouble for trouble in seen.troubles if trouble.fault in BAD]
        _must(not bad, f"trouble {bad}")
        return len(bodies)

    def check_backup(self, backup: Path) -> None:
        """A backup that was told is whole, is a part of the truth, and never shrinks."""
        if not (backup / "answers.db").exists():
            _must(self.copied == 0, f"{backup} is gone")
            return
        with checked(Places(backup)) as copy:
            _must(copy.count("sealed") >= self.copied, f"{backup} has {copy.count('sealed')}")
            bodies = {row[2] for row in copy.rows("sealed")}
        _must(bodies <= held(self.data)[1], f"{backup} holds what nobody gave")

    def check_part(self, other: Path, *, whole: bool) -> None:
        """Another directory holds a part of the truth, or all of it, and no receipt without its response."""
        receipts, bodies, _ = held(other)
        mine = held(self.data)
        _must(receipts <= mine[0] and bodies <= mine[1], f"{other} holds what nobody gave")
        _must(len(receipts) == len(bodies), f"{other}: {len(receipts)} receipts, {len(bodies)} responses")
        if whole:
            _must((receipts, bodies) == mine[:2], f"{other} lacks {len(mine[1] - bodies)}")


def held(data: Path) -> tuple[set[str], set[bytes], set[bytes]]:
    """Receipts, sealed bodies and spent vouchers of a data directory."""
    file = AnswersFile(data / "answers.db", writes=False)
    try:
        file.check(str(data))
        bodies = [bytes(record.body) for record in file.records(schema.sealed)]
        _must(len(bodies) == len(set(bodies)), "a response twice")
        return set(file.receipts()), set(bodies), set(file.spent())
    finally:
        file.close()


def _must(holds: bool, what: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not holds:
        raise Lost(what)
