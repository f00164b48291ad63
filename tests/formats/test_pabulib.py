from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.formats.ballots.faults import BallotsRefused, Fault, Oddity
from icc_consult.formats.ballots.text import Source
from icc_consult.formats.pabulib.instance import Instance, Project, Vote, VoteType
from icc_consult.formats.pabulib.poll import poll_of
from icc_consult.formats.pabulib.reading import read_pabulib
from icc_consult.formats.pabulib.writing import pabulib_text
from icc_consult.services.polls import Dotted, Marked, Ranked, Scored

VOTES = Path(__file__).parents[1] / "data" / "votes" / "pabulib"
SMALL = """META
key; value
num_projects; 2
num_votes; 3
budget; 2 500,50
vote_type; approval
PROJECTS
project_id; cost; category
1; 600; culture, education
2; 800; sport
VOTES
voter_id; age; sex; vote
a; 34; f; 1,2
b; 51; m; 2
c; ; ;
"""


def source(text: str) -> Source:
    return Source("small.pb", text)


def read(text: str) -> Instance:
    return read_pabulib(source(text))


def oddities(text: str) -> list[tuple[Oddity, int, int]]:
    given = source(text)
    read_pabulib(given)
    return [(each.oddity, each.line, each.column) for each in given.remarks.all]


def with_type(vote_type: str, votes: str, meta: str = "") -> str:
    head = SMALL.partition("VOTES\n")[0].replace("approval\n", f"{vote_type}\n{meta}")
    return f"{head}VOTES\n{votes}"


def test_a_budget_is_read_with_all_its_columns() -> None:
    instance = read(SMALL)
    assert instance.meta == {
        "num_projects": "2", "num_votes": "3", "budget": "2 500,50", "vote_type": "approval"
    }  # fmt: skip
    assert instance.projects == (
        Project("1", Decimal(600), ("culture, education",)),
        Project("2", Decimal(800), ("sport",)),
    )
    assert instance.votes == (
        Vote("a", ("1", "2"), (), ("34", "f")),
        Vote("b", ("2",), (), ("51", "m")),
        Vote("c", (), (), ("", "")),
    )
    assert poll_of(instance).budget == Decimal("2500.50")


@pytest.mark.parametrize(
    "change",
    [
        lambda text: text.replace("META", "Meta;;").replace("VOTES", "votes;;;"),
        lambda text: text.replace("key; value\n", ""),
        lambda text: text.replace("\nPROJECTS", "\n\n;;\nPROJECTS"),
        lambda text: "VOTES" + text.partition("VOTES")[2] + text.partition("VOTES")[0],
        lambda text: text.replace("project_id; cost; category", "PROJECT_ID; Cost; Category;;"),
        lambda text: text.replace("1,2\n", "1, 2,\n"),
        lambda text: text.replace("; ", ";"),
    ],
)
def test_the_same_budget_in_another_dress_is_the_same(change) -> None:
    assert change(SMALL) != SMALL
    assert read(change(SMALL)) == read(SMALL)


def test_a_budget_that_a_spreadsheet_saved_with_commas_is_the_same() -> None:
    text = SMALL.replace("2 500,50", "2500.50").replace("1,2", '"1,2"').replace("culture, education", "both")
    assert read(text.replace("; ", ",").replace(";", ",")).votes == read(text).votes


def test_keys_that_nobody_knows_are_kept() -> None:
    assert read((VOTES / "village.pb").read_text("utf-8")).meta["weather"] == "fine"


def test_names_with_semicolons_and_quotation_marks_are_whole() -> None:
    instance = read((VOTES / "village.pb").read_text("utf-8"))
    assert [instance.name(project) for project in instance.projects] == [
        "Benches by the river",
        "Playground; with a slide",
        "Street lamps",
        'The "Corner" library',
    ]


def test_lines_are_counted_across_a_cell_of_several_lines() -> None:
    with pytest.raises(BallotsRefused) as refused:
        read(SMALL.replace("culture, education", '"culture\nand\neducation"').replace("m; 2", "m; 9"))
    assert (refused.value.line, refused.value.column) == (16, 4)


