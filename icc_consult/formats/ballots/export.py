"""Our own export as polls: `answers.csv` and `codebook.csv` of one directory (see `formats.csv`)."""

import re
from collections.abc import Callable, Iterator
from decimal import Decimal
from pathlib import Path
from typing import Final, TypeVar

from icc_consult.domain.ballot import Vote
from icc_consult.domain.response import AnswerState
from icc_consult.formats.ballots.codebook import CODEBOOK, STATEMENTS, Codebook, Entry, read_codebook
from icc_consult.formats.ballots.faults import BallotsRefused, Fault, Remarks
from icc_consult.formats.ballots.tables import Row, Table, table_in
from icc_consult.formats.ballots.text import read_source
from icc_consult.services.polls import (
    Cast,
    Dotted,
    Duelled,
    Mark,
    Marked,
    Numbers,
    Opinions,
    Option,
    Poll,
    Ranked,
    Ranking,
    Scored,
)

__all__ = ["ANSWERS", "CODEBOOK", "STATEMENTS", "is_export", "read_export"]

ANSWERS: Final = "answers.csv"
ANSWERED: Final = AnswerState.ANSWERED.value
VOTES: Final = {Vote.AGREE.value: 1, Vote.DISAGREE.value: -1, Vote.UNSURE.value: 0}
RULE_OF: Final = {
    "approval": "approval",
    "ranking": "schulze",
    "judgment": "majority-judgment",
    "score": "score",
    "dots": "dots",
    "budget": "equal-shares",
    "pairwise": "pairwise",
}
"""The rule that counts a kind of paper where nobody asks for another."""

_NUMERAL = re.compile(r"-?\d{1,9}")
_DUEL = re.compile(r"(.+?)([<>=])(.+)")
_Ballot = TypeVar("_Ballot")


def is_export(directory: Path) -> bool:
    """Whether the directory holds answers of this program."""
    return all((directory / name).is_file() for name in (ANSWERS, CODEBOOK))


def read_export(directory: Path, remarks: Remarks) -> tuple[Poll, ...]:
    """Every ballot paper and ranked question, and the statements of each paper; raises BallotsRefused.

    Whoever answered a paper has cast a ballot on it, with marks or without; whoever voted on a statement
    takes part in the statements, under the number of the row.
    """
    book = read_codebook(directory, remarks)
    return polls_in(book, table_in(read_source(directory / ANSWERS, remarks), named=str))


def polls_in(book: Codebook, answers: Table) -> tuple[Poll, ...]:
    """The same, of tables wherever they come from."""
    polls = [_poll(answers, entry) for entry in book.entries.values() if entry.options]
    polls += [_opinions(answers, paper, options) for paper, options in book.statements.items()]
    if not polls:
        raise book.table.source.refused(Fault.NO_OPTIONS, book.table.line, 1)
    if not any(poll.cast.ballots for poll in polls):
        raise answers.source.refused(Fault.NO_BALLOTS, answers.line + 1, 1)
    return tuple(polls)


def _poll(table: Table, entry: Entry) -> Poll:
    purse = Decimal(entry.value) if entry.kind == "budget" else None
    return Poll(entry.name, tuple(entry.options), _cast(table, entry), RULE_OF[entry.kind], budget=purse)


def _cast(table: Table, entry: Entry) -> Cast:
    match entry.kind:
        case "approval" | "budget":
            return Marked(_ballots(table, entry, _marks))
        case "ranking":
            return Ranked(_ballots(table, entry, _ranks))
        case "judgment":
            grades = entry.grades
            most = max(1, len(grades) - 1)
            return Scored(_ballots(table, entry, _numbers(grades)), 0, most, words=entry.words)
        case "score":
            numbers = {code: int(code) for code in entry.grades if _NUMERAL.fullmatch(code)}
            least, most = min(numbers.values(), default=0), max(numbers.values(), default=1)
            return Scored(_ballots(table, entry, _numbers(numbers)), least, most)
        case "dots":
            counts = {str(number): number for number in range(1, entry.value + 1)}
            return Dotted(
                _ballots(table, entry, _within(_numbers({"0": 0, **counts}), entry.value)), entry.value
            )
    return Duelled(_duels(table, entry))


