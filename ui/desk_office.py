"""The desk's office on this computer: real directories, real keys, and a note of how the desk should look."""

import errno
import json
import os
from collections.abc import Callable
from dataclasses import asdict, dataclass, field, replace
from functools import cache, lru_cache, partial
from pathlib import Path
from typing import Any

from icc_consult import bootstrap
from icc_consult.assets import resources
from icc_consult.checking import write_findings
from icc_consult.domain.errors import BrokenRule
from icc_consult.i18n import Say
from icc_consult.packs import DOCUMENT, Pack, pack_of, read_pack, write_pack
from icc_consult.sentences import CONFIDENTIAL
from icc_consult.services import frequencies as counting
from icc_consult.services import moderating
from icc_consult.services.carrying import carry_key
from icc_consult.services.closing import close
from icc_consult.services.exporting import Exported, export
from icc_consult.services.inspecting import inspect
from icc_consult.services.moderating import Decision, Proposal
from icc_consult.services.opening import change_pin, open_consultation
from icc_consult.services.ports import Opener
from icc_consult.services.premises import Desk, OpeningId, PinTried, Progress, Terms
from icc_consult.services.unlocking import read_all, read_wishes, unlock
from icc_consult.sheltered import read_source
from icc_consult.sources import source_of_pack
from icc_consult.storage.files import write_json
from icc_consult.storage.key_file import DirectoryWithKey, LocalKeyFile
from icc_consult.storage.places import Places
from icc_consult.trust.words import new_passphrase

from ui.desk.examined import Examined
from ui.desk.office import Comfort, Day
from ui.desk.places import Listing, Shelf, Shelved
from ui.desk.state import Findings, Opened
from ui.errands import LocalErrands
from ui.shortcuts import worth_a_look

READY = "our-city-our-voice"
_PACKS = (".iccpack", ".zip", ".xlsx", ".xlsm", ".xls", ".csv", ".md", ".lss", ".tsv")