def test_a_project_marked_twice_is_marked_once() -> None:
    text = SMALL.replace("m; 2\n", "m; 2,1,2\n")
    assert read(text).votes[1].projects == ("2", "1")
    assert oddities(text) == [(Oddity.NO_VOTE, 15, 4), (Oddity.MARKED_TWICE, 14, 4)][::-1]


def test_a_row_without_a_vote_is_a_participant() -> None:
    assert read(SMALL.replace("c; ; ;\n", "c\n")).votes[2].projects == ()


def test_the_ballots_are_believed_where_the_header_says_other_numbers() -> None:
    given = source(SMALL.replace("num_votes; 3", "num_votes; 99"))
    assert read_pabulib(given).meta["num_votes"] == "3"
    [lie] = [each for each in given.remarks.all if each.oddity is Oddity.OTHER_NUMBER]
    assert (lie.line, lie.column, lie.detail, lie.stated, lie.found) == (4, 2, "num_votes", "99", "3")


def test_a_column_of_votes_that_is_wrong_is_told() -> None:
    text = (VOTES / "village.pb").read_text("utf-8")
    assert oddities(text) == []
    assert oddities(text.replace(";6;1", ";7;1").replace(";6;0", ";8;0")) == [(Oddity.OTHER_NUMBER, 18, 5)]


def test_a_threshold_that_is_not_applied_is_told() -> None:
    text = SMALL.replace("vote_type", "min_project_score_threshold; 2\nvote_type")
    assert (Oddity.NOT_APPLIED, 6, 1) in oddities(text)


def test_a_voter_who_stands_there_twice_is_told() -> None:
    assert (Oddity.VOTER_TWICE, 14, 1) in oddities(SMALL.replace("b; 51", "a; 51"))


REFUSED = [
    ("META\n", "", Fault.OTHER_FORMAT, 1, 1),
    ("VOTES\nvoter_id; age; sex; vote", "", Fault.NO_SECTION, 14, 1),
    ("PROJECTS\n", "VOTES\n", Fault.SECTION_TWICE, 11, 1),
    ("vote_type; approval\n", "", Fault.NO_KEY, 1, 1),
    ("approval", "acclamation", Fault.UNKNOWN_VOTE_TYPE, 6, 2),
    ("2 500,50", "0", Fault.BUDGET_NOT_POSITIVE, 5, 2),
    ("2 500,50", "NaN", Fault.NOT_A_NUMBER, 5, 2),
    ("2 500,50", "1e9", Fault.NOT_A_NUMBER, 5, 2),
    ("vote_type", "budget; 7\nvote_type", Fault.KEY_TWICE, 6, 1),
    ("600", "0", Fault.COST_NOT_POSITIVE, 9, 2),
    ("600", "-5", Fault.COST_NOT_POSITIVE, 9, 2),
    ("600", "nan", Fault.NOT_A_NUMBER, 9, 2),
    ("600", "", Fault.CELL_MISSING, 9, 2),
    ("2; 800", "1; 800", Fault.OPTION_REPEATED, 10, 1),
    ("2; 800", "; 800", Fault.CELL_MISSING, 10, 1),
    ("; cost;", "; price;", Fault.NO_COLUMN, 8, 4),
    ("; sex;", "; age;", Fault.COLUMN_TWICE, 12, 3),
    ("sport", "sport; much", Fault.CELL_EXTRA, 10, 4),
    ("m; 2", "m; 9", Fault.UNKNOWN_OPTION, 14, 4),
    ("m; 2", 'm; "2', Fault.OPEN_QUOTE, 14, 4),
    ("a; 34; f; 1,2\nb; 51; m; 2\nc; ; ;\n", "", Fault.NO_BALLOTS, 12, 1),
    ("1; 600; culture, education\n2; 800; sport\n", "", Fault.NO_OPTIONS, 8, 1),
]


