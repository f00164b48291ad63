"""Chinese words for a spelling in pinyin: a packaged dictionary, no prediction, nothing learnt."""

from __future__ import annotations

import gzip
import json
import re
from bisect import bisect_left
from collections.abc import Iterator
from functools import cache
from itertools import islice

from icc_consult.assets import resources

FIRST_SCORE = 35
_ENTRY = re.compile(r"([\u4e00-\u9fff]+)([!-~])")
_LONGEST = 24
_COMPLETIONS = 8
_NEW_WORD = 54


def candidates(letters: str) -> tuple[tuple[str, int], ...]:
    """What the letters may mean, as (text, number of letters it stands for); last the letters themselves."""
    found: dict[str, int] = {}
    for text, taken in _candidates(letters):
        found.setdefault(text, taken)
    return (*found.items(), (letters, len(letters)))


def characters() -> frozenset[str]:
    """Every character of the dictionary."""
    return frozenset(character for words in _dictionary().values() for character in _ENTRY.sub(r"\1", words))


def _candidates(letters: str) -> Iterator[tuple[str, int]]:
    yield from ((word, len(letters)) for word, _ in _words(letters))
    if sentence := _sentence(letters):
        yield sentence, len(letters)
    yield from ((word, len(letters)) for word in _completions(letters))
    for end in range(min(len(letters) - 1, _LONGEST), 0, -1):
        yield from ((word, end) for word, _ in _words(letters[:end]))


def _sentence(letters: str) -> str:
    """The most likely words that spell all the letters, each word being as likely as it is common."""
    best: dict[int, tuple[int, str]] = {0: (0, "")}
    for end in range(1, len(letters) + 1):
        choices = [
            (best[begin][0] + score - _NEW_WORD, best[begin][1] + word)
            for begin in range(max(0, end - _LONGEST), end)
            if begin in best
            for word, score in islice(_words(letters[begin:end]), 1)
        ]
        if choices:
            best[end] = max(choices)
    return best.get(len(letters), (0, ""))[1]


def _completions(letters: str) -> list[str]:
    spellings = _spellings()
    place = bisect_left(spellings, letters)
    found: list[tuple[int, str]] = []
    while place < len(spellings) and spellings[place].startswith(letters):
        found += ((-score, word) for word, score in islice(_words(spellings[place]), 1))
        place += 1
    return [word for _, word in sorted(found)[:_COMPLETIONS]]


def _words(spelling: str) -> Iterator[tuple[str, int]]:
    for entry in _ENTRY.finditer(_dictionary().get(spelling, "")):
        yield entry[1], ord(entry[2]) - FIRST_SCORE


@cache
def _dictionary() -> dict[str, str]:
    packed = (resources() / "pinyin" / "words.json.gz").read_bytes()
    dictionary: dict[str, str] = json.loads(gzip.decompress(packed))
    return dictionary


@cache
def _spellings() -> list[str]:
    return sorted(_dictionary())
