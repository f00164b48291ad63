"""Hubs and what is brought to them, drawn small."""

from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from icc_consult.bootstrap import hub_at
from icc_consult.domain.consultation import ConsultationId, Fingerprint, Policy
from icc_consult.services.hub import Enrolment, Gathered, Hub, enrol, gather, status
from icc_consult.services.merging import Delivery
from icc_consult.services.ports import KeyId
from icc_consult.services.premises import Opening, OpeningId, Terms
from icc_consult.storage.openings import write_opening
from icc_consult.verifying.records import Kind, Record
from icc_consult.verifying.state import State

from tests.bundles.model import DAY, IDENTITY, Place, place_with

OPENING = Opening(
    OpeningId(IDENTITY.opening),
    ConsultationId(IDENTITY.consultation),
    Fingerprint(IDENTITY.fingerprint),
    KeyId(IDENTITY.key),
    bytes(32),
    Terms(Policy.KEEP),
    datetime(2026, 3, 2, 9, 0, tzinfo=UTC),
    signer=Place(0).signer,
)
NAMED = {Place(number).signer.hex(): f"centre {number}" for number in range(8)}


def document(opening: Opening = OPENING) -> bytes:
    """The opening file of the drawn consultation."""
    with TemporaryDirectory() as apart:
        path = Path(apart) / "opening.json"
        write_opening(path, opening)
        return path.read_bytes()


def city(address: str) -> Hub:
    """A hub that knows the drawn consultation."""
    hub = hub_at(address)
    enrol(hub, Enrolment(OPENING, document(), b"pack", b"locked"), known={}, day=DAY)
    return hub


def bring(hub: Hub, *states: State) -> Gathered:
    """Merge what kiosks brought, all of it known by name."""
    deliveries = [Delivery(state.signer, state) for state in states]
    return gather(hub, OPENING, deliveries, named=NAMED, day=DAY)


def sealed(hub: Hub) -> frozenset[Record]:
    """The answers that a hub holds."""
    return frozenset(Record(Kind.SEALED, bytes.fromhex(one.key) + one.body) for one in hub.sealed(OPENING.id))


def told(hub: Hub) -> tuple[object, ...]:
    """All that must not depend on the order in which bundles came."""
    now, held = status(hub, OPENING.id), hub.holding(OPENING.id)
    return sealed(hub), held.told, held.counts, now.books, now.places, now.is_closed, now.findings


def three_kiosks() -> list[State]:
    """What three of them bring over two days; the last one closes."""
    brought = []
    for number in range(3):
        place = place_with(number + 2, number)
        brought.append(place.state())
        place.answers(3)
        place.end_day() if number < 2 else place.close()
        brought.append(place.state())
    return brought


def bring_by_number(address: str, numbers: list[int]) -> int:
    """Somebody else's desk: bundle after bundle, in an order of its own."""
    brought = three_kiosks()
    return sum(bring(hub_at(address), brought[number]).added for number in numbers)
