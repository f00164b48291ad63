from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.formats.ballots.faults import BallotsRefused, Fault, Oddity
from icc_consult.formats.ballots.text import Source
from icc_consult.formats.preflib.poll import poll_of
from icc_consult.formats.preflib.profile import DataType, Profile, type_of
from icc_consult.formats.preflib.reading import read_preflib
from icc_consult.formats.preflib.writing import preflib_text
from icc_consult.services.polls import Marked, Ranked, Scored

VOTES = Path(__file__).parents[1] / "data" / "votes" / "preflib"
SMALL = """# FILE NAME: small.toi
# NUMBER ALTERNATIVES: 3
# NUMBER VOTERS: 6
# NUMBER UNIQUE ORDERS: 3
# ALTERNATIVE NAME 1: Bus
# ALTERNATIVE NAME 2: Tram
# ALTERNATIVE NAME 3: Bicycle: any
3: 1,{2,3}
2: 3
1: 2, 1
"""
FIRST_GENERATION = "3\n1,Bus\n2,Tram\n3,Bicycle: any\n6,6,3\n3,1,{2,3}\n2,3\n1,2,1\n"


def source(text: str, name: str = "small.toi") -> Source:
    return Source(name, text)


def read(text: str, name: str = "small.toi") -> Profile:
    return read_preflib(source(text, name))


def oddities(text: str, name: str = "small.toi") -> list[tuple[Oddity, int, str, str]]:
    given = source(text, name)
    read_preflib(given)
    return [(each.oddity, each.line, each.stated, each.found) for each in given.remarks.all]


def test_orders_are_read_with_their_ties_and_counts() -> None:
    assert read(SMALL) == Profile(
        DataType.TOI,
        {1: "Bus", 2: "Tram", 3: "Bicycle: any"},
        {((1,), (2, 3)): 3, ((3,),): 2, ((2,), (1,)): 1},
        (),
        {"FILE NAME": "small.toi"},
    )
    assert oddities(SMALL) == []


def test_both_generations_of_headers_say_the_same() -> None:
    old, new = read(FIRST_GENERATION), read(SMALL)
    assert (old.alternatives, old.ballots) == (new.alternatives, new.ballots)
    assert oddities(FIRST_GENERATION) == []


def test_as_many_voters_as_the_next_alternative_would_be_are_still_voters() -> None:
    assert read("3\n1,Bus\n2,Tram\n3,Bicycle\n4,4,2\n3,1\n1,2\n").ballots == {((1,),): 3, ((2,),): 1}


@pytest.mark.parametrize("stem", ["capital.soc", "park.toi"])
def test_the_same_election_in_both_generations_is_the_same_poll(stem: str) -> None:
    name, _, ending = stem.partition(".")
    files = [VOTES / stem, VOTES / f"{name}_first_generation.{ending}"]
    new, old = (poll_of(read(file.read_text("utf-8"), str(file))) for file in files)
    assert new == old


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("# ", "#").replace("NUMBER", "number"),
        lambda text: text.replace("\n3: 1", "\n\n# a comment\n  3 :  1"),
        lambda text: text.replace("1,{2,3}", "01 , { 3 , 2 } ,"),
        lambda text: text.replace("3: 1,{2,3}", "1: 1,{2,3}\n2: 1,{3,2}"),
        lambda text: text.replace("2: 3\n", "2: {3}\n"),
        lambda text: text.replace("# NUMBER UNIQUE ORDERS: 3\n", ""),
    ],
)
def test_the_same_orders_in_another_dress_are_the_same(change) -> None:
    assert change(SMALL) != SMALL
    assert read(change(SMALL)) == read(SMALL)


def test_the_ballots_are_believed_where_the_header_says_other_numbers() -> None:
    assert oddities(SMALL.replace("VOTERS: 6", "VOTERS: 99")) == [(Oddity.OTHER_NUMBER, 3, "99", "6")]
    assert oddities(SMALL.replace("ALTERNATIVES: 3", "ALTERNATIVES: 2")) == [
        (Oddity.OTHER_NUMBER, 2, "2", "3")
    ]
    assert oddities(SMALL.replace("ORDERS: 3", "ORDERS: many")) == [(Oddity.OTHER_NUMBER, 4, "many", "3")]
    assert oddities(FIRST_GENERATION.replace("6,6,3", "7,7,3")) == [(Oddity.OTHER_NUMBER, 5, "7", "6")]
    longer = FIRST_GENERATION.replace("3\n1,Bus", "2\n1,Bus")
    assert oddities(longer) == [(Oddity.OTHER_NUMBER, 1, "2", "3")]
    assert read(longer).alternatives == read(SMALL).alternatives


