"""What was decided about proposals travels in bundles, and the last change of each counts in any order."""

from dataclasses import replace
from functools import partial
from itertools import permutations
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.packs import write_pack
from icc_consult.services.bundling import bundle
from icc_consult.services.checkpointing import state_of
from icc_consult.services.closing import close
from icc_consult.services.merging import Delivery, begin_merging, merge
from icc_consult.services.moderating import Decision, Standing, united
from icc_consult.services.premises import Desk
from icc_consult.storage.decisions_file import DecisionsFile
from icc_consult.verifying.bundle import read_bundle
from icc_consult.verifying.data_directory import read_directory
from icc_consult.verifying.decisions import ToldDecision, decision_in
from icc_consult.verifying.following import check_follows_state
from icc_consult.verifying.records import Kind
from icc_consult.verifying.state import State

from tests.builders import desk_over, opened
from tests.sketches import pack_drawn

PACK = pack_drawn()
ACCEPTED = Decision(Standing.ACCEPTED, change=1)
REJECTED = Decision(Standing.REJECTED, "names somebody", change=2)
decisions = st.builds(Decision, st.sampled_from(Standing), st.sampled_from(["", "a", "b"]), st.integers(0, 3))
decided = st.dictionaries(st.sampled_from(["aa", "bb", "cc"]), decisions)


def file_of(desk: Desk) -> DecisionsFile:
    return DecisionsFile(desk.directory.where / "proposals.json")


def brought(desk: Desk) -> bytes:
    inside: list[bytes] = []
    bundle(desk, out=Path("stick.iccb"), write=inside.append)
    return inside[0]


@pytest.fixture
def first(tmp_path: Path) -> Desk:
    desk = opened(tmp_path / "first", PACK)
    close(desk)
    return desk


def city_of(first: Desk, where: Path) -> Desk:
    city = desk_over(where, PACK)
    document = (first.directory.where / "opening.json").read_bytes()
    begin_merging(city, source=first, document=document, copy_pack=partial(write_pack, PACK))
    return city


def told(one: dict[str, Decision]) -> dict[str, tuple[object, ...]]:
    return {name: (one[name].standing, one[name].reason, one[name].change) for name in one}


def test_decisions_are_in_a_bundle_and_what_has_none_is_as_it_always_was(first: Desk) -> None:
    assert b'"version":1' in brought(first)
    file_of(first).save({"aa": ACCEPTED})
    content = brought(first)
    assert b'"version":2' in content
    (record,) = read_bundle(content).of(Kind.DECISION)
    assert decision_in(record.content) == ToldDecision("aa", "accepted", "", 1)


def test_the_last_change_counts_whichever_bundle_comes_first(first: Desk, tmp_path: Path) -> None:
    states: list[State] = []
    for made in ({"aa": ACCEPTED}, {"aa": REJECTED, "bb": ACCEPTED}, {}):
        file_of(first).save(made)
        states.append(read_bundle(brought(first)))
    for number, order in enumerate(permutations(states)):
        city = city_of(first, tmp_path / f"city{number}")
        for state in order:
            merge(city, [Delivery("stick", state)])
        assert told(file_of(city).load()) == told({"aa": REJECTED, "bb": ACCEPTED})
        assert read_directory(city.directory.where).of(Kind.DECISION) == state_of(city).of(Kind.DECISION)


def test_a_decision_that_was_changed_is_no_loss(first: Desk) -> None:
    file_of(first).save({"aa": ACCEPTED})
    old = read_bundle(brought(first))
    file_of(first).save({"aa": REJECTED})
    assert check_follows_state(read_bundle(brought(first)), old) == ()


@given(decided, decided, decided)
def test_decisions_unite_in_any_order(
    one: dict[str, Decision], other: dict[str, Decision], third: dict[str, Decision]
) -> None:
    assert told(united(one, other)) == told(united(other, one))
    assert told(united(united(one, other), third)) == told(united(one, united(other, third)))
    assert told(united(one, one)) == told(dict(sorted(one.items())))


@pytest.mark.parametrize(
    "change",
    [{"standing": "perhaps"}, {"proposal": "words"}, {"proposal": ""}, {"change": -1}, {"change": True}],
)
def test_what_is_no_decision_is_not_taken_for_one(change: dict[str, object]) -> None:
    sound = ToldDecision("aa", "accepted", "", 1)
    assert decision_in(sound.record().content) == sound
    broken = replace(sound, **change)  # type: ignore[arg-type]
    with pytest.raises(ValueError, match="decision"):
        decision_in(broken.record().content)
