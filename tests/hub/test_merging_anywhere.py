"""Bundles come to a hub in any order, twice, at once, or break off: what it holds is always the same."""

import multiprocessing
from dataclasses import replace
from functools import reduce
from itertools import permutations
from multiprocessing.pool import ThreadPool
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from icc_consult.services.bundle_errors import OtherConsultation, UnknownSigner
from icc_consult.services.hub import end, gather, status
from icc_consult.services.merging import Delivery
from icc_consult.services.ports import KeyId
from icc_consult.storage.engine import PAGE_SIZE
from icc_consult.storage.hub.file import FileDatabase
from icc_consult.storage.hub.rows import not_yet_there
from icc_consult.verifying.audit import read_log
from icc_consult.verifying.checking import books
from icc_consult.verifying.records import Kind, Record
from icc_consult.verifying.state import State

from tests.bundles.model import DAY, place_with
from tests.hub.cities import NAMED, OPENING, bring, bring_by_number, city, sealed, three_kiosks, told
from tests.hub.conftest import NewAddress

FEW = settings(max_examples=6, suppress_health_check=[HealthCheck.function_scoped_fixture])


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> tuple[object, ...]:
    """What a hub in a file holds when everything comes in one call: what every other one has to hold."""
    hub = city(str(tmp_path_factory.mktemp("once") / "hub.db"))
    bring(hub, *three_kiosks())
    return told(hub)


@FEW
@given(order=st.permutations(range(6)), again=st.lists(st.integers(0, 5), max_size=3), at=st.integers(1, 5))
def test_no_order_and_no_repetition_changes_what_a_hub_holds(
    new_address: NewAddress, at_once: tuple[object, ...], order: list[int], again: list[int], at: int
) -> None:
    brought = three_kiosks()
    hub = city(new_address())
    calls = [*order, *again]
    for part in (calls[:at], calls[at:]):
        bring(hub, *(brought[number] for number in part))
    assert told(hub) == at_once


def test_what_a_hub_holds_is_the_union_and_its_books_balance(address: str) -> None:
    hub, brought = city(address), three_kiosks()
    done = bring(hub, *brought)
    together = reduce(State.joined, brought)
    assert sealed(hub) == together.of(Kind.SEALED)
    assert (done.added, done.status.books, done.status.findings) == (18, books(together), ())
    assert {(one.name, one.responses, one.is_closed) for one in done.status.places} == {
        ("centre 0", 5, False),
        ("centre 1", 6, False),
        ("centre 2", 7, True),
    }
    assert [entry.act for entry in read_log(done.status.acts)] == ["opened", *["merged"] * len(brought)]
    assert bring(hub, *brought).added == 0


def test_facilitators_at_work_at_once_add_everything_once(address: str, at_once: tuple[object, ...]) -> None:
    hub = city(address)
    orders = [list(order) for order in list(permutations(range(6)))[::500]]
    with multiprocessing.get_context("spawn").Pool(len(orders)) as pool:
        added = pool.starmap(bring_by_number, [(address, order) for order in orders])
    assert (len(orders), sum(added)) == (2, 18)
    assert told(hub) == at_once
    assert len(read_log(hub.holding(OPENING.id).acts)) == 1 + 6 * len(orders)


def test_a_hub_that_several_make_at_once_is_made_once(address: str) -> None:
    with ThreadPool(4) as pool:
        hubs = pool.map(city, [address] * 4)
    for hub in hubs:
        assert [entry.act for entry in read_log(hub.holding(OPENING.id).acts)] == ["opened"]


def test_a_later_bundle_brings_what_is_new_and_a_lost_one_is_named(address: str) -> None:
    hub, place = city(address), place_with(2)
    early = place.state()
    place.answers(3)
    place.end_day()
    late = place.state()
    lossy = State(
        late.identity, late.signer, late.is_closed, late.is_merged, late.records - late.of(Kind.SEALED)
    )
    assert {one.detail for one in bring(hub, lossy).status.findings} >= {"sealed 0/5"}
    assert (bring(hub, early).added, bring(hub, late).added) == (2, 3)
    assert status(hub, OPENING.id).findings == ()


def test_what_nobody_named_or_what_belongs_elsewhere_is_not_taken_in(address: str) -> None:
    hub, stranger = city(address), place_with(3, number=1).state()
    delivery = [Delivery("stick", stranger)]
    with pytest.raises(UnknownSigner):
        gather(hub, OPENING, delivery, named={}, day=DAY)
    with pytest.raises(OtherConsultation):
        gather(hub, replace(OPENING, key=KeyId("ff" * 8)), delivery, named=NAMED, day=DAY)
    assert status(hub, OPENING.id).books["sealed"] == 0
    assert gather(hub, OPENING, delivery, named={stranger.signer[:16]: "Library"}, day=DAY).added == 3
    assert gather(hub, OPENING, delivery, named={}, day=DAY).added == 0
    assert "Library" in {place.name for place in status(hub, OPENING.id).places}


def test_what_is_told_after_merging_is_what_is_told_later(address: str) -> None:
    hub, brought = city(address), three_kiosks()
    for number in range(0, 6, 2):
        assert bring(hub, *brought[number : number + 2]).status == status(hub, OPENING.id)


def test_what_is_new_comes_by_kind_and_hash_whoever_brought_it(tmp_path: Path) -> None:
    hub, [ours, *others] = city(str(tmp_path / "hub.db")), [place_with(4, one).state() for one in range(3)]
    bring(hub, ours)
    new = frozenset().union(*(one.records for one in others))
    with FileDatabase(tmp_path / "hub.db").connected(writes=False) as connection:
        found = list(not_yet_there(connection, OPENING.id, new | ours.records))
    assert [(kind, name) for _, _, kind, name, _ in found] == sorted((one.kind, one.hash) for one in new)
    assert {Record(Kind(kind), content) for _, _, kind, _, content in found} == new
    assert len({key for key, *_ in found}) == len(new)


def test_answers_lie_in_an_order_that_says_nothing(new_address: NewAddress) -> None:
    hubs = [city(new_address()) for _ in range(2)]
    for hub in hubs:
        bring(hub, place_with(9).state())
    one, other = ([record.body for record in hub.sealed(OPENING.id)] for hub in hubs)
    assert sorted(one) == sorted(other)
    assert one != other


def test_a_file_at_rest_does_not_tell_which_answers_came_last(tmp_path: Path) -> None:
    hub = city(str(tmp_path / "hub.db"))
    for number in range(2):
        bring(hub, place_with(400, number).state())
    content = (tmp_path / "hub.db").read_bytes()
    pages = [content.index(record.body) // PAGE_SIZE for record in hub.sealed(OPENING.id)]
    assert len(set(pages)) > 4
    assert pages == sorted(pages)


def test_a_hub_is_closed_when_all_that_brought_something_are_or_somebody_says_so(address: str) -> None:
    hub, first, second = city(address), place_with(2), place_with(2, number=1)
    assert not status(hub, OPENING.id).is_closed
    first.close()
    assert bring(hub, first.state()).status.is_closed
    assert not bring(hub, second.state()).status.is_closed
    end(hub, OPENING, day=DAY)
    assert bring(hub, second.state()).status.is_closed
    acts = [entry.act for entry in read_log(hub.holding(OPENING.id).acts)]
    assert acts == ["opened", "merged", "merged", "closed", "merged"]


def test_nothing_that_was_brought_is_nothing_that_is_written_down(address: str) -> None:
    hub = city(address)
    before = told(hub)
    assert bring(hub).added == 0
    assert told(hub) == before
    assert hub.holding(OPENING.id).acts == status(hub, OPENING.id).acts
