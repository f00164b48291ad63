"""What the desk does with sticks and paper on this computer; the same services as the commands."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from errno import ENOENT
from functools import partial
from os import strerror
from pathlib import Path
from typing import Any

from icc_consult.bundles.envelope import Lock, ToPassphrase, ToRecipient
from icc_consult.bundles.writing import SUFFIX, Written, write_bundle
from icc_consult.domain.admission import VoucherTag
from icc_consult.domain.errors import BrokenRule
from icc_consult.i18n import Say
from icc_consult.reports import day_sheets as day_sheet_paper
from icc_consult.reports import voucher_sheets
from icc_consult.services.auditing import Act, note
from icc_consult.services.backing_up import NotCopied, Restored, back_up, restore
from icc_consult.services.bundle_errors import StreamTooLong
from icc_consult.services.bundling import bundle
from icc_consult.services.day_sheets import day_sheet
from icc_consult.services.issuing import check_by_vouchers, make_vouchers, revoke_vouchers
from icc_consult.services.premises import Desk, Progress
from icc_consult.services.streaming import stream
from icc_consult.storage.backups import LocalBackups, checked
from icc_consult.storage.files import write_whole
from icc_consult.storage.key_file import LocalKeyFile
from icc_consult.storage.openings import read_opening
from icc_consult.storage.places import Places
from icc_consult.trust.vouchers import decode, encode, new_serial, tag_of
from icc_consult.trust.words import as_typed_back

from ui.desk.errands import Carried, Checked, Kept, Looked, Shot, Taken
from ui.desk.state import Opened
from ui.errands_checking import check_subject, unlock_with
from ui.errands_taking import Together
from ui.shortcuts import is_in, sticks

_SIGNER = 8


@dataclass(frozen=True)
class LocalErrands:
    """`notes` and `note` are the desk's notebook: where backups were last written to is kept in it."""

    root: Path
    desk_at: Callable[[Path], Desk]
    notes: Callable[[], dict[str, Any]]
    note: Callable[..., None]

    def sticks(self) -> tuple[Path, ...]:
        """Where sticks are that somebody put in."""
        return sticks()

    # -- to the city --------------------------------------------------------------------------

    def carry(self, opened: Opened, place: Path, passphrase: str, progress: Progress) -> Carried:
        """Write everything into a folder that is there, and ask the stick for it again."""
        _check_there(place)
        desk, opening = self.desk_at(opened.data), opened.seen.opening
        lock = self._lock(desk, opened, passphrase)
        out = place / f"{opening.consultation}-{opening.signer.hex()[:_SIGNER]}{SUFFIX}"
        written: list[Written] = []

        def write(inside: bytes) -> None:
            written.append(write_bundle(out, inside, lock, progress))

        done = bundle(desk, out=out, write=write)
        findings = tuple((one.flaw.value, one.detail) for one in done.findings)
        return Carried(out, done.books["sealed"], written[0].size, findings)

    def draw(self, opened: Opened, passphrase: str, progress: Progress) -> tuple[Shot, ...]:
        """The same as pictures for a camera."""
        desk = self.desk_at(opened.data)
        lock = self._lock(desk, opened, passphrase)
        shots: list[Shot] = []

        def write(part: int, parts: int, inside: bytes) -> None:
            progress(part - 1, parts)
            shots.extend(Shot(part, parts, frame) for frame in _frames(lock.encrypt(inside), part, parts))

        stream(desk, out=Path(self.root.anchor), write=write)
        return tuple(shots)

    def _lock(self, desk: Desk, opened: Opened, passphrase: str) -> Lock:
        if recipient := opened.seen.opening.recipient:
            return ToRecipient(recipient)
        locked = LocalKeyFile(opened.key).read()
        desk.vault.unlock(locked if locked is not None else desk.directory.locked_key(), passphrase)
        return ToPassphrase(as_typed_back(passphrase))

    # -- from other kiosks --------------------------------------------------------------------

    def bundles(self) -> tuple[Path, ...]:
        """Every bundle that lies on a stick that is in."""
        return tuple(path for stick in sticks() for path in sorted(stick.glob(f"*{SUFFIX}")))

    def look_into(
        self, opened: Opened, bundles: Sequence[Path], passphrase: str, progress: Progress
    ) -> tuple[Looked, ...]:
        """Open them with the key of the consultation; one that is damaged keeps no other from being read."""
        return Together(self.root, self.desk_at).look_into(opened, bundles, passphrase, progress)

    def take_in(
        self, opened: Opened, looked: Sequence[Looked], believed: Collection[str], progress: Progress
    ) -> Taken:
        """Bring together what they hold, in a directory of its own beside the others."""
        return Together(self.root, self.desk_at).take_in(opened, looked, believed, progress)

    # -- backups ------------------------------------------------------------------------------

    def places(self, data: Path) -> tuple[str, str]:
        """The two places that backups were last written to; empty where none was named yet."""
        known: Mapping[str, Any] = self.notes().get("backups", {})
        first, second, *_ = [*map(str, known.get(str(data), [])), "", ""]
        return first, second

    def kept(self, data: Path, places: Sequence[str]) -> tuple[Kept, ...]:
        """What lies in each place that was named, opened for a look."""
        return tuple(self._kept(data, Path(place).expanduser(), place) for place in places)

    def _kept(self, data: Path, place: Path, named: str) -> Kept:
        if not is_in(place):
            return Kept(Path(named), is_there=False)
        try:
            source = _backup_of(data, place)
            return _opened(Path(named), source) if source is not None else Kept(Path(named))
        except (BrokenRule, OSError) as error:
            return Kept(Path(named), error=error)

    def back_up(self, data: Path, places: Sequence[str], progress: Progress) -> tuple[Kept, ...]:
        """A backup in each place that is there, and what lies there then."""
        there = [place for place in places if is_in(Path(place).expanduser())]
        to = [Path(place).expanduser() for place in there]
        done = back_up(LocalBackups(data), to=to, progress=progress)
        self.note(backups={**self.notes().get("backups", {}), str(data): list(places)})
        failed = {
            place: one.error for place, one in zip(there, done, strict=True) if isinstance(one, NotCopied)
        }
        kept = self.kept(data, places)
        return tuple(
            Kept(one.place, error=failed[text]) if text in failed else one
            for text, one in zip(places, kept, strict=True)
        )

    def restore(self, data: Path | None, source: Path, progress: Progress) -> tuple[Path, Restored]:
        """Bring back what is missing here; without a data directory a new one is made, and where that is."""
        _check_there(source)
        backup = _lowest(source, data)
        where = data or _new_place(self.root, read_opening(Places(backup).opening).consultation)
        done = restore(LocalBackups(where), source=backup, progress=progress)
        note(self.desk_at(where), Act.RESTORED, responses=done.responses, wishes=done.wishes)
        return where, done

    # -- paper --------------------------------------------------------------------------------

    def make_vouchers(self, data: Path, count: int, place: Path) -> Path:
        """Make a batch; the paper to print, in a folder that is there."""
        _check_there(place)
        desk = self.desk_at(data)
        name = check_by_vouchers(desk)
        codes = [encode(new_serial()) for _ in range(count)]
        title = _title(desk)
        path = _new_place(place, f"vouchers-{desk.directory.opening().consultation}-{name}", ".pdf")
        paper = voucher_sheets.as_pdf([voucher_sheets.Card(title, name, code) for code in codes])
        with _written(path, paper):
            make_vouchers(desk, name=name, tags=[_tag(desk, code) for code in codes])
        return path

    def revoke(self, data: Path, code: str) -> int:
        """Take one voucher back; 0 where it was taken back before."""
        desk = self.desk_at(data)
        return revoke_vouchers(desk, tags=[_tag(desk, code)])

    def day_sheet(self, data: Path, place: Path, language: str) -> Path:
        """The sheet of the last day, to print and to sign, in a folder that is there."""
        _check_there(place)
        desk = self.desk_at(data)
        sheet = day_sheet(desk)
        name = f"day-sheet-{sheet.opening.consultation}-{sheet.total.day.isoformat()}"
        path = _new_place(place, name, ".pdf")
        write_whole(path, day_sheet_paper.as_pdf(sheet, _title(desk), Say(language)))
        return path

    # -- checks -------------------------------------------------------------------------------

    def check(
        self, subject: Path, since: Path | None, receipt: str, key: Path | None, passphrase: str
    ) -> Checked:
        """Whether all fits; a locked bundle is opened with the key that lies there."""
        return check_subject(subject, since, receipt, partial(unlock_with, self.desk_at, key, passphrase))


