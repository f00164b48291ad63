"""While millions of records are made nobody looks for cycles, and afterwards nobody has forgotten to."""

import gc
import weakref
from collections.abc import Iterator

import pytest

from icc_consult.services.uncollected import uncollected


class _Knot:
    """Something that only a look for cycles frees."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def _nothing_set_aside() -> Iterator[None]:
    gc.unfreeze()
    yield
    gc.unfreeze()
    gc.enable()


def test_nobody_looks_meanwhile_and_somebody_does_again() -> None:
    with uncollected():
        assert not gc.isenabled()
    assert gc.isenabled()


def test_a_cycle_made_meanwhile_is_freed_by_the_next_look_through_everything() -> None:
    with uncollected():
        knot = weakref.ref(_Knot())
    gc.collect()
    assert knot() is None


def test_what_was_made_meanwhile_is_not_looked_through_as_young() -> None:
    with uncollected():
        made = [[number] for number in range(5_000)]
    assert gc.get_count()[0] < len(made)
    assert not any(one is made[7] for one in gc.get_objects(generation=0))
    assert any(one is made[7] for one in gc.get_objects(generation=2))


def test_what_was_set_aside_for_good_stays_so() -> None:
    gc.freeze()
    before = gc.get_freeze_count()
    with uncollected():
        pass
    assert gc.get_freeze_count() == before > 0


def test_whoever_looked_for_no_cycles_before_looks_for_none_after() -> None:
    gc.disable()
    with uncollected():
        pass
    assert not gc.isenabled()
