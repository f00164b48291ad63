"""One data directory on this computer, as the desk sees it. SQLAlchemy comes in with the first answer."""

import secrets
import shutil
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from icc_consult.disk import sync_directory
from icc_consult.services.errors import DirectoryRefused, Fault, KeyAway, NotEmpty
from icc_consult.services.key_errors import KeyDestroyed
from icc_consult.services.ports import SealedRecord, Store
from icc_consult.services.premises import Belongings, Counts, Opening, PinRecord, Trouble
from icc_consult.storage import troubles
from icc_consult.storage.files import exchange, make_directory, read_json, wipe, write_json, write_whole
from icc_consult.storage.ledger import LocalLedger
from icc_consult.storage.locking import DirectoryLock
from icc_consult.storage.openings import read_opening, write_opening
from icc_consult.storage.pin_file import PinFile
from icc_consult.storage.places import Places
from icc_consult.storage.refusing import as_refusals
from icc_consult.verifying.regular_files import read_regular

if TYPE_CHECKING:
    from icc_consult.storage.answers import AnswersFile

_LEAST_FREE_BYTES = 200_000_000


@dataclass(frozen=True)
class LocalDirectory:
    """A directory with an opening file, a pack, a locked key, a PIN and the answers."""

    where: Path
    today: Callable[[], date] = date.today

    @property
    def places(self) -> Places:
        """The names of its files."""
        return Places(self.where)

    def create(self, belongings: Belongings) -> None:
        """Build it apart and move it to its place only when all is well; nothing stays behind otherwise.

        Raises `NotEmpty`, `DirectoryRefused` or `OSError`.
        """
        self.check_new()
        place = self.where.resolve()
        is_there = place.exists()
        part = (place if is_there else place.parent) / f".{place.name}.{secrets.token_hex(4)}.part"
        with _made(part.parent), as_refusals(str(self.where)):
            try:
                part.mkdir(mode=0o700)
                _fill(Places(part), belongings)
                _move_up(part) if is_there else part.rename(place)
            finally:
                shutil.rmtree(part, ignore_errors=True)
        sync_directory(part.parent)

    def check_new(self) -> None:
        """Raise `NotEmpty` unless there is nothing here yet."""
        if self.where.exists() and (not self.where.is_dir() or any(self.where.iterdir())):
            raise NotEmpty(str(self.where))

    def opening(self) -> Opening:
        """How it was opened; raises `NotOpened` or `DirectoryRefused`."""
        return read_opening(self.places.opening)

    def end(self, opening: Opening) -> None:
        """Write down what became of it; raises `OSError`."""
        write_opening(self.places.opening, opening)

    @property
    def key_place(self) -> Path:
        """Where the locked private key lies."""
        return self.places.key

    def locked_key(self) -> bytes:
        """The private key as it lies there; raises `KeyAway`, or `KeyDestroyed` where nobody can bring it."""
        try:
            return read_regular(self.key_place)
        except FileNotFoundError as error:
            if record := self.destruction():
                raise KeyDestroyed(str(record["day"])) from error
            raise KeyAway(str(self.key_place)) from error

    def rekey(self, opening: Opening, locked: bytes, rehearse: Callable[[bytes], None]) -> None:
        """The key first: it opens what either opening seals. Raises as `rehearse` does, or `OSError`."""
        exchange(self.key_place, locked, rehearse)
        self.end(opening)

    def destruction(self) -> Mapping[str, Any] | None:
        """What was written down when the key was destroyed; raises `DirectoryRefused`, `OSError`."""
        try:
            record = read_json(self.places.destroyed)
            return {"day": record["day"], **record}
        except FileNotFoundError:
            return None
        except (ValueError, KeyError, TypeError) as error:
            raise DirectoryRefused(Fault.DAMAGED, str(self.places.destroyed), str(error)) from error

    def destroy(self, record: Mapping[str, Any]) -> None:
        """What is written down first is true once the key is gone; raises `OSError`."""
        write_json(self.places.destroyed, record)
        for place in {self.key_place, self.places.key}:
            wipe(place)
            sync_directory(place.parent)

    def pin(self) -> PinFile:
        """Where the PIN is kept."""
        return PinFile(self.places.pin)

    def check_original(self) -> None:
        """Raise `DirectoryRefused` where this is a backup."""
        if self.places.backup.exists():
            raise DirectoryRefused(Fault.BACKUP, str(self.where))

    def check_free(self) -> None:
        """Raise `InUse` while somebody else works here."""
        DirectoryLock(self.places.lock).release()

    def hold(self) -> Store:
        """The store, for nobody else until it is released; raises `InUse` or `DirectoryRefused`."""
        from icc_consult.storage.store import KioskStore  # noqa: PLC0415 - brings SQLAlchemy in

        with as_refusals(str(self.where)):
            return KioskStore(self.places, today=self.today)

    def hold_for_a_day(self, ended: Callable[[], None]) -> Store:
        """The same, and `ended` is called once when it was released."""
        from icc_consult.storage.day_store import DayStore  # noqa: PLC0415 - brings SQLAlchemy in

        with as_refusals(str(self.where)):
            return DayStore(self.places, today=self.today, ended=ended)

    def counts(self) -> Counts:
        """What can be counted without a key; raises `DirectoryRefused`."""
        from icc_consult.storage import schema  # noqa: PLC0415 - brings SQLAlchemy in

        unfinished, _ = self._unfinished()
        with self._reading() as file:
            return Counts(
                file.totals(),
                file.count(schema.sealed),
                file.count(schema.receipt),
                file.count(schema.wish),
                unfinished,
                len(file.spent()),
            )

    def _unfinished(self) -> tuple[int, tuple[Trouble, ...]]:
        from icc_consult.storage.unfinished import UnfinishedFile  # noqa: PLC0415 - brings SQLAlchemy in

        file = UnfinishedFile(self.places.unfinished, writes=False)
        try:
            with as_refusals(str(self.places.unfinished)):
                return int(file.shown() is not None), ()
        except DirectoryRefused as refused:
            return 0, (Trouble(refused.fault, detail=refused.where),)
        finally:
            file.close()

    def sealed(self) -> Iterator[SealedRecord]:
        """Every sealed response, by its random key."""
        from icc_consult.storage import schema  # noqa: PLC0415 - brings SQLAlchemy in

        with self._reading() as file:
            yield from file.records(schema.sealed)

    def wishes(self) -> Iterator[SealedRecord]:
        """Every sealed wish, by its random key."""
        from icc_consult.storage import schema  # noqa: PLC0415 - brings SQLAlchemy in

        with self._reading() as file:
            yield from file.records(schema.wish)

    def troubles(self) -> tuple[Trouble, ...]:
        """What the kiosk could not do, and what is wrong with the disk now."""
        found = [*troubles.noted(self.places.trouble), *self._unfinished()[1]]
        free = shutil.disk_usage(self.where).free
        if free < _LEAST_FREE_BYTES:
            found.append(Trouble(Fault.LOW_SPACE, detail=str(free)))
        return tuple(found)

    def forget_trouble(self) -> None:
        """The facilitator has seen it; raises `OSError`."""
        troubles.reserve(self.places.trouble)

    def ledger(self) -> LocalLedger:
        """What can be proved of it."""
        return LocalLedger(self.places)

    def tidy(self) -> None:
        """Rewrite the answers without gaps, in the order of their random keys; else note why not."""
        try:
            with self._reading() as file:
                file.tidy()
        except DirectoryRefused as refused:
            troubles.note(self.places.trouble, Trouble(refused.fault, self.today(), refused.detail))

    @contextmanager
    def _reading(self) -> Iterator["AnswersFile"]:
        from icc_consult.storage.answers import AnswersFile  # noqa: PLC0415 - brings SQLAlchemy in

        with as_refusals(str(self.places.answers)):
            file = AnswersFile(self.places.answers, writes=False)
            try:
                yield file
            finally:
                file.close()


