"""The names of candidates and the title, which stand below the ballots of a BLT file."""

from typing import Final

from icc_consult.formats.ballots.faults import Oddity
from icc_consult.formats.ballots.text import Source

UNTITLED: Final = "Untitled"


def named(source: Source, lines: list[list[str]], candidates: int, line: int) -> tuple[tuple[str, ...], str]:
    """A name for every candidate, and the title.

    Where more names follow than the first line says there are candidates, the names are believed; where
    fewer, numbers stand in for them.
    """
    texts = _with_parties(lines, candidates) or [text for words in lines for text in words]
    if len(texts) > candidates + 1:
        source.expect("candidates", str(candidates), len(texts) - 1, 1)
        candidates = len(texts) - 1
    names = [text or str(number) for number, text in enumerate(texts[:candidates], start=1)]
    if len(names) < candidates or "" in texts[:candidates]:
        source.note(Oddity.NAMELESS, line, 1, str(candidates))
    names += [str(number) for number in range(len(names) + 1, candidates + 1)]
    return tuple(names), "".join(texts[candidates:]) or UNTITLED


def _with_parties(lines: list[list[str]], candidates: int) -> list[str] | None:
    """Names with parties beside them, as Scottish files have them; None where that is not so."""
    people, rest = lines[:candidates], lines[candidates:]
    if len(people) < candidates or any(len(words) != 2 for words in people) or len(rest) > 1:
        return None
    return [*(f"{name} ({party})" for name, party in people), *(text for words in rest for text in words)]
