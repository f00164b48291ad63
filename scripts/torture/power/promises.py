"""Whether everything that people were told holds in a directory that a power cut left behind."""

import sqlite3
from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing
from dataclasses import dataclass, field
from pathlib import Path

from icc_consult.domain.errors import BrokenRule
from icc_consult.services.ports import KeyId, Sealed, SealedRecord
from icc_consult.storage import engine
from icc_consult.storage.backups import _vouched, checked
from icc_consult.storage.migrations import migrate
from icc_consult.storage.openings import read_opening
from icc_consult.storage.places import Places
from icc_consult.storage.schema import ANSWERS_ID, UNFINISHED_ID

from scripts.torture.power.calls import stamp
from scripts.torture.power.told import KEY, SOMEBODY, Told

_TOTALS = ("responses", "deleted", "refused", "spent")
_GROWS = "audit.jsonl"


class Broken(Exception):
    """A promise that does not hold: which kind, and what is wrong."""

    def __init__(self, kind: str, what: str) -> None:
        super().__init__(kind, what)
        self.kind, self.what = kind, what


@dataclass(frozen=True, slots=True)
class Held:
    """What a file of answers holds; responses as their words."""

    receipts: frozenset[str]
    responses: tuple[bytes, ...]
    spent: frozenset[str]
    wishes: int
    totals: Counter[str]


@dataclass
class Reader:
    """Reads what was sealed, each only once."""

    open: Callable[[SealedRecord], bytes]
    _known: dict[bytes, bytes] = field(default_factory=dict)

    def words(self, key: str, body: bytes) -> bytes:
        """What was sealed; raises `Broken` where it is not whole."""
        if body not in self._known:
            try:
                self._known[body] = self.open(SealedRecord(KeyId(key), Sealed(body)))
            except BrokenRule as error:
                raise Broken("torn", f"a response of {len(body)} bytes") from error
        return self._known[body]

    def held(self, answers: Path) -> Held:
        """A file of answers, after SQLite rolled back what it has to; raises `Broken`."""
        with _opened(answers, ANSWERS_ID) as file:
            ask = file.execute
            sums = ", ".join(f"total({name})" for name in _TOTALS)
            row = ask(f"SELECT {sums} FROM day_total").fetchone()  # noqa: S608 - our own names
            return Held(
                frozenset(code for (code,) in ask("SELECT code FROM receipt")),
                tuple(self.words(*row) for row in ask("SELECT key_id, body FROM sealed")),
                frozenset(tag.hex() for (tag,) in ask("SELECT tag FROM voucher WHERE is_spent = 1")),
                ask("SELECT count(*) FROM wish").fetchone()[0],
                Counter(dict(zip(_TOTALS, map(int, row), strict=True))),
            )

    def snapshot(self, unfinished: Path) -> tuple[str, bytes] | None:
        """Receipt and words of the session that was going on."""
        if not unfinished.exists():
            return None
        with _opened(unfinished, UNFINISHED_ID) as file:
            found = file.execute("SELECT key_id, body, receipt FROM snapshot").fetchone()
        return found and (found[2], self.words(found[0], found[1]))


def _opened(path: Path, application: int) -> "closing[sqlite3.Connection]":
    """As the store opens it, without SQLAlchemy; whole, and of this version."""
    try:
        engine.check_header(path, application)
        file = engine._connect(path, "rw")  # noqa: SLF001 - the very connection of the store
        migrate(file, application)
        (said,) = file.execute("PRAGMA integrity_check(1)").fetchone()
    except (BrokenRule, sqlite3.Error) as error:
        raise Broken("unusable", f"{path.name}: {error}") from error
    if said != "ok":
        raise Broken("unusable", f"{path.name}: {said}")
    return closing(file)


def check(place: Path, told: Told, reader: Reader) -> None:
    """Everything in `place/data`, and in whatever lies beside it; raises `Broken`."""
    data = Places(place / "data")
    if data.opening.exists():
        check_answers(data, told, reader)
    elif "open" in told.acts:
        raise Broken("lost", "the directory")
    for part, receipts in told.parts.items():
        check_part(place, part, receipts, told, reader)


def check_answers(data: Places, told: Told, reader: Reader) -> None:
    """Who was thanked is there once, nobody else but who sits there now, and the books balance."""
    snapshot, held = reader.snapshot(data.unfinished), reader.held(data.answers)
    _must(held.receipts >= told.thanked.keys(), "lost", "receipts")
    _check_unheard_of(held.receipts, told, "receipts")
    for given in told.thanked.values():
        _must(_is_there(held, given.words), "lost", "response")
    vouchers = {given.voucher for given in told.thanked.values()} - {""}
    _must(vouchers <= held.spent, "lost", "voucher")
    _must(held.spent - vouchers <= {told.voucher}, "ghost", "voucher")
    _must(len(held.receipts) == len(held.responses) == held.totals["responses"], "books", str(held.totals))
    _must(held.totals["spent"] == len(held.spent), "books", str(held.totals))
    for what in ("deleted", "refused"):
        _check_count(held.totals[what], what, told)
    _check_count(held.wishes, "wish", told)
    _check_kept(snapshot, held, told)
    _check_gone(data, told)


