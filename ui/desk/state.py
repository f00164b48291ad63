"""Where the facilitator is: one frozen value from which every page of the desk is derived."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from pathlib import Path
from types import MappingProxyType
from typing import Self, TypeAlias

from icc_consult.domain.admission import AdmissionRule
from icc_consult.domain.consultation import Policy
from icc_consult.domain.errors import BrokenRule
from icc_consult.keyboards import Typed
from icc_consult.packs import Pack
from icc_consult.services.frequencies import Band, Frequencies
from icc_consult.services.inspecting import Inspection
from icc_consult.services.moderating import Proposal
from icc_consult.services.ports import Opener

from ui.desk.errands import Chore, Did, Errand, Menu
from ui.desk.examined import Examined
from ui.desk.places import Listing, Shelf

SIZES = (1.0, 1.25, 1.5)


class Rail(StrEnum):
    """The six places of the desk."""

    TODAY = "today"
    CONSULTATION = "consultation"
    LANGUAGES = "languages"
    RESULTS = "results"
    STICKS = "sticks"
    SAFETY = "safety"


class Field(StrEnum):
    """Everything that can be typed at the desk."""

    PATH = "path"
    CONTROLLER = "controller"
    CONTACT = "contact"
    PIN = "pin"
    PIN_AGAIN = "pinAgain"
    WORDS = "words"
    STAFF_PIN = "staffPin"
    PASSPHRASE = "passphrase"  # noqa: S105 - the name of a field
    KEY = "key"
    OUT = "out"
    STICK = "stick"
    PLACE = "place"
    FIRST = "first"
    SECOND = "second"
    BACKUP = "backup"
    SUBJECT = "subject"
    SINCE = "since"
    BUNDLES = "bundles"
    COUNT = "count"
    CODE = "code"


FILES = frozenset({Field.SUBJECT, Field.SINCE, Field.BUNDLES})
SECRETS = frozenset({Field.PIN, Field.PIN_AGAIN, Field.WORDS, Field.STAFF_PIN, Field.PASSPHRASE})


class Slip(StrEnum):
    """What a person may get wrong before anything is tried."""

    NO_CONTROLLER = "no_controller"
    PINS_DIFFER = "pins_differ"
    WORDS_DIFFER = "words_differ"
    UNKNOWN_WORDS = "unknown_words"
    WRONG_PIN = "wrong_pin"
    NO_FOLDER = "no_folder"
    SAME_PLACE = "same_place"
    NOT_READY = "not_ready"
    NO_FILE = "no_file"
    NO_COUNT = "no_count"
    NO_CODE = "no_code"


@dataclass(frozen=True, slots=True)
class Slipped:
    """A slip, the field it happened in, and what the sentence about it names."""

    slip: Slip
    field: Field
    detail: str = ""
    number: int = 0


@dataclass(frozen=True, slots=True)
class Failed:
    """Something was tried and refused; the field is the one to correct, if any is."""

    error: BrokenRule | OSError
    field: Field | None = None


class Good(StrEnum):
    """What went well and is worth a sentence."""

    KEY_MOVED = "key_moved"
    PIN_CHANGED = "pin_changed"
    EXPORTED = "exported"
    REVISED = "revised"
    LISTED = "listed"


@dataclass(frozen=True, slots=True)
class Went:
    """Something went well: the sentence names a place and a number."""

    good: Good
    detail: str = ""
    number: int = 0
    unreadable: int = 0


Remark: TypeAlias = Slipped | Failed | Went | Did


@dataclass(frozen=True, slots=True)
class Touching:
    """A field is being written with the keyboard on the screen."""

    field: Field
    typed: Typed


@dataclass(frozen=True, slots=True)
class Opened:
    """The opened consultation the desk is about, what is counted in it, and where its key lies."""

    data: Path
    pack: Pack
    seen: Inspection
    key: Path

    @property
    def is_closed(self) -> bool:
        """Whether it has ended."""
        return self.seen.opening.is_closed


@dataclass(frozen=True, slots=True)
class Starting:
    """The desk was just started and looks what there is."""


@dataclass(frozen=True, slots=True)
class Choosing:
    """Which consultation?"""


@dataclass(frozen=True, slots=True)
class Setting:
    """The terms of a chosen pack are being filled in; `is_warned`: its unready languages were told."""

    pack: Pack
    policy: Policy
    is_warned: bool = False
    admission: AdmissionRule = AdmissionRule.HONOUR


@dataclass(frozen=True, slots=True)
class Noting:
    """Six words are shown, once."""

    setting: Setting
    words: str


@dataclass(frozen=True, slots=True)
class TypingBack:
    """The six words are asked back."""

    setting: Setting
    words: str


@dataclass(frozen=True, slots=True)
class Standing:
    """A consultation was opened; `is_closing` while its end is asked a second time."""

    opened: Opened
    is_closing: bool = False


Today: TypeAlias = Starting | Choosing | Examined | Setting | Noting | TypingBack | Standing


@dataclass(frozen=True)
class Findings:
    """What the answers say, and the opener they were read with."""

    opener: Opener
    responses: int
    unreadable: int
    items: tuple[Frequencies, ...]
    languages: Mapping[str, Band]
    endings: Mapping[str, Band]
    wishes: Mapping[str, Band]
    proposals: tuple[Proposal, ...] = ()


@dataclass(frozen=True, slots=True)
class Locked:
    """The answers are sealed, or nobody gave the passphrase yet."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The answers were opened; `is_exporting` while a place for the files is asked.

    `is_moderating` while proposals are read; `picked` is the one that is about to be left out.
    """

    findings: Findings
    is_exporting: bool = False
    separator: str = ","
    is_moderating: bool = False
    picked: str = ""


Results: TypeAlias = Locked | Reading


class Safe(StrEnum):
    """What Safety shows: the whole, the way of the key, or the forgotten PIN."""

    OVERVIEW = "overview"
    KEY = "key"
    PIN = "pin"


class Task(StrEnum):
    """What the desk is doing while one waits."""

    LOOKING = "looking"
    OPENING = "opening"
    STARTING = "starting"
    CLOSING = "closing"
    UNLOCKING = "unlocking"
    EXPORTING = "exporting"
    MOVING = "moving"
    CHANGING = "changing"
    DECIDING = "deciding"


@dataclass(frozen=True, slots=True)
class Busy:
    """A task under way, and how far it is where that is known."""

    task: Task | Chore
    done: int = 0
    of: int = 0


@dataclass(frozen=True, slots=True)
class Speaking:
    """The desk's own language is being chosen."""


