"""The words of a BLT file, line by line."""

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from icc_consult.formats.ballots.faults import Fault
from icc_consult.formats.ballots.text import Source

_WORD: Final = re.compile(r"\S+")
_TOKEN: Final = re.compile(r'\s+|(?P<comment>#.*)|"(?P<text>(?:[^"]|"")*)"|(?P<word>\([^()]*\)|[^\s"#]+)')


class Line(NamedTuple):
    """The words of a line; a text in quotes is one word. `starts` are their columns, where known already.

    `quoted` are the places of the texts.
    """

    number: int
    text: str
    words: list[str]
    starts: tuple[int, ...] | None = None
    quoted: frozenset[int] = frozenset()

    def column(self, place: int) -> int:
        """The column in which a word begins."""
        if self.starts is not None:
            return self.starts[place]
        return [match.start() + 1 for match in _WORD.finditer(self.text)][place]


def lines_of(source: Source) -> Iterator[Line]:
    """Every line that has words, comments left out; the id of a ballot, `(a 1)`, is one word."""
    for number, text in enumerate(source.lines, start=1):
        plain = not any(each in text for each in '"#(')
        line = Line(number, text, text.split()) if plain else _tokens(source, number, text)
        if line.words:
            yield line


def _tokens(source: Source, number: int, text: str) -> Line:
    words: list[str] = []
    starts: list[int] = []
    quoted: set[int] = set()
    at = 0
    while at < len(text):
        match = _TOKEN.match(text, at)
        if match is None:
            raise source.refused(Fault.OPEN_QUOTE, number, at + 1)
        if match["text"] is not None:
            quoted.add(len(words))
        word = match["word"] if match["text"] is None else match["text"].replace('""', "'").strip()
        if word is not None:
            words.append(word)
            starts.append(at + 1)
        at = match.end()
    return Line(number, text, words, tuple(starts), frozenset(quoted))
