"""Names of a form as a pack can hold them: looked at all together, and one by one."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.formats.forms.naming import Names

GOOD = ("age", "q.1", "نام", "a" * 64, "Wie-alt")
SIGNS = st.sampled_from(["a", "Z", "_", "1", ".", "-", "é", "\n", " ", "ع", "٣", "$"])
WRITTEN = st.lists(st.text(SIGNS, min_size=1, max_size=6), max_size=4)


def test_names_that_a_pack_can_hold_stay_as_they_are() -> None:
    names = Names(GOOD)
    assert not names.changed
    assert [names[name] for name in GOOD] == list(GOOD)


@pytest.mark.parametrize("bad", ["_age", "age_", "a__b", "1st", "response", "a b", "a" * 65, "a\nb", "a\n"])
def test_one_that_it_cannot_hold_changes_and_no_other_does(bad: str) -> None:
    names = Names([*GOOD, bad])
    assert names.changed.keys() == {bad}
    assert names[bad] not in GOOD
    assert not Names([names[bad]]).changed


@given(WRITTEN)
def test_all_together_change_exactly_those_that_change_alone(written: list[str]) -> None:
    alone = {name for name in written if Names([name]).changed}
    assert Names(written).changed.keys() == alone
    assert len(set(Names(written).changed.values())) == len(alone)