def test_a_lost_comma_does_not_make_another_alternative() -> None:
    names = "".join(f"# ALTERNATIVE NAME {number}: A{number}\n" for number in range(1, 13))
    with pytest.raises(BallotsRefused):
        read(f"{names}1: 1 2\n")


def test_an_alternative_without_a_name_is_called_by_its_number() -> None:
    text = SMALL.replace("# ALTERNATIVE NAME 2: Tram\n", "")
    assert read(text).alternatives == {1: "Bus", 2: "2", 3: "Bicycle: any"}
    assert oddities(text) == [(Oddity.NAMELESS, 2, "", "")]


def test_a_line_for_nobody_is_left_out() -> None:
    text = SMALL.replace("2: 3", "0: 3").replace("VOTERS: 6", "VOTERS: 4")
    assert oddities(text) == [(Oddity.COUNTS_NOBODY, 9, "", "")]
    assert read(text).voters == 4


def test_orders_that_do_not_keep_to_their_type_are_told() -> None:
    assert oddities(SMALL, "small.soc") == [(Oddity.OTHER_KIND, 1, "soc", "toi")]
    assert read(SMALL, "small.soc").data_type is DataType.TOI
    assert read((VOTES / "capital.soc").read_text("utf-8"), "capital.toi").data_type is DataType.TOI


def test_without_an_ending_the_header_says_the_type() -> None:
    text = (VOTES / "posters.cat").read_text("utf-8")
    assert read(text, "posters").data_type is DataType.CAT
    assert read(text.replace("# DATA TYPE: cat\n", ""), "posters").data_type is DataType.CAT


@pytest.mark.parametrize(
    ("old", "new", "fault", "line", "column"),
    [
        ("2: 3", "2: 4", Fault.UNKNOWN_OPTION, 9, 4),
        ("2: 3", "2: 0", Fault.UNKNOWN_OPTION, 9, 4),
        ("2, 1", "2, 1, 2", Fault.OPTION_TWICE, 10, 10),
        ("1,{2,3}", "1,{2,1}", Fault.OPTION_TWICE, 8, 9),
        ("1,{2,3}", "1,{2,3", Fault.NOT_A_BALLOT, 8, 6),
        ("1,{2,3}", "1,,2", Fault.NOT_A_BALLOT, 8, 6),
        ("1,{2,3}", "1 2", Fault.NOT_A_BALLOT, 8, 4),
        ("1,{2,3}", "x", Fault.NOT_A_BALLOT, 8, 4),
        ("2: 3", "3", Fault.NOT_A_BALLOT, 9, 1),
        ("2: 3", "nan: 3", Fault.NOT_A_NUMBER, 9, 1),
        ("2: 3", "2.5: 3", Fault.NOT_WHOLE, 9, 1),
        ("2: 3", "-2: 3", Fault.COUNT_NEGATIVE, 9, 1),
        ("2: 3", "9999999999: 3", Fault.OUT_OF_RANGE, 9, 1),
        ("NAME 2: Tram", "NAME 1: Tram", Fault.OPTION_REPEATED, 6, 1),
        ("ALTERNATIVES: 3", "ALTERNATIVES: 9999999", Fault.OUT_OF_RANGE, 2, 1),
        ("ALTERNATIVES: 3", "ALTERNATIVES: three", Fault.NOT_A_NUMBER, 2, 1),
        ("3: 1,{2,3}\n2: 3\n1: 2, 1\n", "", Fault.NO_BALLOTS, 8, 1),
        ("# FILE NAME", "FILE NAME", Fault.OTHER_FORMAT, 1, 1),
    ],
)
def test_what_cannot_be_used_is_named_with_its_place(
    old: str, new: str, fault: Fault, line: int, column: int
) -> None:
    assert old in SMALL
    with pytest.raises(BallotsRefused) as refused:
        read(SMALL.replace(old, new))
    assert (refused.value.fault, refused.value.line, refused.value.column) == (fault, line, column)


