"""Reading BLT files as OpenSTV, OpaVote and the Scottish elections write them."""

import re
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from icc_consult.formats.ballots.faults import Fault, Oddity
from icc_consult.formats.ballots.text import Source, whole
from icc_consult.formats.blt.election import Election, Order
from icc_consult.formats.blt.names import named
from icc_consult.formats.blt.words import Line, lines_of

MOST_CANDIDATES: Final = 10_000
_WITHDRAWN = re.compile(r"-[0-9]{1,5}")
_NUMBERS = re.compile(r"[0-9=-]+")
_PLACE = re.compile(r"[0-9]{1,5}(?:=[0-9]{1,5})*")


def read_blt(source: Source) -> Election:
    """The election in a file; raises BallotsRefused.

    A ballot ends with 0 on its own line. Skipped preferences close up; ids of ballots and comments are not
    kept.
    """
    reader = _Reader(source)
    first = True
    for line in lines_of(source):
        reader.read(line, reader.start(line) if first else 0)
        first = False
    return reader.election()


class _Mention(NamedTuple):
    """A candidate where it stands on a ballot."""

    number: int
    line: int
    column: int


NOBODY: Final = _Mention(0, 0, 0)


@dataclass(slots=True)
class _Reader:
    """One pass through a file. `beyond` is the highest candidate on a ballot that the first line denies."""

    source: Source
    first: int = 0
    candidates: int = 0
    seats: int = 0
    withdrawn: set[int] = field(default_factory=set)
    ballots: list[tuple[int, Order]] = field(default_factory=list)
    alone: dict[str, tuple[int, ...]] = field(default_factory=dict)
    shared: dict[tuple[int, ...], tuple[int, ...]] = field(default_factory=dict)
    beyond: _Mention = NOBODY
    texts: list[list[str]] = field(default_factory=list)
    end: int | None = None

    def start(self, line: Line) -> int:
        """Candidates and seats; how many words they are."""
        if len(line.words) < 2 or any(whole(word) is None for word in line.words[:2]):
            raise self.source.refused(Fault.OTHER_FORMAT, line.number, line.column(0), "4 2")
        self.first = line.number
        self.candidates = self.number(line, 0, Fault.NO_OPTIONS)
        self.seats = self.number(line, 1, Fault.OUT_OF_RANGE)
        self.alone = {str(number): (number,) for number in range(1, self.candidates + 1)}
        return 2

    def number(self, line: Line, place: int, fault: Fault) -> int:
        """A number of candidates, from one on."""
        number = self.source.number(line.words[place], line.number, line.column(place))
        if not 1 <= number <= MOST_CANDIDATES:
            worse = fault if number < 1 else Fault.OUT_OF_RANGE
            raise self.source.refused(worse, line.number, line.column(place), line.words[place])
        return number

    def read(self, line: Line, place: int) -> None:
        """What a line says from a word on."""
        while place < len(line.words) and self.end is None:
            word = line.words[place]
            if _WITHDRAWN.fullmatch(word) and self.may_withdraw(line):
                self.withdraw(line, place)
            elif word == "0":
                self.end = line.number
            elif not word.startswith("("):
                place = self.ballot(line, place)
            place += 1
        if line.words[place:]:
            self.texts.append([self.name(line, each) for each in range(place, len(line.words))])

    def name(self, line: Line, place: int) -> str:
        """A name or the title; numbers without quotation marks are a ballot after the end of ballots."""
        if place not in line.quoted and _NUMBERS.fullmatch(line.words[place]):
            raise self.source.refused(Fault.NOT_A_BALLOT, line.number, line.column(place), line.words[place])
        return line.words[place]

    def may_withdraw(self, line: Line) -> bool:
        """Before the ballots, beside the first line's numbers or on a line of their own."""
        alone = all(_WITHDRAWN.fullmatch(word) for word in line.words)
        return not self.ballots and (alone or line.number == self.first)

    def withdraw(self, line: Line, place: int) -> None:
        number = int(line.words[place][1:])
        if not 1 <= number <= self.candidates:
            raise self.source.refused(
                Fault.UNKNOWN_OPTION, line.number, line.column(place), line.words[place][1:]
            )
        self.source.note(Oddity.WITHDRAWN, line.number, line.column(place), str(number))
        self.withdrawn.add(number)

    def ballot(self, line: Line, place: int) -> int:
        """The place of the 0 that ends the ballot which begins here."""
        try:
            end = line.words.index("0", place + 1)
        except ValueError:
            raise self.source.refused(Fault.NO_ZERO, line.number, line.column(len(line.words) - 1)) from None
        count = self.source.number(line.words[place], line.number, line.column(place))
        if count < 0:
            raise self.source.refused(
                Fault.COUNT_NEGATIVE, line.number, line.column(place), line.words[place]
            )
        order = self.strict(line.words[place + 1 : end]) or self.order(line, place + 1, end)
        if count:
            self.ballots.append((count, order))
        else:
            self.source.note(Oddity.COUNTS_NOBODY, line.number, line.column(place))
        return end

    def strict(self, words: list[str]) -> Order | None:
        """An order without equal preferences, quickly; None where it is none or has a fault."""
        try:
            order = tuple([self.alone[word] for word in words])
        except KeyError:
            return None
        return order if len(set(order)) == len(order) else None

    def order(self, line: Line, start: int, end: int) -> Order:
        order: list[tuple[int, ...]] = []
        seen: set[int] = set()
        for place in range(start, end):
            word = line.words[place]
            if word == "-":
                self.source.note(Oddity.SKIPPED_RANK, line.number, line.column(place))
                continue
            if not _PLACE.fullmatch(word):
                raise self.source.refused(Fault.NOT_A_BALLOT, line.number, line.column(place), word)
            shared = tuple(sorted(map(int, word.split("="))))
            for number in shared:
                self.check(line, place, number, seen)
                seen.add(number)
            order.append(self.shared.setdefault(shared, shared))
        return tuple(order)

    def check(self, line: Line, place: int, number: int, seen: set[int]) -> None:
        if number in seen or number == 0:
            fault = Fault.OPTION_TWICE if number else Fault.UNKNOWN_OPTION
            raise self.source.refused(fault, line.number, line.column(place), str(number))
        if number > max(self.candidates, self.beyond.number):
            self.beyond = _Mention(number, line.number, line.column(place))

    def election(self) -> Election:
        last = self.source.text.rstrip().count("\n") + 1
        if not self.candidates:
            raise self.source.refused(Fault.OTHER_FORMAT, 1, 1, "4 2")
        if self.end is None:
            raise self.source.refused(Fault.ENDS_EARLY, last, 1)
        if not self.ballots:
            raise self.source.refused(Fault.NO_BALLOTS, self.end, 1)
        names, title = named(self.source, self.texts, self.candidates, self.end)
        if self.beyond.number > len(names):
            number, line, column = self.beyond
            raise self.source.refused(Fault.UNKNOWN_OPTION, line, column, str(number))
        if len(self.withdrawn) == len(names):
            raise self.source.refused(Fault.NO_OPTIONS, 1, 1)
        return Election(self.seats, names, tuple(self.ballots), title, tuple(sorted(self.withdrawn)))
