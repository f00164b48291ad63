from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.formats.ballots.faults import BallotsRefused, Fault, Oddity
from icc_consult.formats.ballots.text import Source
from icc_consult.formats.blt.election import Election
from icc_consult.formats.blt.poll import poll_of
from icc_consult.formats.blt.reading import read_blt
from icc_consult.formats.blt.writing import blt_text
from icc_consult.services.polls import Option, Ranked

VOTES = Path(__file__).parents[1] / "data" / "votes" / "blt"
SMALL = '4 2\n-2\n3 1 3 4 0\n2 4 1=3 0\n1 2 0\n0\n"Adam"\n"Basil"\n"Charlotte"\n"Donald"\n"Council"\n'


def read(text: str) -> Election:
    return read_blt(Source("small.blt", text))


def oddities(text: str) -> list[tuple[Oddity, int, int]]:
    source = Source("small.blt", text)
    read_blt(source)
    return [(each.oddity, each.line, each.column) for each in source.remarks.all]


def test_an_election_is_read_with_equal_preferences_and_who_withdrew() -> None:
    assert read(SMALL) == Election(
        2,
        ("Adam", "Basil", "Charlotte", "Donald"),
        ((3, ((1,), (3,), (4,))), (2, ((4,), (1, 3))), (1, ((2,),))),
        "Council",
        (2,),
    )
    assert oddities(SMALL) == [(Oddity.WITHDRAWN, 2, 1)]


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("\n", " "),
        lambda text: text.replace("\n", "  # said by nobody\n\n"),
        lambda text: text.replace('"Adam"', "Adam").replace("1=3", "3=1"),
        lambda text: text.replace("3 1 3 4 0", "(a-1) 3 1 3 4 0").replace("1 2 0", "( b ) 1 2 0"),
        lambda text: text.replace("3 1 3 4 0\n2", "3 1 3 4 0 2"),
    ],
)
def test_the_same_election_in_another_dress_is_the_same(change) -> None:
    assert change(SMALL) != SMALL
    assert read(change(SMALL)) == read(SMALL)


def test_a_skipped_preference_closes_up() -> None:
    text = SMALL.replace("1 3 4 0", "1 - 4 0")
    assert read(text).ballots[0] == (3, ((1,), (4,)))
    assert (Oddity.SKIPPED_RANK, 3, 5) in oddities(text)


def test_names_are_believed_where_the_first_line_says_fewer_candidates() -> None:
    text = SMALL.replace("4 2", "3 2", 1)
    assert read(text).names == ("Adam", "Basil", "Charlotte", "Donald")
    assert oddities(text)[-1] == (Oddity.OTHER_NUMBER, 1, 1)


def test_where_names_are_missing_numbers_stand_for_them() -> None:
    short = SMALL.partition('"Charlotte"')[0]
    assert read(short).names == ("Adam", "Basil", "3", "4")
    assert (read(short).title, oddities(short)[-1]) == ("Untitled", (Oddity.NAMELESS, 6, 1))
    assert read(SMALL.replace('"Adam"', '""')).names[0] == "1"


def test_parties_stand_beside_names() -> None:
    election = read((VOTES / "ward.blt").read_text("utf-8"))
    assert election.names == (
        "Ailsa Craig (Island Party)",
        "Ben Nevis (Mountain Party)",
        "Clyde Water (Independent)",
    )
    assert election.title == "Ward 7"


def test_a_ballot_for_nobody_is_left_out() -> None:
    text = SMALL.replace("2 4 1=3", "00 4 1=3")
    assert read(text).ballots == read(SMALL.replace("2 4 1=3 0\n", "")).ballots
    assert oddities(text)[-1] == (Oddity.COUNTS_NOBODY, 4, 1)