def _ballots(table: Table, entry: Entry, read: Callable[[Table, Row, list[int]], _Ballot]) -> list[_Ballot]:
    """The ballot of everybody who answered, read from the columns of the options."""
    state = table.place(f"{entry.name}__state")
    places = [table.place(f"{entry.name}__{option.id}") for option in entry.options]
    return [read(table, row, places) for row in table.rows if row.cells[state] == ANSWERED]


def _not_a_vote(table: Table, row: Row, place: int) -> BallotsRefused:
    return table.source.refused(Fault.NOT_A_VOTE, row.line, place + 1, row.cells[place])


def _marks(table: Table, row: Row, places: list[int]) -> Mark:
    for place in places:
        if row.cells[place] not in ("0", "1"):
            raise _not_a_vote(table, row, place)
    return tuple(option for option, place in enumerate(places) if row.cells[place] == "1")


def _ranks(table: Table, row: Row, places: list[int]) -> Ranking:
    ranks: dict[int, list[int]] = {}
    for option, place in enumerate(places):
        text = row.cells[place]
        if text and not (_NUMERAL.fullmatch(text) and int(text) > 0):
            raise _not_a_vote(table, row, place)
        if text:
            ranks.setdefault(int(text), []).append(option)
    return tuple(tuple(ranks[rank]) for rank in sorted(ranks))


def _numbers(known: dict[str, int]) -> Callable[[Table, Row, list[int]], Numbers]:
    def read(table: Table, row: Row, places: list[int]) -> Numbers:
        for place in places:
            if row.cells[place] and row.cells[place] not in known:
                raise _not_a_vote(table, row, place)
        given = [(option, row.cells[place]) for option, place in enumerate(places)]
        return tuple((option, known[text]) for option, text in given if text)

    return read


def _within(
    numbers: Callable[[Table, Row, list[int]], Numbers], most: int
) -> Callable[[Table, Row, list[int]], Numbers]:
    def read(table: Table, row: Row, places: list[int]) -> Numbers:
        given = numbers(table, row, places)
        total = sum(number for _, number in given)
        if total > most:
            raise table.source.refused(
                Fault.TOO_MANY_POINTS, row.line, places[0] + 1, stated=str(most), found=str(total)
            )
        return given

    return read


def _duels(table: Table, entry: Entry) -> list[tuple[tuple[int, int, int], ...]]:
    state, place = table.place(f"{entry.name}__state"), table.place(entry.name)
    on_paper = {option.id: index for index, option in enumerate(entry.options)}
    signs = {">": 1, "<": -1, "=": 0}
    ballots = []
    for row in table.rows:
        if row.cells[state] != ANSWERED:
            continue
        found = [_DUEL.fullmatch(word) for word in row.cells[place].split()]
        if not all(one and {one[1], one[3]} <= set(on_paper) and one[1] != one[3] for one in found):
            raise _not_a_vote(table, row, place)
        ballots.append(tuple((on_paper[one[1]], on_paper[one[3]], signs[one[2]]) for one in found if one))
    return ballots


def _opinions(table: Table, paper: str, options: list[Option]) -> Poll:
    places = [(table.place(option.id), table.place(f"{option.id}__state")) for option in options]
    people, ballots = [], []
    for number, row in enumerate(table.rows, start=1):
        if votes := tuple(_votes(table, row, places)):
            people.append(str(number))
            ballots.append(votes)
    return Poll(paper, tuple(options), Opinions(tuple(people), ballots), "agreement")


def _votes(table: Table, row: Row, places: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    for option, (place, state) in enumerate(places):
        if row.cells[state] == ANSWERED:
            if row.cells[place] not in VOTES:
                raise _not_a_vote(table, row, place)
            yield option, VOTES[row.cells[place]]
