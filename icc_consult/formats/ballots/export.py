"""Our own export as polls: `answers.csv` and `codebook.csv` of one directory (see `formats.csv`)."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from icc_consult.domain.ballot import Vote
from icc_consult.domain.response import AnswerState
from icc_consult.formats.ballots.faults import Fault, Remarks
from icc_consult.formats.ballots.tables import Row, Table, table_in
from icc_consult.formats.ballots.text import read_source
from icc_consult.services.polls import Mark, Marked, Opinions, Option, Poll

ANSWERS, CODEBOOK = "answers.csv", "codebook.csv"
STATEMENTS: Final = "statements"
"""The name of the question that all statements of a consultation are together."""

ANSWERED: Final = AnswerState.ANSWERED.value
VOTES: Final = {Vote.AGREE.value: 1, Vote.DISAGREE.value: -1, Vote.UNSURE.value: 0}
_GUARDED = re.compile(r"'[=+\-@\t\r＝＋－＠]")


def is_export(directory: Path) -> bool:
    """Whether the directory holds answers of this program."""
    return all((directory / name).is_file() for name in (ANSWERS, CODEBOOK))


def read_export(directory: Path, remarks: Remarks) -> tuple[Poll, ...]:
    """Every approval paper, and the statements as one more question; raises BallotsRefused.

    Whoever answered an approval paper has cast a ballot on it, with marks or without; whoever voted on a
    statement takes part in the statements, under the number of the row.
    """
    book = _Codebook(table_in(read_source(directory / CODEBOOK, remarks)))
    answers = table_in(read_source(directory / ANSWERS, remarks), named=str)
    polls = [_approval(answers, name, options) for name, options in book.papers.items()]
    if book.statements:
        polls.append(_opinions(answers, book.statements))
    if not polls:
        raise book.table.source.refused(Fault.NO_OPTIONS, book.table.line, 1)
    if not any(poll.cast.ballots for poll in polls):
        raise answers.source.refused(Fault.NO_BALLOTS, answers.line + 1, 1)
    return tuple(polls)


@dataclass(slots=True)
class _Codebook:
    """The approval papers with their topics, and the statements."""

    table: Table
    papers: dict[str, list[Option]] = field(default_factory=dict)
    statements: list[Option] = field(default_factory=list)

    def __post_init__(self) -> None:
        name, kind, code = (self.table.place(each) for each in ("name", "kind", "code"))
        self.table.place("column")
        for row in self.table.rows:
            if row.cells[kind] == "statement" and not row.cells[code]:
                self.statements.append(Option(row.cells[name], self.label(row, row.cells[name])))
            elif row.cells[kind] == "approval" and row.cells[code]:
                option = Option(row.cells[code], self.label(row, row.cells[code]))
                self.papers.setdefault(row.cells[name], []).append(option)

    def label(self, row: Row, otherwise: str) -> str:
        """The text in the first language that has one."""
        first = self.table.place("code") + 1
        text = next((cell for cell in row.cells[first:] if cell), otherwise)
        return text[1:] if _GUARDED.match(text) else text


def _approval(table: Table, paper: str, options: list[Option]) -> Poll:
    state = table.place(f"{paper}__state")
    places = [table.place(f"{paper}__{option.id}") for option in options]
    ballots = [_marks(table, row, places) for row in table.rows if row.cells[state] == ANSWERED]
    return Poll(paper, tuple(options), Marked(ballots), "approval")


def _marks(table: Table, row: Row, places: list[int]) -> Mark:
    for place in places:
        if row.cells[place] not in ("0", "1"):
            raise table.source.refused(Fault.NOT_A_VOTE, row.line, place + 1, row.cells[place])
    return tuple(option for option, place in enumerate(places) if row.cells[place] == "1")


def _opinions(table: Table, options: list[Option]) -> Poll:
    places = [(table.place(option.id), table.place(f"{option.id}__state")) for option in options]
    people, ballots = [], []
    for number, row in enumerate(table.rows, start=1):
        if votes := tuple(_votes(table, row, places)):
            people.append(str(number))
            ballots.append(votes)
    return Poll(STATEMENTS, tuple(options), Opinions(tuple(people), ballots), "agreement")


def _votes(table: Table, row: Row, places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for option, (place, state) in enumerate(places):
        if row.cells[state] == ANSWERED:
            if row.cells[place] not in VOTES:
                raise table.source.refused(Fault.NOT_A_VOTE, row.line, place + 1, row.cells[place])
            yield option, VOTES[row.cells[place]]
