"""The two generations of headers in PrefLib's files."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import chain
from typing import Final, NamedTuple

from icc_consult.formats.ballots.faults import Fault, Oddity
from icc_consult.formats.ballots.text import Source

NUMBERS: Final = {
    "NUMBER ALTERNATIVES": "alternatives",
    "NUMBER VOTERS": "voters",
    "NUMBER UNIQUE ORDERS": "preferences",
    "NUMBER UNIQUE PREFERENCES": "preferences",
    "NUMBER CATEGORIES": "categories",
}
MOST_ALTERNATIVES: Final = 10_000
_FIELD = re.compile(r"#\s*([^:]+?)\s*:\s*(.*)")
_NAMED = re.compile(r"(ALTERNATIVE|CATEGORY) NAME ([0-9]{1,9})")
_SUMS = re.compile(r"\s*([0-9]+)\s*,\s*([0-9]+)\s*,\s*([0-9]+)\s*,?\s*")
_OLD_NAME = re.compile(r"\s*([0-9]{1,9})\s*,(.*)")


class Line(NamedTuple):
    """A line with its number, and the column that its text begins in."""

    number: int
    column: int
    text: str


@dataclass(slots=True)
class Header:
    """What stands above the ballots. `stated` are the numbers that the file gives about itself, with lines.

    `mark` stands between the count and the preference on every line of ballots.
    """

    source: Source
    mark: str = ":"
    alternatives: dict[int, str] = field(default_factory=dict)
    categories: dict[int, str] = field(default_factory=dict)
    stated: dict[str, tuple[str, int]] = field(default_factory=dict)
    rest: dict[str, str] = field(default_factory=dict)

    def name(self, kind: str, number: int, name: str, line: int) -> None:
        """Remember a name; raises OPTION_REPEATED where the number has one."""
        names = self.alternatives if kind == "ALTERNATIVE" else self.categories
        if number in names:
            raise self.source.refused(Fault.OPTION_REPEATED, line, 1, str(number))
        names[number] = name

    def complete(self) -> None:
        """Give alternatives that the header counts and does not name their number as a name."""
        stated, line = self.stated.get("alternatives", ("", 0))
        if not stated:
            return
        count = self.source.number(stated, line, 1)
        if count > MOST_ALTERNATIVES:
            raise self.source.refused(Fault.OUT_OF_RANGE, line, 1, stated)
        if len(self.alternatives) > count:
            self.source.expect("NUMBER ALTERNATIVES", stated, len(self.alternatives), line)
        for number in range(1, count + 1):
            if number not in self.alternatives and len(self.alternatives) < count:
                self.source.note(Oddity.NAMELESS, line, 1, str(number))
                self.alternatives[number] = str(number)


def read_header(source: Source) -> tuple[Header, Iterator[Line]]:
    """The header and the lines of ballots below it, of whichever generation."""
    lines = _lines(source)
    header = Header(source)
    first = next(lines)
    if first.text.startswith("#"):
        ballots = _with_fields(header, chain([first], lines))
    elif re.fullmatch(r"[0-9]{1,9}\s*,*", first.text):
        ballots = _first_generation(header, first, lines)
    else:
        raise source.refused(Fault.OTHER_FORMAT, first.number, 1, "# FILE NAME:")
    header.complete()
    return header, ballots


def _lines(source: Source) -> Iterator[Line]:
    for number, text in enumerate(source.lines, start=1):
        if stripped := text.strip():
            yield Line(number, len(text) - len(text.lstrip()) + 1, stripped)


def _with_fields(header: Header, lines: Iterator[Line]) -> Iterator[Line]:
    """Read the fields above the ballots; the ballots, comments among them left out."""
    for line in lines:
        if not line.text.startswith("#"):
            return (each for each in chain([line], lines) if not each.text.startswith("#"))
        if field_of := _FIELD.fullmatch(line.text):
            _field(header, field_of[1].upper(), field_of[2], line.number)
    return iter(())


def _field(header: Header, key: str, value: str, line: int) -> None:
    if named := _NAMED.fullmatch(key):
        header.name(named[1], int(named[2]), value, line)
    elif key in NUMBERS:
        header.stated[NUMBERS[key]] = (value, line)
    else:
        header.rest[key] = value


def _first_generation(header: Header, count: Line, lines: Iterator[Line]) -> Iterator[Line]:
    """A number of alternatives, that many names, three sums, ballots."""
    header.mark, stated = ",", count.text.rstrip(", ")
    header.stated["alternatives"] = (stated, count.number)
    line = count
    for place, line in enumerate(lines, start=1):
        sums = _SUMS.fullmatch(line.text)
        if sums and (place > int(stated) or sums[1] != str(place)):
            header.stated["voters"] = (sums[2], line.number)
            header.stated["preferences"] = (sums[3], line.number)
            return lines
        named = _OLD_NAME.fullmatch(line.text)
        if named is None:
            raise header.source.refused(Fault.NOT_A_BALLOT, line.number, 1, line.text)
        header.name("ALTERNATIVE", int(named[1]), named[2].strip(), line.number)
    raise header.source.refused(Fault.ENDS_EARLY, line.number, 1)