@pytest.mark.parametrize(("old", "new", "fault", "line", "column"), REFUSED)
def test_what_cannot_be_used_is_named_with_its_place(
    old: str, new: str, fault: Fault, line: int, column: int
) -> None:
    assert old in SMALL
    with pytest.raises(BallotsRefused) as refused:
        read(SMALL.replace(old, new, 1))
    assert (refused.value.fault, refused.value.line, refused.value.column) == (fault, line, column)


REFUSED_BY_TYPE = [
    ("ordinal", "voter_id;vote\na;1,1\n", "", Fault.OPTION_TWICE, 13, 2),
    ("choose-1", "voter_id;vote\na;1,2\n", "", Fault.NOT_A_BALLOT, 13, 2),
    ("cumulative", "voter_id;vote\na;1\n", "", Fault.NO_COLUMN, 12, 3),
    ("cumulative", "voter_id;vote;points\na;1,2;5\n", "", Fault.POINTS_DO_NOT_MATCH, 13, 3),
    ("cumulative", "voter_id;vote;points\na;1;x\n", "", Fault.NOT_A_NUMBER, 13, 3),
    ("cumulative", "voter_id;vote;points\na;1;2.5\n", "", Fault.NOT_WHOLE, 13, 3),
    ("cumulative", "voter_id;vote;points\na;1;-1\n", "", Fault.OUT_OF_RANGE, 13, 3),
    ("cumulative", "voter_id;vote;points\na;1;9999999999\n", "", Fault.OUT_OF_RANGE, 13, 3),
    ("cumulative", "voter_id;vote;points\na;1,2;4,3\n", "max_sum_points;6\n", Fault.TOO_MANY_POINTS, 14, 3),
    ("scoring", "voter_id;vote;points\na;1;7\n", "max_points;6\n", Fault.OUT_OF_RANGE, 14, 3),
]


@pytest.mark.parametrize(("vote_type", "votes", "meta", "fault", "line", "column"), REFUSED_BY_TYPE)
def test_what_a_vote_type_forbids_is_named_with_its_place(
    vote_type: str, votes: str, meta: str, fault: Fault, line: int, column: int
) -> None:
    with pytest.raises(BallotsRefused) as refused:
        read(with_type(vote_type, votes, meta))
    assert (refused.value.fault, refused.value.line, refused.value.column) == (fault, line, column)


def test_approvals_are_marks_under_the_rule_that_meta_names() -> None:
    assert poll_of(read(SMALL)).cast == Marked([(0, 1), (1,), ()])
    assert poll_of(read(SMALL)).rule == "equal-shares"
    assert poll_of(read(SMALL.replace("vote_type", "rule; Greedy\nvote_type"))).rule == "greedy"
    assert poll_of(read(SMALL.replace("approval", "choose-1").replace("1,2", "1"))).rule == "equal-shares"


@pytest.mark.parametrize(("rule", "stops"), [("greedy", False), ("greedy-no-skip", True), ("unknown", False)])
def test_a_list_that_ends_at_the_first_dear_project_is_known_by_its_rule(rule: str, stops: bool) -> None:
    assert poll_of(read(SMALL.replace("vote_type", f"rule; {rule}\nvote_type"))).stops is stops


@pytest.mark.parametrize("rule", ["greedy-exclusive", "greedy-custom"])
def test_a_rule_that_is_not_known_here_is_told(rule: str) -> None:
    text = SMALL.replace("vote_type", f"rule; {rule}\nvote_type")
    assert oddities(text)[0] == (Oddity.NOT_APPLIED, 6, 2)


@pytest.mark.parametrize(("cost", "fault"), [("9" * 40, Fault.OUT_OF_RANGE), ("many", Fault.NOT_A_NUMBER)])
def test_a_number_that_is_too_large_is_not_called_none(cost: str, fault: Fault) -> None:
    with pytest.raises(BallotsRefused) as refused:
        read(SMALL.replace("1; 600;", f"1; {cost};"))
    assert (refused.value.fault, refused.value.detail) == (fault, cost)