@dataclass(frozen=True, slots=True)
class Browsing:
    """A pack, a file or a folder for what `field` names is looked for on the disk."""

    field: Field
    listing: Listing


Cover: TypeAlias = Speaking | Browsing


@dataclass(frozen=True, slots=True)
class DeskState:
    """Everything the desk shows is derived from this."""

    language: str
    scheme: str = "light"
    size: int = 1
    rail: Rail = Rail.TODAY
    shelf: Shelf = field(default_factory=Shelf)
    today: Today = field(default_factory=Starting)
    results: Results = field(default_factory=Locked)
    safe: Safe = Safe.OVERVIEW
    errand: Errand = field(default_factory=Menu)
    cover: Cover | None = None
    busy: Busy | None = None
    remark: Remark | None = None
    touching: Touching | None = None
    typed: Mapping[Field, str] = field(default_factory=lambda: MappingProxyType({}), hash=False)

    @property
    def pack(self) -> Pack | None:
        """The pack the desk is about, opened or not."""
        match self.today:
            case Starting() | Choosing() | Examined():
                return None
            case Setting(pack):
                return pack
            case Noting(setting) | TypingBack(setting):
                return setting.pack
            case Standing(opened):
                return opened.pack

    @property
    def opened(self) -> Opened | None:
        """The opened consultation the desk is about."""
        return self.today.opened if isinstance(self.today, Standing) else None

    def text(self, field: Field) -> str:
        """What was typed there."""
        return self.typed.get(field, "")

    def with_text(self, field: Field, text: str) -> Self:
        """Something else was typed; a remark about that field is answered by it."""
        remark = self.remark
        about = remark.field if isinstance(remark, Slipped | Failed) else None
        typed = MappingProxyType({**self.typed, field: text})
        return replace(self, typed=typed, remark=None if about is field else remark)

    def without_secrets(self) -> Self:
        """Nothing secret that was typed stays in memory or on the screen."""
        kept = {field: text for field, text in self.typed.items() if field not in SECRETS}
        return replace(self, typed=MappingProxyType(kept), touching=None)
