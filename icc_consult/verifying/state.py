"""A state: all that a data directory or a bundle holds, as one set of records. Two states merge by union."""

import hashlib
import re
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import cached_property, partial
from operator import itemgetter

from icc_consult.verifying.audit import uncarried
from icc_consult.verifying.canonical import NotCanonical, canonical, parse
from icc_consult.verifying.checkpoints import Amount, Checkpoint, Identity, amount_of, checkpoint_of
from icc_consult.verifying.decisions import decision_in
from icc_consult.verifying.records import KEY_BYTES, Kind, Record

Numbers = Mapping[str, int]

KEY_ID_BYTES = 8
_LONGEST_TAG = 64
_CODE = re.compile(rb"[0-9A-Za-z-]{1,64}")
_CONTENT = itemgetter(1)
_LINEAGE = re.compile(r"[0-7][0-9a-f]{15}")


@dataclass(frozen=True)
class State:
    """Whose it is, and its records; in a merged one also what the logs and checkpoints of others say.

    There can be millions of records, so what was counted once is remembered.
    """

    identity: Identity
    signer: str
    is_closed: bool
    is_merged: bool
    records: frozenset[Record] = field(repr=False)
    _amounts: dict[Kind, Amount] = field(default_factory=dict, init=False, repr=False, compare=False)

    @cached_property
    def _by_kind(self) -> dict[Kind, list[Record]]:
        found: dict[Kind, list[Record]] = {kind: [] for kind in Kind}
        for record in self.records:
            found[record.kind].append(record)
        return found

    @cached_property
    def _chains(self) -> dict[str, list["Signed"]]:
        return _chains_in(self.of(Kind.CHECKPOINT))

    def of(self, kind: Kind) -> frozenset[Record]:
        """The records of one kind."""
        return frozenset(self._by_kind[kind])

    def count(self, kind: Kind) -> int:
        """How many of one kind."""
        return len(self._by_kind[kind])

    def amount(self, kind: Kind) -> Amount:
        """How many of one kind, and the root over them."""
        if kind not in self._amounts:
            self._amounts[kind] = amount_of(self._by_kind[kind])
        return self._amounts[kind]

    def is_sound(self) -> bool:
        """Whether every record is what its kind says."""
        return all(all(map(_SOUND[kind], map(_CONTENT, ones))) for kind, ones in self._by_kind.items())

    def joined(self, other: "State") -> "State":
        """The state with what the other holds too: the same whichever comes first, or twice."""
        both = replace(self, records=self.records | other.records)
        same = {kind: amount for kind, amount in self._amounts.items() if not other.of(kind) - self.records}
        both._amounts.update(same)  # noqa: SLF001 - another of its own class
        return both


@dataclass(frozen=True, slots=True)
class Total:
    """How many sittings of a day ended how, in one lineage of a data directory, as one bundle told it."""

    lineage: int
    day: date
    numbers: Numbers

    def record(self) -> Record:
        """The total as a record."""
        plain = {
            "lineage": f"{self.lineage:016x}",
            "day": self.day.isoformat(),
            "numbers": dict(self.numbers),
        }
        return Record(Kind.TOTAL, canonical(plain))


def total_of(content: bytes) -> Total:
    """What a record of a total says; raises `ValueError`."""
    match parse(content):
        case {"lineage": str(lineage), "day": str(day), "numbers": dict(numbers)}:
            if _LINEAGE.fullmatch(lineage) and all(_is_count(number) for number in numbers.values()):
                return Total(int(lineage, 16), date.fromisoformat(day), numbers)
    raise NotCanonical("total")


def _is_count(number: object) -> bool:
    return type(number) is int and number >= 0


def is_sound(record: Record) -> bool:
    """Whether a record is what its kind says; a sealed one can be looked at from outside only."""
    return _SOUND[record.kind](record.content)


def _parses(parser: Callable[[bytes], object], content: bytes) -> bool:
    try:
        parser(content)
    except ValueError:
        return False
    return True


def _is_longer_than_a_key(content: bytes) -> bool:
    return len(content) > KEY_ID_BYTES


_SOUND: dict[Kind, Callable[[bytes], bool]] = {
    Kind.SEALED: _is_longer_than_a_key,
    Kind.WISH: _is_longer_than_a_key,
    Kind.RECEIPT: lambda content: _CODE.fullmatch(content) is not None,
    Kind.SPENT: lambda content: 0 < len(content) <= _LONGEST_TAG,
    Kind.TOTAL: partial(_parses, total_of),
    Kind.AUDIT: lambda content: len(content) > KEY_BYTES,
    Kind.CHECKPOINT: partial(_parses, checkpoint_of),
    Kind.DECISION: partial(_parses, decision_in),
}


def newest_totals(state: State) -> dict[tuple[int, date], dict[str, int]]:
    """By lineage and day. Totals only grow: of what was told about a day the largest numbers count."""
    newest: defaultdict[tuple[int, date], dict[str, int]] = defaultdict(dict)
    for record in state.of(Kind.TOTAL):
        total = total_of(record.content)
        kept = newest[total.lineage, total.day]
        for name, number in total.numbers.items():
            kept[name] = max(number, kept.get(name, 0))
    return dict(newest)


def totals_by_day(state: State) -> dict[date, dict[str, int]]:
    """All places together, by day."""
    days: defaultdict[date, dict[str, int]] = defaultdict(dict)
    for (_, day), numbers in newest_totals(state).items():
        for name, number in numbers.items():
            days[day][name] = days[day].get(name, 0) + number
    return dict(sorted(days.items()))


def logs(state: State) -> dict[str, list[bytes]]:
    """The audit log of every place that left one, its lines by their numbers."""
    found: defaultdict[str, list[bytes]] = defaultdict(list)
    for record in state.of(Kind.AUDIT):
        source, line = uncarried(record.content)
        found[source].append(line)
    return {source: sorted(lines, key=_entry_number) for source, lines in sorted(found.items())}


def _entry_number(line: bytes) -> tuple[int, bytes]:
    try:
        return int(parse(line)["entry"]), line
    except (ValueError, KeyError, TypeError):
        return 0, line


@dataclass(frozen=True, slots=True)
class Signed:
    """A checkpoint whose signature holds, and the hash by which the next one names it."""

    name: str
    checkpoint: Checkpoint


def checkpoints(state: State) -> dict[str, list[Signed]]:
    """The checkpoints of every place, by their numbers; those whose signature does not hold are left out."""
    return {source: [*chain] for source, chain in state._chains.items()}  # noqa: SLF001 - its own module


def _chains_in(records: Iterable[Record]) -> dict[str, list[Signed]]:
    found: defaultdict[str, list[Signed]] = defaultdict(list)
    for record in records:
        try:
            checkpoint = checkpoint_of(record.content)
        except NotCanonical:
            continue
        found[checkpoint.signer].append(Signed(hashlib.sha256(record.content).hexdigest(), checkpoint))
    for ones in found.values():
        ones.sort(key=lambda one: (one.checkpoint.number, one.name))
    return dict(sorted(found.items()))