@contextmanager
def _made(place: Path) -> Iterator[None]:
    """The directory and those above it; what is new of them goes again where opening fails."""
    missing = [one for one in (place, *place.parents) if not one.exists()]
    try:
        make_directory(place)
        yield
    except BaseException:
        with suppress(OSError):
            for one in missing:
                one.rmdir()
        raise


def _move_up(part: Path) -> None:
    """Into a directory that was there, perhaps a mount or a link. The opening comes last."""
    opening = Places(part).opening
    names = [*(path.name for path in part.iterdir() if path != opening), opening.name]
    try:
        for name in names:
            if name == opening.name:
                sync_directory(part.parent)
            (part / name).rename(part.parent / name)
        part.parent.chmod(0o700)
    except BaseException:
        for name in names:
            (part.parent / name).unlink(missing_ok=True)
        raise


def _fill(places: Places, belongings: Belongings) -> None:
    from icc_consult.storage import schema  # noqa: PLC0415 - brings SQLAlchemy in
    from icc_consult.storage.engine import create_database  # noqa: PLC0415

    if belongings.key is not None:
        write_whole(places.key, belongings.key.locked)
        belongings.rehearse(places.key.read_bytes())
    write_whole(places.signing, belongings.seed.hex().encode() + b"\n")
    belongings.copy_pack(places.pack)
    PinFile(places.pin).save(PinRecord(belongings.pin_hash))
    troubles.reserve(places.trouble)
    create_database(places.answers, schema.answers, schema.ANSWERS_ID)
    create_database(places.unfinished, schema.unfinished, schema.UNFINISHED_ID)
    write_whole(places.lock, b"")
    if belongings.joined:
        write_whole(places.opening, belongings.joined)
    write_opening(places.opening, belongings.opening)
    belongings.first_note(LocalLedger(places))
    for path in places.root.iterdir():
        path.chmod(0o600)