@pytest.mark.parametrize(
    ("old", "new", "fault", "line", "column"),
    [
        ("4 2\n-2", "four 2\n-2", Fault.OTHER_FORMAT, 1, 1),
        ("4 2\n-2", "4\n-2", Fault.OTHER_FORMAT, 1, 1),
        ("4 2\n-2", "0 2", Fault.NO_OPTIONS, 1, 1),
        ("4 2\n-2", "4 0", Fault.OUT_OF_RANGE, 1, 3),
        ("4 2\n-2", "99999 2", Fault.OUT_OF_RANGE, 1, 1),
        ("-2\n", "-5\n", Fault.UNKNOWN_OPTION, 2, 1),
        ("-2\n", "-1 -2 -3 -4\n", Fault.NO_OPTIONS, 1, 1),
        ("3 1 3 4 0", "3 1 3 5 0", Fault.UNKNOWN_OPTION, 3, 7),
        ("3 1 3 4 0", "3 1 3 1 0", Fault.OPTION_TWICE, 3, 7),
        ("4 1=3 0", "4 1=4 0", Fault.OPTION_TWICE, 4, 5),
        ("4 1=3 0", "4 1=0 0", Fault.UNKNOWN_OPTION, 4, 5),
        ("4 1=3 0", "4 (1 3) 0", Fault.NOT_A_BALLOT, 4, 5),
        ("3 1 3 4 0", "3 1 x 4 0", Fault.NOT_A_BALLOT, 3, 5),
        ("3 1 3 4 0", "3 1 3 4", Fault.NO_ZERO, 3, 7),
        ("3 1 3 4 0", "NaN 1 3 4 0", Fault.NOT_A_NUMBER, 3, 1),
        ("3 1 3 4 0", "1.5 1 3 4 0", Fault.NOT_WHOLE, 3, 1),
        ("3 1 3 4 0", "-3 1 3 4 0", Fault.COUNT_NEGATIVE, 3, 1),
        ("3 1 3 4 0\n2 4 1=3 0\n1 2 0\n", "", Fault.NO_BALLOTS, 3, 1),
        ("2 4 1=3 0", "0 4 1=3 0", Fault.NOT_A_BALLOT, 4, 3),
        ('"Basil"', '"Basil', Fault.OPEN_QUOTE, 8, 1),
        (SMALL[SMALL.index("\n0\n") :], "\n", Fault.ENDS_EARLY, 5, 1),
        (SMALL, "# nothing\n", Fault.OTHER_FORMAT, 1, 1),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(
    old: str, new: str, fault: Fault, line: int, column: int
) -> None:
    assert old in SMALL
    with pytest.raises(BallotsRefused) as refused:
        read(SMALL.replace(old, new, 1))
    assert (refused.value.fault, refused.value.line, refused.value.column) == (fault, line, column)


def test_who_withdrew_is_no_option_and_on_no_ballot() -> None:
    poll = poll_of(read(SMALL))
    assert poll.options == (Option("1", "Adam"), Option("3", "Charlotte"), Option("4", "Donald"))
    assert poll.cast == Ranked([((0,), (1,), (2,)), ((2,), (0, 1)), ()], [3, 2, 1])
    assert (poll.rule, poll.seats) == ("stv", 2)


def test_a_written_election_is_exact() -> None:
    assert blt_text(read(SMALL)) == SMALL
    election = Election(1, ('The "Rock"',), ((1, ()),), "One\nline")
    assert blt_text(election) == '1 1\n1 0\n0\n"The \'Rock\'"\n"One line"\n'


NAME = st.text(st.characters(codec="utf-8", exclude_characters='"\n\r\0'), min_size=1, max_size=8).map(
    str.strip
)


@st.composite
def elections(draw: st.DrawFn) -> Election:
    """Elections with equal preferences, blank ballots and people who withdrew."""
    names = draw(st.lists(NAME.filter(bool), min_size=2, max_size=5).map(tuple))
    everybody = list(range(1, len(names) + 1))
    ballots = []
    for count in draw(st.lists(st.integers(1, 9), min_size=1, max_size=5)):
        tiers = {number: draw(st.integers(0, len(names))) for number in everybody}
        order = (tuple(each for each in everybody if tiers[each] == tier) for tier in everybody)
        ballots.append((count, tuple(place for place in order if place)))
    gone = draw(st.sets(st.sampled_from(everybody), max_size=len(names) - 1).map(sorted).map(tuple))
    return Election(draw(st.integers(1, 5)), names, tuple(ballots), draw(NAME.filter(bool)), gone)


@given(elections())
def test_whatever_is_written_is_read_again(election: Election) -> None:
    assert read(blt_text(election)) == election


@pytest.mark.parametrize("file", sorted(VOTES.glob("*.blt")), ids=lambda path: path.name)
def test_a_file_that_was_read_and_written_is_the_same_election(file: Path) -> None:
    election = read(file.read_text("utf-8"))
    assert read(blt_text(election)) == election
