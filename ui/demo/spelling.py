"""Which keys to tap for a text: found by trying them, as on a keyboard that was never seen before."""

import unicodedata
from collections.abc import Iterator
from itertools import chain

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.survey import MultipleChoice, Ranking
from icc_consult.domain.wording import LanguageTag
from icc_consult.keyboards import Key, Pick, Turn, Typed, Types, press, start, typable

_LONGEST = 24
_STEPS = 3
_SEEN_CANDIDATES = 12
_PINYIN = {"住房": "zhufang", "工作": "gongzuo", "学校": "xuexiao", "交通": "jiaotong", "医生": "yisheng"}


class CannotBeTyped(BrokenRule):
    """No few taps on this keyboard lead on from here."""

    def __init__(self, tag: str, text: str, typed: str) -> None:
        super().__init__(tag, text, typed)
        self.tag, self.text, self.typed = tag, text, typed


def words_in(consultation: Consultation, tag: str) -> tuple[str, ...]:
    """Short texts that people of this language might write: the consultation's own replies."""
    if tag.startswith("zh"):
        return tuple(_PINYIN)
    several = [
        question.choices
        for question in consultation.questions()
        if isinstance(question, MultipleChoice | Ranking)
    ]
    choices = (choice for choice in chain(*several[:1]) if not choice.is_exclusive)
    texts = (unicodedata.normalize("NFC", choice.text.texts.get(LanguageTag(tag), "")) for choice in choices)
    return tuple(text for text in texts if 0 < len(text) <= _LONGEST and set(text) <= typable(tag))


def keys_of(tag: str, text: str) -> Iterator[Key]:
    """The keys that bring forth the text on the keyboard of a language; raises `CannotBeTyped`."""
    typed = start(tag)
    if text in _PINYIN:
        yield from _spelled(typed, text)
        return
    wanted = unicodedata.normalize("NFC", text)
    while typed.text != wanted:
        ways = (way for steps in range(1, _STEPS + 1) for way in _ways(typed, wanted, len(typed.text), steps))
        keys = next(ways, None)
        if keys is None:
            raise CannotBeTyped(tag, text, typed.text)
        for key in keys:
            yield key
            typed = press(typed, key)


def _ways(typed: Typed, wanted: str, reached: int, steps: int) -> Iterator[tuple[Key, ...]]:
    """Ways of exactly so many taps that reach more of the text than was there."""
    for key in _useful(typed):
        after = press(typed, key)
        if steps > 1:
            yield from (
                (key, *rest) for rest in _ways(after, wanted, reached, steps - 1) if _leads_on(key, after)
            )
        elif len(after.text) > reached and wanted.startswith(after.text):
            yield (key,)


def _leads_on(key: Key, after: Typed) -> bool:
    return isinstance(key, Turn) or bool(after.strip)


def _useful(typed: Typed) -> Iterator[Key]:
    yield from typed.strip[:_SEEN_CANDIDATES]
    for row in typed.keyboard.rows(typed.layer):
        yield from row


def _spelled(typed: Typed, text: str) -> Iterator[Key]:
    for letter in _PINYIN[text]:
        key = Types(letter)
        yield key
        typed = press(typed, key)
    yield next(
        pick for pick in typed.strip[:_SEEN_CANDIDATES] if isinstance(pick, Pick) and pick.text == text
    )