def _frames(content: bytes, part: int, parts: int) -> list[bytes]:
    from icc_consult.bundles.stream import MOST_BYTES, TooLong, frames_of  # noqa: PLC0415 - few desks show pictures

    try:
        return [frame.framed() for frame in frames_of(content, part=part, parts=parts)]
    except TooLong as error:
        raise StreamTooLong(MOST_BYTES) from error


def _check_there(place: Path) -> None:
    """A folder that is made where a stick was pulled out would lie on this computer."""
    if not is_in(place):
        raise FileNotFoundError(ENOENT, strerror(ENOENT), str(place))


def _title(desk: Desk) -> str:
    return desk.consultation().title.shown(desk.consultation().source_language, ()).text


def _tag(desk: Desk, code: str) -> VoucherTag:
    return tag_of(desk.directory.opening().consultation, decode(code))


@contextmanager
def _written(path: Path, content: bytes) -> Iterator[None]:
    """The file first: vouchers that nobody has are worse than paper that opens nothing."""
    write_whole(path, content)
    try:
        yield
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _opened(named: Path, source: Path) -> Kept:
    """A backup is one when it opens; the day is that of its last writing, as this computer counts days."""
    day = date.fromtimestamp(Places(source).backup.stat().st_mtime)  # noqa: DTZ012 - see above
    with checked(Places(source)) as copy:
        return Kept(named, day=day, responses=copy.count("sealed"), source=source)


def _backup_of(data: Path, place: Path) -> Path | None:
    """The backup of this very directory in a place where those of others may lie too."""
    own = read_opening(Places(data).opening)
    for one in _backups_in(place):
        try:
            there = read_opening(Places(one).opening)
        except (BrokenRule, OSError):
            continue
        if (there.id, there.signer) == (own.id, own.signer):
            return one
    return None


def _backups_in(place: Path) -> list[Path]:
    inside = sorted(one for one in place.iterdir() if not one.name.startswith(".") and one.is_dir())
    return [one for one in (place, *inside) if Places(one).backup.is_file()]


def _lowest(source: Path, data: Path | None) -> Path:
    """The backup itself, where somebody named the stick it lies on."""
    own = _backup_of(data, source) if data is not None else None
    found = _backups_in(source)
    return own or (found[0] if len(found) == 1 else source)


def _new_place(root: Path, name: str, ending: str = "") -> Path:
    number, place = 1, root / f"{name}{ending}"
    while place.exists():
        number += 1
        place = root / f"{name}-{number}{ending}"
    return place
