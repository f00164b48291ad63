"""Where the facilitator is among sticks and paper, and what was found there."""

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from pathlib import Path
from typing import TypeAlias

from icc_consult.domain.errors import BrokenRule
from icc_consult.services.merging import Delivery


class Chore(StrEnum):
    """Work with sticks and paper that one waits for."""

    CARRYING = "carrying"
    COPYING = "copying"
    RESTORING = "restoring"
    PRINTING = "printing"
    REVOKING = "revoking"
    CHECKING = "checking"
    READING = "reading"
    MERGING = "merging"
    DRAWING = "drawing"


STOPPABLE = frozenset(
    {
        *(Chore.CARRYING, Chore.READING, Chore.CHECKING, Chore.DRAWING),
        *(Chore.COPYING, Chore.RESTORING, Chore.MERGING),
    }
)
WRITTEN_LAST = frozenset({Chore.COPYING, Chore.RESTORING})
"""When the bar is full what was made ready takes its place, and nobody can stop that."""

WRITTEN_AT_ONCE = frozenset({Chore.MERGING})
"""After the first step nobody can stop it."""


class Feat(StrEnum):
    """What went well with sticks and paper."""

    COPIED = "copied"
    RESTORED = "restored"
    VOUCHERS_MADE = "vouchers_made"
    REVOKED = "revoked"
    REVOKED_BEFORE = "revoked_before"
    SHEET_WRITTEN = "sheet_written"


@dataclass(frozen=True, slots=True)
class Did:
    """Something went well: the sentence names a place and a number."""

    feat: Feat
    where: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Menu:
    """What shall be carried, kept or printed?"""


@dataclass(frozen=True, slots=True)
class Carried:
    """A bundle as the stick gave it back."""

    where: Path
    answers: int
    size: int
    findings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Carrying:
    """A place for the bundle is asked; `done` once the stick gave it back."""

    sticks: tuple[Path, ...] = ()
    done: Carried | None = None


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture to be shown to a camera, and which part of how many it belongs to."""

    part: int
    parts: int
    content: bytes = field(repr=False)


@dataclass(frozen=True, slots=True)
class Showing:
    """Pictures pass, one after the other, over and over, until somebody stops them."""

    shots: tuple[Shot, ...]
    at: int = 0
    is_held: bool = False


@dataclass(frozen=True, slots=True)
class Kept:
    """What lies in a place for backups: since when, how many responses, or why it does not open.

    Without a day nothing was written there yet.
    """

    place: Path
    is_there: bool = True
    day: date | None = None
    responses: int = 0
    error: BrokenRule | OSError | None = None
    source: Path | None = None


@dataclass(frozen=True, slots=True)
class Backing:
    """The two places and what lies there; `asking` while a way back is confirmed."""

    sticks: tuple[Path, ...] = ()
    places: tuple[Kept, ...] = ()
    asking: bool = False


@dataclass(frozen=True, slots=True)
class Looked:
    """What a bundle holds: how many answers, how many of them are new here, and who signed it.

    Where it cannot be taken in, `error` says why and there is no `delivery`. A damaged one has both, if some
    of its answers are whole: then `missing` are lost, or nobody knows how many.
    """

    where: Path
    answers: int = 0
    new: int = 0
    signer: str = ""
    is_known: bool = True
    is_closed: bool = False
    error: BrokenRule | OSError | None = None
    is_salvaged: bool = False
    missing: int | None = 0
    delivery: Delivery | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Taken:
    """What was taken in, into which directory, and the books of everything together."""

    where: Path
    added: int
    answers: int
    books: tuple[tuple[str, int], ...]
    is_closed: bool
    findings: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Taking:
    """Bundles were chosen; `looked` once they were opened, `done` once they were taken in.

    `believed` are the keys that somebody compared with what their kiosks show, `salvaged` the damaged bundles
    of which somebody wants what is whole.
    """

    bundles: tuple[Path, ...] = ()
    looked: tuple[Looked, ...] = ()
    believed: frozenset[str] = frozenset()
    salvaged: frozenset[Path] = frozenset()
    done: Taken | None = None


@dataclass(frozen=True, slots=True)
class Vouching:
    """Vouchers are made or taken back."""

    sticks: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Papering:
    """The sheet of the day is written."""

    sticks: tuple[Path, ...] = ()


@dataclass(frozen=True, slots=True)
class Checked:
    """What a check found; `what` is the kind of thing that was checked."""

    what: str
    where: Path
    books: tuple[tuple[str, int], ...]
    head: str
    signer: str = ""
    findings: tuple[tuple[str, str], ...] = ()
    receipt: str = ""
    is_counted: bool = False


@dataclass(frozen=True, slots=True)
class Checking:
    """Something is to be checked; `done` once it was."""

    done: Checked | None = None


Errand: TypeAlias = Menu | Carrying | Showing | Taking | Backing | Vouching | Papering | Checking
