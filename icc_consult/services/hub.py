"""A city's hub: one database in which the bundles of many places come together, from many desks at once."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from icc_consult.services.auditing import Act
from icc_consult.services.checkpointing import identity_of
from icc_consult.services.hub_errors import NotEnrolled, OtherEnrolled, SeveralEnrolled
from icc_consult.services.merging import Delivery, check_deliveries
from icc_consult.services.ports import SealedRecord
from icc_consult.services.premises import Opening
from icc_consult.services.uncollected import uncollected
from icc_consult.verifying.audit import Detail
from icc_consult.verifying.checking import books_of, check_all_here, check_sources, differences
from icc_consult.verifying.findings import Finding
from icc_consult.verifying.records import Kind, Record
from icc_consult.verifying.state import State, checkpoints, totals_by_day

_LEAST_OF_A_NAME = 4


@dataclass(frozen=True, slots=True)
class Enrolment:
    """One opened consultation as a hub keeps it: its opening file, its pack, its key, still locked."""

    opening: Opening
    document: bytes
    pack: bytes
    locked_key: bytes


@dataclass(frozen=True, slots=True)
class Holding:
    """What a hub holds of a consultation, all of one moment; the sealed records only counted.

    `places` are the keys that are believed, with the names that people gave them.
    """

    opening: Opening
    is_ended: bool
    places: Mapping[str, str]
    counts: Mapping[Kind, int]
    told: frozenset[Record]
    acts: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Entry:
    """An act to be written down."""

    day: date
    act: str
    detail: Detail


@dataclass(frozen=True, slots=True)
class Arrived:
    """What bundles brought together, the keys that are believed from now on, and what is written down.

    `check` raises what speaks against it, given the keys that were believed before.
    """

    records: frozenset[Record]
    places: Mapping[str, str]
    entries: Sequence[Entry]
    check: Callable[[Collection[str]], None]


class Hub(Protocol):
    """One database. Every act happens whole or not at all, or raises `HubRefused`."""

    @property
    def where(self) -> str:
        """Its address without any password."""

    def enrol(self, enrolment: Enrolment, places: Mapping[str, str], entry: Entry) -> bool:
        """Know a consultation from now on; whether it is new. Raises `OtherEnrolled`."""

    def renew(self, enrolment: Enrolment, entry: Entry) -> None:
        """Know the opening file and the key of a consultation as they are after a re-keying."""

    def openings(self) -> tuple[Opening, ...]:
        """Every consultation that it knows, as it was opened."""

    def enrolment(self, opening: str) -> Enrolment:
        """One of them with its pack and key; raises `NotEnrolled`."""

    def holding(self, opening: str) -> Holding:
        """What there is of it; raises `NotEnrolled`."""

    def take_in(self, opening: str, arrived: Arrived) -> tuple[int, Holding]:
        """Add what is not there yet, however many do the same; how many answers were new, and what there is.

        Raises `NotEnrolled`, or what speaks against it.
        """

    def note(self, opening: str, entry: Entry) -> None:
        """Write an act down."""

    def end(self, opening: str, entry: Entry) -> None:
        """Wait for no more bundles."""

    def sealed(self, opening: str) -> Iterator[SealedRecord]:
        """Every sealed response, in an order that says nothing."""


@dataclass(frozen=True, slots=True)
class PlaceTold:
    """What the last checkpoint of a place says of it; nothing where it has brought none."""

    signer: str
    name: str
    responses: int | None
    is_closed: bool


@dataclass(frozen=True, slots=True)
class HubStatus:
    """The books of one consultation, who brought what, and every difference by name."""

    opening: Opening
    books: dict[str, int]
    places: tuple[PlaceTold, ...]
    is_closed: bool
    acts: tuple[bytes, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True)
class Gathered:
    """How many answers were new, and how the consultation stands now."""

    added: int
    status: HubStatus


def choose(hub: Hub, name: str | None) -> Opening:
    """The consultation that is called so, or whose opening begins so, or the only one.

    Raises `NotEnrolled` or `SeveralEnrolled`.
    """
    known = hub.openings()
    if name is None:
        fitting = list(known)
    else:
        is_begun = len(name) >= _LEAST_OF_A_NAME
        fitting = [one for one in known if name == one.consultation or (is_begun and one.id.startswith(name))]
    if not fitting:
        raise NotEnrolled(name or "")
    if len(fitting) > 1:
        raise SeveralEnrolled(tuple(one.id for one in fitting))
    return fitting[0]


def enrol(hub: Hub, enrolment: Enrolment, *, known: Mapping[str, str], day: date) -> bool:
    """Make the hub the place where this consultation comes together; whether it was not so before.

    Bundles of the places in `known` are believed. One that was re-keyed brings its new key. Raises
    `OtherEnrolled` or `HubRefused`.
    """
    opening = enrolment.opening
    believed = {opening.signer.hex(): ""} | dict(known)
    entry = Entry(day, Act.OPENED, {"signer": opening.signer.hex()})
    is_new = hub.enrol(enrolment, believed, entry)
    if not is_new:
        _adopt_keys(hub, enrolment, day)
    return is_new


def _adopt_keys(hub: Hub, enrolment: Enrolment, day: date) -> None:
    """Keys are only added; of two lists the longer is the later one."""
    ours, theirs = hub.enrolment(enrolment.opening.id).opening.later, enrolment.opening.later
    if ours[: len(theirs)] == theirs:
        return
    if theirs[: len(ours)] != ours:
        raise OtherEnrolled(enrolment.opening.id)
    hub.renew(enrolment, Entry(day, Act.REKEYED, {"key": enrolment.opening.sealing.id}))


@uncollected()
def gather(
    hub: Hub, opening: Opening, deliveries: Sequence[Delivery], *, named: Mapping[str, str], day: date
) -> Gathered:
    """Take in what is not here yet, all of it or nothing: the union, in any order, any number of times.

    `named` are keys by their first 16 letters, with the names of their places. Raises `OtherConsultation`,
    `UnknownSigner` or `HubRefused`.
    """

    def check(believed: Collection[str]) -> None:
        check_deliveries(opening, deliveries, {*named, *believed})

    records: frozenset[Record] = frozenset().union(*(one.state.records for one in deliveries))
    places = {one.state.signer: _name_of(one, named) for one in deliveries}
    arrived = Arrived(records, places, [_merged(one, day) for one in deliveries], check)
    added, held = hub.take_in(opening.id, arrived)
    return Gathered(added, _status_of(held))


def _name_of(delivery: Delivery, named: Mapping[str, str]) -> str:
    return next((name for key, name in named.items() if name and delivery.state.signer.startswith(key)), "")


def _merged(delivery: Delivery, day: date) -> Entry:
    salvaged, records = int(delivery.is_salvaged), len(delivery.state.records)
    return Entry(day, Act.MERGED, {"signer": delivery.state.signer, "records": records, "salvaged": salvaged})


def status(hub: Hub, opening: str) -> HubStatus:
    """How a consultation stands; raises `NotEnrolled` or `HubRefused`."""
    return _status_of(hub.holding(opening))


def _status_of(held: Holding) -> HubStatus:
    state = State(identity_of(held.opening), "", is_closed=False, is_merged=True, records=held.told)
    numbers = books_of(held.counts, totals_by_day(state))
    findings = {*differences(numbers), *check_sources(state), *check_all_here(state, held.counts)}
    places = _places(held, state)
    brought = [place for place in places if place.responses is not None]
    is_closed = held.is_ended or (bool(brought) and all(place.is_closed for place in brought))
    return HubStatus(held.opening, numbers, places, is_closed, held.acts, tuple(sorted(findings)))


def _places(held: Holding, state: State) -> tuple[PlaceTold, ...]:
    """Those that people named, and those whose checkpoints a merged bundle brought along."""
    chains = checkpoints(state)
    found = []
    for signer in sorted({*held.places, *chains}):
        last = chains[signer][-1].checkpoint if signer in chains else None
        if last is not None and last.is_merged:
            continue
        responses = None if last is None else last.amounts[Kind.SEALED].count
        found.append(
            PlaceTold(signer, held.places.get(signer, ""), responses, last is not None and last.is_closed)
        )
    return tuple(found)


def end(hub: Hub, opening: Opening, *, day: date) -> None:
    """Wait for no more bundles; one that comes later is taken in all the same."""
    hub.end(opening.id, Entry(day, Act.CLOSED, {}))
