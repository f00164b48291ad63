"""Builds resources/pinyin/words.json.gz: the Chinese words that a spelling in pinyin may mean.

    pip install jieba==0.42.1 pypinyin==0.55.0     # in an environment of its own: the program needs neither
    python scripts/build_pinyin.py

Words and their counts are jieba's, readings are pypinyin's; both are MIT (resources/pinyin/LICENCES.md). The
file maps a spelling without tones and blanks (ü is v) to words, most common first, each followed by one
character for the logarithm of its count. The same packages give the same bytes.
"""

import gzip
import importlib.util
import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator
from importlib import import_module
from itertools import product
from pathlib import Path

TARGET = Path(__file__).resolve().parent.parent / "resources" / "pinyin" / "words.json.gz"
LEAST = {2: 10, 3: 20, 4: 20}
RARE = 0.002
FIRST_SCORE = 35
STEPS = 3.0


def main() -> int:
    """Write the dictionary and say how large it became."""
    words = dict(_words())
    spellings = _spellings(words)
    lines = {
        spelling: "".join(word + _score(count) for word, count in sorted(found.items(), key=_common_first))
        for spelling, found in sorted(spellings.items())
    }
    text = json.dumps(lines, ensure_ascii=False, separators=(",", ":"))
    TARGET.parent.mkdir(parents=True, exist_ok=True)
    TARGET.write_bytes(gzip.compress(text.encode(), 9, mtime=0))
    print(f"{len(lines)} spellings, {sum(map(len, spellings.values()))} words, {TARGET.stat().st_size} bytes")
    return 0


def _words() -> Iterator[tuple[str, int]]:
    """Every word that is common enough, and every character of GB 2312."""
    counts = Counter({word: count for word, count in _counted() if _is_simplified(word)})
    yield from ((word, count) for word, count in counts.items() if count >= LEAST.get(len(word), math.inf))
    for lead, trail in product(range(0xB0, 0xF8), range(0xA1, 0xFF)):
        character = bytes((lead, trail)).decode("gb2312", "ignore")
        if character:
            yield character, max(1, counts[character])


def _counted() -> Iterator[tuple[str, int]]:
    found = importlib.util.find_spec("jieba")
    if found is None or found.origin is None:
        raise ModuleNotFoundError("jieba")
    for line in Path(found.origin).with_name("dict.txt").read_text(encoding="utf-8").splitlines():
        word, count, *_ = line.split()
        yield word, int(count)


def _spellings(words: dict[str, int]) -> dict[str, Counter[str]]:
    pinyin = import_module("pypinyin")
    plain = pinyin.Style.NORMAL
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    heard: dict[str, Counter[str]] = defaultdict(Counter)
    for word, count in words.items():
        if len(word) > 1:
            syllables = pinyin.lazy_pinyin(word, style=plain)
            spellings["".join(syllables)][word] += count
            for character, syllable in zip(word, syllables, strict=True):
                heard[character][syllable] += count
    for character, count in words.items():
        if len(character) == 1:
            readings = pinyin.pinyin(character, style=plain, heteronym=True)[0]
            for reading, share in _shares(readings, heard[character]).items():
                spellings[reading][character] += max(1, round(count * share))
    return spellings


def _shares(readings: list[str], heard: Counter[str]) -> dict[str, float]:
    """How often a character is read in each way: as heard in words, the dictionary's first way if in none."""
    total = sum(heard[reading] for reading in readings)
    guess = {reading: float(place == 0) for place, reading in enumerate(readings)}
    return {
        reading: max(RARE, heard[reading] / total if total else guess[reading])
        for reading in readings
        if reading.isascii() and reading.isalpha()
    }


def _is_simplified(word: str) -> bool:
    try:
        word.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return all("\u4e00" <= character <= "\u9fff" for character in word)


def _common_first(entry: tuple[str, int]) -> tuple[int, str]:
    return -entry[1], entry[0]


def _score(count: int) -> str:
    return chr(FIRST_SCORE + round(STEPS * math.log(count)))


if __name__ == "__main__":
    raise SystemExit(main())
