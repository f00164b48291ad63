"""Bundles are cumulative, come late, twice or never, in any order: what is merged is always the same."""

from functools import reduce
from itertools import permutations

from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, rule

from icc_consult.verifying.bundle import read_bundle
from icc_consult.verifying.checking import books, check, check_merged
from icc_consult.verifying.following import check_follows_state
from icc_consult.verifying.records import Kind
from icc_consult.verifying.state import State, totals_by_day

from tests.bundles.model import DAY, Place, place_with


@st.composite
def bundles(draw: st.DrawFn) -> list[State]:
    """What three kiosks bring over some days."""
    brought = []
    for number in range(3):
        place = place_with(draw(st.integers(0, 4)), number)
        for more in draw(st.lists(st.integers(0, 3), max_size=2)):
            brought.append(place.state())
            place.answers(more)
            place.end_day()
        brought.append(place.state())
    return brought


def merged(states: list[State]) -> frozenset[object]:
    return frozenset(reduce(State.joined, states).records)


@given(bundles(), st.randoms(use_true_random=False))
def test_merging_knows_no_order_and_no_twice(states: list[State], order) -> None:  # type: ignore[no-untyped-def]
    shuffled = states + states[:2]
    order.shuffle(shuffled)
    assert merged(shuffled) == merged(states)


@given(bundles())
def test_merging_in_groups_is_merging_at_once(states: list[State]) -> None:
    for at in range(1, len(states)):
        left, right = reduce(State.joined, states[:at]), reduce(State.joined, states[at:])
        assert left.joined(right).records == merged(states)


@given(bundles())
def test_the_books_of_what_was_merged_balance(states: list[State]) -> None:
    together = reduce(State.joined, states)
    assert books(together)["sealed"] == books(together)["responses"] == books(together)["receipts"]
    assert not list(check_merged(together))
    assert {one.flaw for one in check(together)} <= {"lost", "other_content"}  # more than the first one's own


def test_of_two_totals_of_a_day_the_larger_counts_in_any_order() -> None:
    place = place_with(2)
    early = place.state()
    place.answers(3)
    for one, other in permutations([early, place.state()]):
        assert totals_by_day(one.joined(other)) == {DAY: {"responses": 5}}


def test_a_lost_bundle_is_named_with_its_number() -> None:
    whole = place_with(5)
    few = frozenset(one for one in whole.state().records if one.kind is not Kind.SEALED)
    lossy = State(whole.state().identity, "ff" * 32, False, True, few)
    assert sorted(one.detail for one in check_merged(lossy)) == ["sealed 0/5"]
    assert "sealed 0, receipts 5" in {one.detail for one in check(lossy)}


class Consultation(RuleBasedStateMachine):
    """Kiosks at work; sticks get lost, come late, come twice."""

    def __init__(self) -> None:
        """Nothing was collected."""
        super().__init__()
        self.places = [Place(number) for number in range(3)]
        self.sticks: list[bytes] = []
        self.here: State | None = None

    @rule(place=st.integers(0, 2), count=st.integers(1, 3))
    def collect(self, place: int, count: int) -> None:
        if not self.places[place].is_closed:
            self.places[place].answers(count)

    @rule(place=st.integers(0, 2))
    def write(self, place: int) -> None:
        self.places[place].end_day()
        self.sticks.append(self.places[place].bundle())

    @rule(place=st.integers(0, 2))
    def close(self, place: int) -> None:
        if not self.places[place].is_closed:
            self.places[place].close()

    @rule(which=st.integers(0, 30))
    def bring(self, which: int) -> None:
        if self.sticks:
            state = read_bundle(self.sticks[which % len(self.sticks)])
            self.here = state if self.here is None else self.here.joined(state)

    @invariant()
    def every_place_checks(self) -> None:
        assert all(check(place.state()) == () for place in self.places if not place.is_closed or place.chain)

    @invariant()
    def what_is_here_is_true_and_balances(self) -> None:
        if self.here is not None:
            truth = reduce(State.joined, [place.state() for place in self.places])
            assert self.here.of(Kind.SEALED) <= truth.of(Kind.SEALED)
            assert books(self.here)["sealed"] == books(self.here)["responses"]
            assert not list(check_merged(self.here))

    def teardown(self) -> None:
        """At last every kiosk brings its newest stick: then all is here."""
        truth = reduce(State.joined, [place.state() for place in self.places])
        for place in self.places:
            state = read_bundle(place.bundle())
            self.here = state if self.here is None else self.here.joined(state)
        assert self.here is not None
        assert self.here.of(Kind.SEALED) == truth.of(Kind.SEALED)
        assert check_follows_state(self.here, truth) == ()


TestConsultation = Consultation.TestCase
TestConsultation.settings = settings(max_examples=25, stateful_step_count=15, deadline=None)
