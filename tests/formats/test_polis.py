from collections.abc import Callable
from pathlib import Path
from shutil import copytree

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.formats.ballots.faults import BallotsRefused, Fault, Oddity, Remarks
from icc_consult.formats.polis.conversation import Cast, Comment, Conversation, Generation, Participant
from icc_consult.formats.polis.poll import poll_of
from icc_consult.formats.polis.reading import read_polis
from icc_consult.formats.polis.writing import polis_texts, write_polis
from icc_consult.services.polls import Opinions, Option

VOTES = Path(__file__).parents[1] / "data" / "votes"
SMALL = {
    "summary.csv": "topic,A town\nvoters,3\n",
    "comments.csv": "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,comment-body\n"
    '5,10,0,2,0,1,false,true,"More buses, please"\n6,9,1,0,1,-1,false,false,Buy now!\n'
    "7,2,1,1,1,0,TRUE,false,Me too\n",
    "votes.csv": "timestamp,datetime,comment-id,voter-id,vote\n"
    "3,,2,7,1\n4,,10,7,1\n2,,2,7,-1\n5,,2,10,0\n6,,10,10,1\n",
    "participants-votes.csv": "participant,xid,group-id,n-comments,n-votes,n-agree,n-disagree,2,10\n"
    "7,ab,0,1,2,2,0,1,1\n10,,1,0,2,1,0,0,1\n8,,,0,0,0,0,,\n",
}
ROWS = SMALL["participants-votes.csv"].partition("\n")[2]


@pytest.fixture
def town(tmp_path: Path) -> Callable[..., Path]:
    """Writes the small conversation, some files replaced or (None) left out."""

    def write(**changes: str | None) -> Path:
        for name, text in {
            **SMALL,
            **{f"{key.replace('_', '-')}.csv": text for key, text in changes.items()},
        }.items():
            if text is not None:
                (tmp_path / name).write_text(text, "utf-8")
        return tmp_path

    return write


def read(directory: Path) -> Conversation:
    return read_polis(directory, Remarks())


def oddities(directory: Path) -> list[tuple[Oddity, str, int]]:
    remarks = Remarks()
    read_polis(directory, remarks)
    return [(each.oddity, Path(each.file).name, each.line) for each in remarks.all]


def test_a_conversation_is_read_from_its_four_files(town) -> None:
    conversation = read(town())
    assert conversation.comments[1] == Comment("9", "Buy now!", "1", "0", "1", -1, timestamp="6")
    assert conversation.participants == (
        Participant("7", {"2": 1, "10": 1}, "0", "1", "ab"),
        Participant("10", {"2": 0, "10": 1}, "1"),
        Participant("8", {}),
    )
    assert conversation.history[0] == Cast("2", "7", 1, "3")
    assert conversation.summary == {"topic": "A town", "voters": "3"}
    assert oddities(town()) == []


def test_one_agrees_and_minus_one_disagrees() -> None:
    cast = poll_of(read(VOTES / "polis-first")).cast
    assert isinstance(cast, Opinions)
    said = [vote for ballot in cast.ballots for option, vote in ballot if option == 0]
    assert (said.count(1), said.count(-1)) == (29, 6)


def test_both_generations_of_one_conversation_are_the_same_poll_but_for_meta() -> None:
    first, second = (poll_of(read(VOTES / name)) for name in ("polis-first", "polis-second"))
    assert first.options == second.options
    assert isinstance(first.cast, Opinions)
    assert isinstance(second.cast, Opinions)
    assert (first.cast.people, first.cast.ballots) == (second.cast.people, second.cast.ballots)
    assert (first.cast.hidden, second.cast.hidden) == (frozenset({10}), frozenset({10}))
    assert (first.cast.meta, second.cast.meta) == (frozenset(), frozenset({11}))


def test_a_poll_has_all_comments_by_number_and_hides_what_was_moderated_out(town) -> None:
    poll = poll_of(read(town()))
    assert poll.options == (
        Option("2", "Me too"),
        Option("9", "Buy now!"),
        Option("10", "More buses, please"),
    )
    assert poll.cast == Opinions(
        ("7", "10", "8"), [((0, 1), (2, 1)), ((0, 0), (2, 1)), ()], frozenset({1}), frozenset({0})
    )


def test_without_a_matrix_the_latest_votes_count(town) -> None:
    conversation = read(town(participants_votes=None, summary=None))
    assert conversation.columns == ("2", "9", "10")
    assert conversation.participants == (
        Participant("7", {"2": 1, "10": 1}),
        Participant("10", {"2": 0, "10": 1}),
    )


def test_the_history_of_the_sample_ends_in_its_matrix(tmp_path: Path) -> None:
    whole = read(VOTES / "polis-first")
    bare = copytree(VOTES / "polis-first", tmp_path / "bare")
    (bare / "participants-votes.csv").unlink()
    replayed = {person.id: person.votes for person in read(bare).participants}
    shown = set(whole.columns)
    assert {name: {k: v for k, v in votes.items() if k in shown} for name, votes in replayed.items()} == {
        person.id: person.votes for person in whole.participants
    }


def test_only_the_votes_are_needed(town) -> None:
    poll = poll_of(read(town(comments=None, summary=None, votes=None)))
    assert poll.options == (Option("2", "2"), Option("10", "10"))


def test_the_matrix_may_have_the_name_of_the_second_generation(town, tmp_path: Path) -> None:
    directory = town()
    before = read(directory)
    (directory / "participants-votes.csv").rename(directory / "participant-votes.csv")
    assert read(directory) == before