@dataclass(frozen=True)
class LocalOffice:
    """Consultations lie in `root`, one directory each, or the only one in `only`."""

    root: Path
    only: Path | None = None
    desk_at: Callable[[Path], Desk] = field(default=bootstrap.desk_at)
    home: Path = field(default_factory=Path.home)

    @property
    def errands(self) -> LocalErrands:
        """What is done with sticks and paper here."""
        return LocalErrands(self.root, self.desk_at, self._notes, self._note)

    # -- what there is ------------------------------------------------------------------------

    def shelf(self) -> Shelf:
        """What was opened here, newest first; a directory that cannot be read is told where it was named."""
        ready = _ready_pack(self.ready_pack()).consultation
        if self.only is not None:
            return Shelf((self._shelved(self.only),) if _is_in_use(self.only) else (), ready)
        return Shelf(self._all_shelved(), ready)

    def _all_shelved(self) -> tuple[Shelved, ...]:
        found = []
        for data in sorted(self.root.iterdir()) if self.root.is_dir() else ():
            try:
                found.append(self._shelved(data))
            except (BrokenRule, OSError):
                continue
        return tuple(sorted(found, key=lambda one: one.opened_at, reverse=True))

    def _shelved(self, data: Path) -> Shelved:
        opening = self.desk_at(data).directory.opening()
        title = _opened_pack(data, opening.id).consultation.title
        return Shelved(data, title, opening.opened_at, opening.closed_at, opening.is_merged)

    def ready_pack(self) -> Path:
        """The consultation that comes with the program."""
        return resources() / "consultations" / READY

    def examine(self, path: Path) -> Examined:
        """What a file comes to, and all there is to say about it."""
        if path == self.ready_pack():
            return Examined(path, source_of_pack(_ready_pack(path)))
        source = read_source(path)
        return Examined(path, source, None if source.is_usable else read_source(path, leaves_out=True))

    def save_findings(self, examined: Examined, language: str) -> tuple[Path, int]:
        """Write them as a table at home; where it is, and how many there are."""
        found = examined.findings(Say(language))
        path = _new_place(self.home, f"{examined.path.stem}-problems", ".csv")
        write_findings(path, found)
        return path, len(found)

    def visit(self, data: Path) -> Opened:
        """An opened consultation as it stands now."""
        seen = inspect(self.desk_at(data))
        known = self._notes().get("keys", {}).get(seen.opening.id)
        pack = _opened_pack(data, seen.opening.id)
        return Opened(data, pack, seen, Path(known) if known else Places(data).key)

    # -- opening ------------------------------------------------------------------------------

    def new_words(self) -> str:
        """Six words drawn by chance."""
        return new_passphrase()

    def open(self, pack: Pack, terms: Terms, passphrase: str, pin: str) -> Path:
        """Open it in a directory of its own; where that is."""
        data = self.only or _new_place(self.root, pack.consultation.id)
        open_consultation(
            self.desk_at(data),
            consultation=pack.consultation,
            copy_pack=partial(write_pack, pack),
            terms=terms,
            passphrase=passphrase,
            pin=pin,
        )
        return data

    # -- the day ------------------------------------------------------------------------------

    def check_pin(self, data: Path, pin: str) -> PinTried:
        """Whether this is the staff PIN."""
        return bootstrap.staff_door(data).try_pin(pin)

    def ready_kiosk(self, data: Path) -> Day:
        """A kiosk that holds the directory until it is released."""
        opening = self.desk_at(data).directory.opening()
        pack = _opened_pack(data, opening.id)
        kiosk = bootstrap.open_kiosk(data, pack)
        return Day(data, pack, opening, kiosk, bootstrap.staff_door(data))

    def close(self, data: Path) -> None:
        """End it for good."""
        close(self.desk_at(data))

    def forget_trouble(self, data: Path) -> None:
        """The facilitator has seen it."""
        self.desk_at(data).directory.forget_trouble()

    # -- answers ------------------------------------------------------------------------------

    def unlock(self, opened: Opened, passphrase: str, progress: Progress) -> Findings:
        """Read every answer with the key that lies where `opened` says."""
        desk = self._desk_with_key(opened)
        opener = unlock(desk, passphrase=passphrase)
        unlocked = read_all(desk, opener, progress=progress)
        decisions = bootstrap.decisions_at(opened.data)
        self._note_key(opened, opened.key)
        return Findings(
            opener,
            len(unlocked.responses),
            unlocked.unreadable,
            counting.frequencies(opened.pack.consultation, unlocked.responses),
            counting.languages_in_bands(unlocked.responses),
            counting.endings_in_bands(unlocked.responses),
            counting.wishes_by_language(read_wishes(desk, opener)),
            moderating.proposals_in(opened.pack.consultation, unlocked.responses, decisions.load()),
        )

    def decide(
        self, opened: Opened, proposals: tuple[Proposal, ...], name: str, decision: Decision
    ) -> tuple[Proposal, ...]:
        """Write down what was decided about one proposal; all of them as they stand now."""
        decisions = bootstrap.decisions_at(opened.data)
        after = moderating.decided(decisions.load(), proposals, [name], decision)
        decisions.save(after)
        return tuple(replace(one, decision=after.get(one.id, moderating.PENDING)) for one in proposals)

    def revise(self, opened: Opened, proposals: tuple[Proposal, ...]) -> tuple[Path, int]:
        """Write a pack with the accepted ones, beside what else is at home; where it is, and how many."""
        document, count = moderating.revised(opened.pack.document, proposals)
        revision = pack_of(document, dict(opened.pack.media), opened.pack.path)
        path = _new_place(self.home, f"{opened.pack.consultation.id}-next", ".iccpack")
        write_pack(revision, path)
        return path, count

    def export(
        self, opened: Opened, opener: Opener, out: Path, separator: str, progress: Progress
    ) -> Exported:
        """Write the answers out; stopped before the last row, nothing is written."""
        desk = self.desk_at(opened.data)
        write = bootstrap.csv_writer(
            opened.pack.consultation, note=CONFIDENTIAL, separator=separator, progress=progress
        )
        return export(desk, opener=opener, out=out, write=write, progress=progress)

    def export_folder(self, opened: Opened) -> Path:
        """A folder at home whose name says that what is in it is confidential."""
        return self.home / f"{opened.pack.consultation.id}-CONFIDENTIAL"

    # -- safety -------------------------------------------------------------------------------

    def _desk_with_key(self, opened: Opened) -> Desk:
        desk = self.desk_at(opened.data)
        if opened.key == Places(opened.data).key:
            return desk
        return replace(desk, directory=DirectoryWithKey(opened.data, key=opened.key))

    def carry_key(self, opened: Opened, to: Path) -> Path:
        """Move the key to a folder that is there; where it is then."""
        if not to.is_dir():
            raise FileNotFoundError(errno.ENOENT, os.strerror(errno.ENOENT), str(to))
        key = to / f"{opened.pack.consultation.id}-{opened.seen.opening.id}.key.age"
        carry_key(here=LocalKeyFile(opened.key), away=LocalKeyFile(key))
        self._note_key(opened, key)
        return key

    def change_pin(self, opened: Opened, passphrase: str, pin: str) -> None:
        """A new staff PIN."""
        change_pin(self._desk_with_key(opened), passphrase=passphrase, pin=pin)

    # -- folders ------------------------------------------------------------------------------

    def list_folder(self, folder: Path | None) -> Listing:
        """Folders and packs, without what is hidden; the nearest folder where the named one is not there."""
        place = (folder or self.home).absolute()
        while not place.is_dir() and place != place.parent:
            place = place.parent
        entries = sorted((one for one in place.iterdir() if not one.name.startswith(".")), key=_by_name)
        packs = tuple(one for one in entries if _is_pack(one))
        folders = tuple(one for one in entries if one not in packs and _is_folder(one))
        above = place.parent if place.parent != place else None
        files = tuple(one for one in entries if one not in packs and one not in folders)
        return Listing(place, above, folders, packs, worth_a_look(self.home), self.home, files)

    def is_plain_folder(self, path: Path) -> bool:
        """Whether it is a folder and no pack."""
        return _is_folder(path) and not _is_pack(path)

    # -- what is remembered -------------------------------------------------------------------

    @property
    def _notebook(self) -> Path:
        return self.root.parent / "desk.json"

    def _notes(self) -> dict[str, Any]:
        try:
            notes = json.loads(self._notebook.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            return {}
        return notes if isinstance(notes, dict) else {}

    def _note(self, **changes: object) -> None:
        try:
            self._notebook.parent.mkdir(parents=True, exist_ok=True)
            write_json(self._notebook, self._notes() | changes)
        except OSError:
            return  # only how the desk looks, and where it would look for a key first

    def _note_key(self, opened: Opened, key: Path) -> None:
        keys = self._notes().get("keys", {})
        if key != Places(opened.data).key or opened.seen.opening.id in keys:
            self._note(keys=keys | {opened.seen.opening.id: str(key)})

    def remember(self, comfort: Comfort) -> None:
        """Begin like this the next time."""
        self._note(comfort=asdict(comfort))

    def remembered(self, otherwise: Comfort) -> Comfort:
        """How the desk looked last time."""
        try:
            return Comfort(**self._notes()["comfort"])
        except (KeyError, TypeError):
            return otherwise


@cache
def _ready_pack(path: Path) -> Pack:
    return read_pack(path)


@lru_cache(maxsize=16)
def _opened_pack(data: Path, _opening: OpeningId) -> Pack:
    """The pack of one opening never changes."""
    return bootstrap.opened_pack(data)


def _is_in_use(data: Path) -> bool:
    return data.is_file() or (data.is_dir() and any(data.iterdir()))


def _new_place(root: Path, name: str, ending: str = "") -> Path:
    number, place = 1, root / f"{name}{ending}"
    while place.exists():
        number += 1
        place = root / f"{name}-{number}{ending}"
    return place


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False


def _is_pack(path: Path) -> bool:
    try:
        return path.suffix.lower() in _PACKS if path.is_file() else (path / DOCUMENT).is_file()
    except OSError:
        return False


def _by_name(path: Path) -> str:
    return path.name.casefold()