def test_ordinal_votes_are_orders() -> None:
    poll = poll_of(read(with_type("ordinal", "voter_id;vote\na;2,1\nb;1\n")))
    assert (poll.cast, poll.rule) == (Ranked([((1,), (0,)), ((0,),)]), "borda")


def test_cumulative_votes_are_dots() -> None:
    poll = poll_of(read(with_type("cumulative", "voter_id;vote;points\na;2,1;4,3\nb;1;1\n")))
    assert (poll.cast, poll.rule) == (Dotted([((0, 3), (1, 4)), ((0, 1),)], 7), "dots")


def test_a_project_that_a_scoring_vote_leaves_out_has_the_default_score() -> None:
    poll = poll_of(
        read(with_type("scoring", "voter_id;vote;points\na;2;4\n", "min_points;1\ndefault_score;-3\n"))
    )
    assert (poll.cast, poll.rule) == (Scored([((1, 4),)], -3, 4, -3), "score")


def test_a_written_budget_is_exact() -> None:
    instance = Instance(
        {"description": 'A "big"; one', "num_votes": "9", "budget": "10.50"},
        (Project("1", Decimal("2E+3"), ("a;b",)),),
        (Vote("v", ("1",), (), ()), Vote("", (), (), ())),
        VoteType.CHOOSE_ONE,
        ("project_id", "name", "cost"),
        ("voter_id", "vote"),
    )
    assert pabulib_text(instance) == (
        'META\nkey;value\ndescription;"A ""big""; one"\nnum_votes;2\nbudget;10.50\nnum_projects;1\n'
        'vote_type;choose-1\nPROJECTS\nproject_id;name;cost\n1;"a;b";2000\nVOTES\nvoter_id;vote\nv;1\n;\n'
    )


@pytest.mark.parametrize("file", sorted(VOTES.glob("*.pb")), ids=lambda path: path.name)
def test_a_file_that_was_read_and_written_is_the_same_byte_for_byte(file: Path) -> None:
    text = file.read_text("utf-8")
    assert pabulib_text(read(text)) == text


CELL = st.text(st.characters(codec="utf-8", exclude_characters="\r\0\x1f"), max_size=8).map(str.strip)
VOTER = st.text("abc123", min_size=1, max_size=4)


@st.composite
def instances(draw: st.DrawFn) -> Instance:
    """Budgets of every vote type, with cells of any kind in the other columns."""
    vote_type = draw(st.sampled_from(VoteType))
    ids = draw(st.lists(st.text("abcdef0123", min_size=1, max_size=3), min_size=1, max_size=4, unique=True))
    most = 1 if vote_type is VoteType.CHOOSE_ONE else len(ids)
    lists = st.lists(st.sampled_from(ids), max_size=most, unique=True).map(tuple)
    votes = []
    for voter in draw(st.lists(VOTER, min_size=1, max_size=5)):
        projects = draw(lists)
        points = tuple(draw(st.integers(0, 9)) for _ in projects) if vote_type.has_points else ()
        votes.append(Vote(voter, projects, points, (draw(CELL),)))
    columns = ("voter_id", "note", "vote", *(("points",) if vote_type.has_points else ()))
    meta = {"budget": "7", "vote_type": vote_type.value, "note": draw(CELL).rstrip("; ")}
    costs = st.decimals(min_value=Decimal("0.01"), max_value=10**9, places=2)
    projects_all = tuple(Project(name, draw(costs), (draw(CELL),)) for name in ids)
    return Instance(meta, projects_all, tuple(votes), vote_type, ("project_id", "name", "cost"), columns)


@given(instances())
def test_whatever_is_written_is_read_again(instance: Instance) -> None:
    again = read(pabulib_text(instance))
    numbers = {"num_projects": str(len(instance.projects)), "num_votes": str(len(instance.votes))}
    assert again == Instance(
        {**instance.meta, **numbers},
        instance.projects,
        instance.votes,
        instance.vote_type,
        instance.project_columns,
        instance.vote_columns,
    )
    assert read(pabulib_text(again)) == again