def _check_unheard_of(receipts: frozenset[str], told: Told, what: str) -> None:
    unheard_of = receipts - told.thanked.keys() - told.maybe
    _must(len(unheard_of) <= (SOMEBODY in told.maybe), "ghost", what)


def _check_count(found: int, what: str, told: Told) -> None:
    least = told.counted.get(what, 0)
    _must(least <= found <= least + (told.counting == what), "lost" if found < least else "ghost", what)


def _check_kept(snapshot: tuple[str, bytes] | None, held: Held, told: Told) -> None:
    """What was kept of a sitting is its snapshot still, or already a response."""
    if snapshot is not None and snapshot[0] not in held.receipts:
        _must(bool(told.maybe & {snapshot[0], SOMEBODY}), "ghost", "snapshot")
    if told.kept is None or (told.kept[0] in held.receipts and _is_there(held, told.kept[1])):
        return
    is_there = (
        snapshot is not None and snapshot[0] == told.kept[0] and not _lacking(snapshot[1], told.kept[1])
    )
    _must(is_there, "lost", "snapshot")


def _check_gone(data: Places, told: Told) -> None:
    """No byte of a sitting that ended lies in the file of unfinished ones."""
    if told.gone:
        for path in (data.unfinished, data.unfinished.with_name("unfinished.db-journal")):
            content = path.read_bytes() if path.exists() else b""
            _must(not any(body in content for body in told.gone), "kept", "a sitting that ended")


def check_part(place: Path, part: str, receipts: frozenset[str], told: Told, reader: Reader) -> None:
    """A backup, or a directory that took answers in: what was told of it is there, and nothing unheard of."""
    where = Places(place / part)
    try:
        if part.startswith("stick"):
            _vouched(where, read_opening(where.opening).signer.hex())
            checked(where).close()
    except BrokenRule as error:
        if receipts:
            raise Broken("lost", f"{part}: {error}") from error
        return
    if not where.opening.exists():
        _must(not receipts, "lost", part)
        return
    if not told.aside:
        whole = where.answers, where.pack, where.pin
        _must(all(path.exists() for path in whole), "unusable", f"{part}: a file")
    try:
        held = reader.held(where.answers)
    except Broken:
        if told.aside and not receipts:
            return
        raise
    _must(receipts <= held.receipts, "lost", f"{part}: receipts")
    _check_unheard_of(held.receipts, told, f"{part}: receipts")
    _must(len(held.receipts) == len(held.responses), "books", part)
    known = (given for receipt, given in told.thanked.items() if receipt in held.receipts)
    _must(all(_is_there(held, given.words) for given in known), "lost", f"{part}: response")


def check_files(files: Mapping[str, bytes], told: Told) -> None:
    """Files that change at once hold one of the things they may; what only grows begins with what it held."""
    is_open, found = "data/opening.json" in files, {}
    for name, stamps in told.files.items():
        if name in files:
            found[name] = _stamp_found(name, files[name], stamps)
        elif "" not in stamps and (is_open or not told.act):
            raise Broken("lost", name)
    _must(told.there <= files.keys(), "lost", str(told.there - files.keys()))
    if told.aside:
        _must(any(stamp(content) == told.aside for content in files.values()), "lost", "what was damaged")
    if told.act == "rekey" and _is_last(told, found, "data/opening.json"):
        _must(_is_last(told, found, KEY), "lost", "a key that seals already")


def _stamp_found(name: str, content: bytes, stamps: tuple[str, ...]) -> str:
    for wanted in reversed(stamps):
        size = int(wanted.partition(":")[0] or -1)
        if size >= 0 and stamp(content[:size] if name.endswith(_GROWS) else content) == wanted:
            return wanted
    raise Broken("unusable", name)


def _is_last(told: Told, found: dict[str, str], name: str) -> bool:
    return found.get(name) == told.files[name][-1]


def _is_there(held: Held, words: frozenset[str]) -> bool:
    """One response has all the words; of one without known words only the receipt is looked for."""
    return not words or _times(held.responses, words) == 1


def _times(responses: Iterable[bytes], words: frozenset[str]) -> int:
    return sum(not _lacking(response, words) for response in responses)


def _lacking(response: bytes, words: frozenset[str]) -> bool:
    return any(word.encode() not in response for word in words)


def _must(holds: bool, kind: str, what: str) -> None:  # noqa: FBT001 - reads as a sentence
    if not holds:
        raise Broken(kind, what)