def test_a_column_that_nobody_knows_is_told(town) -> None:
    matrix = SMALL["participants-votes.csv"].replace("n-comments", "shoe-size")
    assert oddities(town(participants_votes=matrix)) == [(Oddity.COLUMN_IGNORED, "participants-votes.csv", 1)]


def test_the_rows_are_believed_where_the_summary_says_other_voters(town) -> None:
    assert oddities(town(summary="voters,99\n")) == [(Oddity.OTHER_NUMBER, "summary.csv", 1)]


@pytest.mark.parametrize(
    ("file", "old", "new", "fault", "line", "column"),
    [
        ("participants_votes", "7,ab,0,1,2,2,0,1,1", "7,ab,0,1,2,2,0,1,2", Fault.NOT_A_VOTE, 2, 9),
        ("participants_votes", "7,ab,0,1,2,2,0,1,1", "7,ab,0,1,2,2,0,nan,1", Fault.NOT_A_VOTE, 2, 8),
        ("participants_votes", "\n10,", "\n7,", Fault.PERSON_TWICE, 3, 1),
        ("participants_votes", "\n10,", "\n,", Fault.CELL_MISSING, 3, 1),
        ("participants_votes", ",2,10\n", ",2,2\n", Fault.COLUMN_TWICE, 1, 9),
        ("participants_votes", "participant,", "person,", Fault.NO_COLUMN, 1, 10),
        ("participants_votes", ROWS, "", Fault.NO_BALLOTS, 2, 1),
        ("comments", "\n6,9,", "\n6,10,", Fault.OPTION_REPEATED, 3, 2),
        ("comments", "\n6,9,", "\n6,,", Fault.CELL_MISSING, 3, 2),
        ("comments", ",-1,", ",-2,", Fault.OUT_OF_RANGE, 3, 6),
        ("comments", 'please"', "please", Fault.OPEN_QUOTE, 2, 9),
        ("comments", "comment-body", "text", Fault.NO_COLUMN, 1, 10),
        ("votes", "4,,10,7,1", "4,,10,7,5", Fault.NOT_A_VOTE, 3, 5),
        ("votes", "4,,10,7,1", "4,,10,7,", Fault.CELL_MISSING, 3, 5),
        ("votes", "4,,10,7,1", "4,,10,,1", Fault.CELL_MISSING, 3, 4),
        ("summary", SMALL["summary.csv"], " \n", Fault.EMPTY, 1, 1),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_named_with_its_place(
    town, file: str, old: str, new: str, fault: Fault, line: int, column: int
) -> None:
    name = f"{file.replace('_', '-')}.csv"
    assert old in SMALL[name]
    with pytest.raises(BallotsRefused) as refused:
        read(town(**{file: SMALL[name].replace(old, new)}))
    error = refused.value
    assert (error.fault, Path(error.file).name, error.line, error.column) == (fault, name, line, column)


def test_a_written_conversation_is_exact() -> None:
    conversation = Conversation(
        (Comment("0", 'Say "yes", please', "4", "1", "0", 1, False, True, "0.5", "99"),),
        (Participant("4", {"0": -1}, "", "1"),),
        ("0",),
        (Cast("0", "4", -1, "100", "a day"),),
        {"topic": "Two\nlines"},
    )
    assert polis_texts(conversation) == {
        "summary.csv": 'topic,"Two\nlines"\n',
        "comments.csv": "timestamp,comment-id,author-id,agrees,disagrees,moderated,is-meta,is-seed,"
        'group-informed-consensus,comment-body\n99,0,4,1,0,1,false,true,0.5,"Say ""yes"", please"\n',
        "votes.csv": "timestamp,datetime,comment-id,voter-id,vote\n100,a day,0,4,-1\n",
        "participants-votes.csv": "participant,group-id,n-comments,n-votes,n-agree,n-disagree,0\n"
        "4,,1,1,0,1,-1\n",
    }


@pytest.mark.parametrize("name", ["polis-first", "polis-second"])
def test_a_directory_that_was_read_and_written_is_the_same_byte_for_byte(name: str) -> None:
    texts = polis_texts(read(VOTES / name))
    assert texts == {file: (VOTES / name / file).read_text("utf-8") for file in texts}


TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\r\0\x1f"), max_size=8).map(str.strip)
IDS = st.integers(0, 99).map(str)


@st.composite
def conversations(draw: st.DrawFn) -> Conversation:
    """Conversations of both generations; the first knows no seeds, no meta and no consensus."""
    generation = draw(st.sampled_from(Generation))
    second = generation is Generation.SECOND
    columns = tuple(draw(st.lists(IDS, min_size=1, max_size=4, unique=True)))
    comments = tuple(
        Comment(
            name,
            draw(TEXT),
            moderated=draw(st.integers(-1, 1)),
            is_meta=second and draw(st.booleans()),
            is_seed=second and draw(st.booleans()),
            datetime="" if second else draw(TEXT),
        )
        for name in columns
    )
    people = draw(st.lists(IDS, min_size=1, max_size=5, unique=True))
    votes = st.dictionaries(st.sampled_from(columns), st.integers(-1, 1), max_size=len(columns))
    participants = tuple(
        Participant(person, draw(votes), draw(st.sampled_from(["", "0", "1"]))) for person in people
    )
    casts = st.builds(Cast, st.sampled_from(columns), IDS, st.integers(-1, 1), IDS)
    summary = {"topic": draw(TEXT), "voters": str(len(people))}
    return Conversation(
        comments, participants, columns, tuple(draw(st.lists(casts, max_size=4))), summary, generation
    )


@given(conversation=conversations())
def test_whatever_is_written_is_read_again(tmp_path_factory, conversation: Conversation) -> None:
    directory = tmp_path_factory.mktemp("polis")
    write_polis(directory, conversation)
    assert read(directory) == conversation
