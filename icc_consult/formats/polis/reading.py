"""Reading a Polis export directory of either generation."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from icc_consult.formats.ballots.faults import BallotsRefused, Fault, Oddity, Remarks
from icc_consult.formats.ballots.tables import Row, Table, ignore_column, rows_of, table_in
from icc_consult.formats.ballots.text import read_source, whole
from icc_consult.formats.polis.conversation import Cast, Comment, Conversation, Generation, Participant
from icc_consult.formats.polis.names import COMMENTS, COUNTS, MATRIX, SUMMARY, VOTES

LEADING: Final = ("participant", "xid", "group-id", *COUNTS)
TRUE: Final = ("true", "1", "t", "yes")


def is_polis(directory: Path) -> bool:
    """Whether the directory holds the votes of a Polis export."""
    return any((directory / name).is_file() for name in (*MATRIX, VOTES))


def read_polis(directory: Path, remarks: Remarks) -> Conversation:
    """The conversation in a directory; raises BallotsRefused.

    The matrix is read from `participants-votes.csv`, or worked out from `votes.csv` where there is none; the
    other files may be missing.
    """
    comments, generation = _comments(directory, remarks)
    history = _history(directory, remarks)
    known = frozenset(comment.id for comment in comments)
    matrix = next((directory / name for name in MATRIX if (directory / name).is_file()), None)
    if matrix is None:
        columns, participants, has_xids = *_replayed(history, known), False
    else:
        columns, participants, has_xids = _Matrix(table_in(read_source(matrix, remarks)), known).read()
    place = matrix or directory / VOTES
    if not participants:
        raise BallotsRefused(Fault.NO_BALLOTS, str(place), 2, 1)
    if not columns and not comments:
        raise BallotsRefused(Fault.NO_OPTIONS, str(place), 1, 1)
    summary = _summary(directory, remarks, len(participants))
    return Conversation(comments, participants, columns, history, summary, generation, has_xids)


def _comments(directory: Path, remarks: Remarks) -> tuple[tuple[Comment, ...], Generation]:
    path = directory / COMMENTS
    if not path.is_file():
        return (), Generation.SECOND
    table = table_in(read_source(path, remarks))
    generation = Generation.SECOND if "is-meta" in table.columns else Generation.FIRST
    found: dict[str, Comment] = {}
    place = table.place("comment-id")
    table.place("comment-body")
    for row in table.rows:
        comment = _comment(table, row)
        if not comment.id:
            raise table.source.refused(Fault.CELL_MISSING, row.line, place + 1, "comment-id")
        if comment.id in found:
            raise table.source.refused(Fault.OPTION_REPEATED, row.line, place + 1, comment.id)
        found[comment.id] = comment
    return tuple(found.values()), generation


def _comment(table: Table, row: Row) -> Comment:
    cells = dict(zip(table.columns, row.cells, strict=True))
    stated = cells.get("moderated", "") or "0"
    if (moderated := whole(stated)) not in (-1, 0, 1):
        raise table.source.refused(Fault.OUT_OF_RANGE, row.line, table.place("moderated") + 1, stated)
    return Comment(
        cells["comment-id"],
        cells["comment-body"],
        cells.get("author-id", ""),
        cells.get("agrees", ""),
        cells.get("disagrees", ""),
        moderated or 0,
        cells.get("is-meta", "").lower() in TRUE,
        cells.get("is-seed", "").lower() in TRUE,
        cells.get("group-informed-consensus", ""),
        cells.get("timestamp", ""),
        cells.get("datetime", ""),
    )


def _history(directory: Path, remarks: Remarks) -> tuple[Cast, ...]:
    path = directory / VOTES
    return tuple(_casts(table_in(read_source(path, remarks)))) if path.is_file() else ()


def _casts(table: Table) -> Iterator[Cast]:
    comment, voter, vote = table.place("comment-id"), table.place("voter-id"), table.place("vote")
    timestamp, datetime = table.place_if_any("timestamp"), table.place_if_any("datetime")
    for row in table.rows:
        cells = row.cells
        given = _vote(table, row, vote)
        if given is None or not cells[comment] or not cells[voter]:
            missing = next(place for place in (comment, voter, vote) if not cells[place])
            raise table.source.refused(Fault.CELL_MISSING, row.line, missing + 1, table.columns[missing])
        times = ("" if place is None else cells[place] for place in (timestamp, datetime))
        yield Cast(cells[comment], cells[voter], given, *times)


def _vote(table: Table, row: Row, place: int) -> int | None:
    """The vote in a cell; None where it is empty."""
    if not (text := row.cells[place]):
        return None
    if (vote := whole(text)) not in (-1, 0, 1):
        raise table.source.refused(Fault.NOT_A_VOTE, row.line, place + 1, text)
    return vote


def in_order(ids: Iterator[str] | frozenset[str]) -> tuple[str, ...]:
    """Ids that are numbers by their size, then the others."""
    return tuple(sorted(ids, key=lambda each: (not each.isdecimal(), len(each), each)))


def _replayed(
    history: tuple[Cast, ...], known: frozenset[str]
) -> tuple[tuple[str, ...], tuple[Participant, ...]]:
    """The matrix after all votes; of several on one comment the latest counts."""
    votes: dict[str, dict[str, int]] = {}
    for cast in sorted(history, key=lambda cast: whole(cast.timestamp) or 0):
        votes.setdefault(cast.voter, {})[cast.comment] = cast.vote
    columns = in_order(known | {cast.comment for cast in history})
    people = in_order(frozenset(votes))
    return columns, tuple(Participant(person, votes[person]) for person in people)


@dataclass(frozen=True, slots=True)
class _Matrix:
    """`participants-votes.csv`."""

    table: Table
    known: frozenset[str]

    def read(self) -> tuple[tuple[str, ...], tuple[Participant, ...], bool]:
        columns = dict(self.columns())
        person = self.table.place("participant")
        found: dict[str, Participant] = {}
        for row in self.table.rows:
            name = row.cells[person]
            if not name:
                raise self.table.source.refused(Fault.CELL_MISSING, row.line, person + 1, "participant")
            if name in found:
                raise self.table.source.refused(Fault.PERSON_TWICE, row.line, person + 1, name)
            found[name] = self.participant(row, name, columns)
        return tuple(columns.values()), tuple(found.values()), "xid" in self.table.columns

    def columns(self) -> Iterator[tuple[int, str]]:
        for place, name in enumerate(self.table.columns):
            if name in self.known or (name.isdecimal() and name not in LEADING):
                yield place, name
            elif name not in LEADING:
                ignore_column(self.table, place)

    def participant(self, row: Row, name: str, columns: Mapping[int, str]) -> Participant:
        votes = {
            comment: vote
            for place, comment in columns.items()
            if (vote := _vote(self.table, row, place)) is not None
        }
        group, comments, xid = (self.cell(row, each) for each in ("group-id", "n-comments", "xid"))
        return Participant(name, votes, group, comments or "0", xid)

    def cell(self, row: Row, column: str) -> str:
        place = self.table.place_if_any(column)
        return "" if place is None else row.cells[place]


def _summary(directory: Path, remarks: Remarks, voters: int) -> Mapping[str, str]:
    path = directory / SUMMARY
    if not path.is_file():
        return {}
    source = read_source(path, remarks)
    found: dict[str, str] = {}
    for row in rows_of(source, ","):
        key, *rest = row.cells
        if key in found:
            source.note(Oddity.KEY_TWICE, row.line, 1, key)
        found[key] = ",".join(rest)
        if key == "voters":
            source.expect("voters", found[key], voters, row.line, 2)
    return found