@pytest.mark.parametrize(
    ("text", "name", "fault", "line"),
    [
        ("# TITLE: nothing\n3: 1\n", "a.soi", Fault.NO_OPTIONS, 2),
        ("3\n1,Bus\n2,Tram\n", "a.soc", Fault.ENDS_EARLY, 3),
        ("3\nBus\n", "a.soc", Fault.NOT_A_BALLOT, 2),
        ("# CATEGORY NAME 1: Yes\n# ALTERNATIVE NAME 1: A\n1: 1,{}\n", "a.cat", Fault.TOO_MANY_CATEGORIES, 3),
        ("# CATEGORY NAME 1: Yes\n# ALTERNATIVE NAME 1: A\n1: {1,1}\n", "a.cat", Fault.OPTION_TWICE, 3),
    ],
)
def test_a_broken_file_is_named_with_its_line(text: str, name: str, fault: Fault, line: int) -> None:
    with pytest.raises(BallotsRefused) as refused:
        read(text, name)
    assert (refused.value.fault, refused.value.line) == (fault, line)


def test_two_categories_are_marks_and_three_are_grades() -> None:
    posters = poll_of(read((VOTES / "posters.cat").read_text("utf-8"), "posters.cat"))
    assert posters.cast == Marked([(0, 1), (1,), (), (1, 2, 3)], [3, 2, 2, 1])
    assert posters.rule == "approval"
    grades = poll_of(read((VOTES / "grades.cat").read_text("utf-8"), "grades.cat"))
    ballots = [((0, 3), (1, 2), (2, 1)), ((0, 1), (1, 2), (2, 3)), ((0, 2), (1, 2), (2, 1))]
    assert grades.cast == Scored(ballots, 1, 3, None, [2, 2, 1], {3: "Good", 2: "Fair", 1: "Poor"})
    assert grades.rule == "majority-judgment"


def test_orders_are_a_poll_on_numbers() -> None:
    poll = poll_of(read(SMALL))
    assert [(option.id, option.label) for option in poll.options] == [
        ("1", "Bus"), ("2", "Tram"), ("3", "Bicycle: any")
    ]  # fmt: skip
    assert (poll.cast, poll.rule) == (Ranked([((0,), (1, 2)), ((2,),), ((1,), (0,))], [3, 2, 1]), "schulze")


@pytest.mark.parametrize(
    "file", sorted(path for path in VOTES.iterdir() if "first" not in path.name), ids=lambda path: path.name
)
def test_a_file_that_was_read_and_written_is_the_same_byte_for_byte(file: Path) -> None:
    text = file.read_text("utf-8")
    assert preflib_text(read(text, file.name)) == text


NAMES = st.text(st.characters(codec="utf-8", exclude_characters="\n\r\0"), max_size=8).map(str.strip)


@st.composite
def profiles(draw: st.DrawFn) -> Profile:
    """Profiles of every type."""
    numbers = draw(st.lists(st.integers(1, 99), min_size=1, max_size=4, unique=True).map(sorted))
    alternatives = {number: draw(NAMES) for number in numbers}
    categories = draw(st.lists(NAMES, max_size=3).map(tuple))
    ballots = {}
    for count in draw(st.lists(st.integers(1, 9), min_size=1, max_size=5)):
        tiers = len(categories) or len(numbers)
        where = {number: draw(st.integers(0, tiers)) for number in numbers}
        ballot = tuple(tuple(each for each in numbers if where[each] == tier) for tier in range(tiers))
        ballots[ballot if categories else tuple(tier for tier in ballot if tier)] = count
    kind = DataType.CAT if categories else type_of(ballots, len(numbers))
    return Profile(kind, alternatives, ballots, categories, {"TITLE": draw(NAMES), "COLOUR": draw(NAMES)})


@given(profiles())
def test_whatever_is_written_is_read_again(profile: Profile) -> None:
    again = read(preflib_text(profile), f"some.{profile.data_type}")
    assert (again.data_type, again.alternatives, again.ballots, again.categories) == (
        profile.data_type,
        profile.alternatives,
        profile.ballots,
        profile.categories,
    )
    assert {key: again.header[key] for key in profile.header} == profile.header
    assert read(preflib_text(again), f"some.{profile.data_type}") == again
