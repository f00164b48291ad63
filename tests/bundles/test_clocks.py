"""Five kiosks whose clocks say anything from 1970 to 2038, three centres, sticks late, twice or cut.

Whatever happens on the way, all who have the same sticks have the same answers and the same totals.
"""

import os
from collections import Counter
from datetime import date
from functools import lru_cache, reduce

import pytest
from hypothesis import HealthCheck, seed, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from icc_consult.verifying.bundle import read_bundle, salvage_bundle
from icc_consult.verifying.checking import books
from icc_consult.verifying.manifest import NoManifest
from icc_consult.verifying.records import BrokenRecords, Kind, Record
from icc_consult.verifying.state import State, totals_by_day

from tests.bundles.model import Place

KIOSKS, CENTRES = 5, 3
EXAMPLES, STEPS = int(os.environ.get("MERGE_EXAMPLES", "500")), int(os.environ.get("MERGE_STEPS", "50"))
SEED = os.environ.get("MERGE_SEED")
days = st.dates(date(1970, 1, 1), date(2038, 1, 19))
kiosks = st.integers(0, KIOSKS - 1)
centres = st.integers(0, CENTRES - 1)
any_stick = any_byte = st.integers(0, 1 << 20)
read = lru_cache(1024)(read_bundle)


class AnyClock(RuleBasedStateMachine):
    """What people and sticks may do."""

    @initialize()
    def open(self) -> None:
        """Every kiosk is opened, a stick leaves each, and no centre has anything."""
        self.kiosks = [Place(number) for number in range(KIOSKS)]
        self.sticks: list[tuple[int, bytes, State]] = []
        for kiosk in self.kiosks:
            kiosk.act("opened")
            self.take_along(kiosk.number)
        self.centres: list[State | None] = [None] * CENTRES
        self.brought: list[set[int]] = [set() for _ in range(CENTRES)]
        self.salvaged: list[frozenset[Record]] = [frozenset()] * CENTRES

    @rule(kiosk=kiosks, count=st.integers(0, 3))
    def answer(self, kiosk: int, count: int) -> None:
        """Residents come."""
        self.kiosks[kiosk].answers(count)

    @rule(kiosk=kiosks, day=days)
    def set_clock(self, kiosk: int, day: date) -> None:
        """A battery is flat, or somebody was hasty."""
        self.kiosks[kiosk].day = day

    @rule(kiosk=kiosks)
    def end_day(self, kiosk: int) -> None:
        """A checkpoint is signed."""
        self.kiosks[kiosk].end_day()

    @rule(kiosk=kiosks)
    def take_along(self, kiosk: int) -> None:
        """A stick leaves the kiosk."""
        content = self.kiosks[kiosk].bundle()
        self.sticks.append((kiosk, content, read(content)))

    @rule(stick=any_stick, centre=centres)
    def bring(self, stick: int, centre: int) -> None:
        """Any stick there ever was, early or late, comes to a centre, perhaps once more."""
        number = stick % len(self.sticks)
        self._take(centre, self.sticks[number][2])
        self.brought[centre].add(number)

    @rule(stick=any_stick, byte=any_byte, centre=centres)
    def bring_cut(self, stick: int, byte: int, centre: int) -> None:
        """A stick that was cut is refused, and what is salvaged of it is what was on it."""
        _, content, whole = self.sticks[stick % len(self.sticks)]
        cut = content[: byte % len(content)]
        with pytest.raises((NoManifest, BrokenRecords)):
            read_bundle(cut)
        try:
            found = salvage_bundle(cut).state
        except NoManifest:
            return
        assert found.records <= whole.records
        self._take(centre, found)
        self.salvaged[centre] |= found.records

    @rule(one=centres, other=centres)
    def tell(self, one: int, other: int) -> None:
        """A centre hands all it has to another one."""
        if (state := self.centres[one]) is not None:
            self._take(other, state)
            self.brought[other] |= self.brought[one]
            self.salvaged[other] |= self.salvaged[one]

    def _take(self, centre: int, state: State) -> None:
        mine = self.centres[centre]
        self.centres[centre] = state if mine is None else mine.joined(state)

    @invariant()
    def same_sticks_same_answers(self) -> None:
        """Nothing is lost and nothing comes from nowhere, whatever the order was."""
        for centre, state in enumerate(self.centres):
            if state is not None:
                states = [self.sticks[number][2].records for number in self.brought[centre]]
                assert state.records == frozenset().union(self.salvaged[centre], *states)

    def teardown(self) -> None:
        """In the end a stick leaves every kiosk, and all is brought together in any order."""
        if len(getattr(self, "sticks", ())) < KIOSKS:
            return
        for kiosk in range(KIOSKS):
            self.take_along(kiosk)
        newest = {kiosk: state for kiosk, _, state in self.sticks}
        states = [*newest.values(), *filter(None, self.centres)]
        orders = [states, states[::-1], states[1:] + states[:1], states * 2]
        cities = [reduce(State.joined, order) for order in orders]
        assert len({city.records for city in cities}) == 1
        self._check_truth(cities[0], newest)

    def _check_truth(self, city: State, newest: dict[int, State]) -> None:
        sealed = frozenset().union(*(state.of(Kind.SEALED) for state in newest.values()))
        assert city.of(Kind.SEALED) == sealed
        assert books(city)["sealed"] == books(city)["receipts"] == books(city)["responses"]
        days: Counter[date] = Counter()
        for state in newest.values():
            for day, numbers in totals_by_day(state).items():
                days[day] += numbers["responses"]
        told = {day: numbers["responses"] for day, numbers in totals_by_day(city).items()}
        assert +Counter(told) == +days


if SEED is not None:
    seed(int(SEED))(AnyClock)
TestAnyClock = AnyClock.TestCase
TestAnyClock.settings = settings(
    max_examples=EXAMPLES,
    stateful_step_count=STEPS,
    deadline=None,
    database=None,
    derandomize=SEED is None,
    suppress_health_check=list(HealthCheck),
)
