"""What may be hard to read or hard to answer in one text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

from icc_consult.plainness.texts import characters, letters, sentences, words
from icc_consult.plainness.tongues import Subject, Tongue, tongue

_LETTERS_OF_LIX = 6
_LEAST_WORDS_OF_LIX = 100
_WORDS_OF_A_CLAUSE = 4


class Role(StrEnum):
    """What a text is for; a statement is held to more than a line of help."""

    QUESTION = "question"
    STATEMENT = "statement"
    TOPIC = "topic"
    CHOICE = "choice"
    LINE = "line"


ASKED = frozenset({Role.QUESTION, Role.STATEMENT, Role.TOPIC})


class Kind(StrEnum):
    """What is remarked."""

    MANY_WORDS = "many_words"
    MANY_CHARACTERS = "many_characters"
    LONG_WORD = "long_word"
    NEGATION = "negation"
    TWO_IDEAS = "two_ideas"
    TWO_SENTENCES = "two_sentences"
    SUBJECT = "subject"
    LIX = "lix"


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing to look at again: how many of something, how many are enough, and the word it is about."""

    kind: Kind
    number: int = 0
    limit: int = 0
    word: str = ""
    subject: Subject | None = None


def remarks(text: str, language: str, role: Role) -> tuple[Remark, ...]:
    """What to look at again in one text; nothing for a language without lists."""
    known = tongue(language)
    if known is None:
        return ()
    found = [remark for sentence in sentences(text) for remark in _of_sentence(sentence, known, role)]
    if role is Role.STATEMENT and (count := len(sentences(text))) > 1:
        found.append(Remark(Kind.TWO_SENTENCES, count, 1))
    return tuple(dict.fromkeys(found))


def lix_remarks(texts: Iterable[str], language: str) -> tuple[Remark, ...]:
    """LIX over many texts together: over fewer than a hundred words it swings too much to say anything."""
    known = tongue(language)
    if known is None or not known.lix:
        return ()
    value = lix(sentence for text in texts for sentence in sentences(text))
    return (Remark(Kind.LIX, value, known.lix),) if value > known.lix else ()


def lix(lines: Iterable[str]) -> int:
    """Words a sentence plus the percentage of words above six letters (Björnsson 1968); 0 below a hundred
    words.
    """
    told = [found for line in lines if (found := words(line))]
    everything = [word for sentence in told for word in sentence]
    if len(everything) < _LEAST_WORDS_OF_LIX:
        return 0
    long = sum(letters(word) > _LETTERS_OF_LIX for word in everything)
    return round(len(everything) / len(told) + 100 * long / len(everything))


def _of_sentence(sentence: str, known: Tongue, role: Role) -> Iterator[Remark]:
    yield from _length(sentence, known, role)
    yield from _long_words(sentence, known)
    searched = known.searched(sentence)
    if role in ASKED:
        yield from (Remark(Kind.NEGATION, word=word) for word in known.negations.findall(searched))
        yield from _two_ideas(searched, known)
    if role is not Role.LINE:
        for subject, phrases in known.subjects.items():
            yield from (
                Remark(Kind.SUBJECT, word=word, subject=subject) for word in phrases.findall(searched)
            )


def _length(sentence: str, known: Tongue, role: Role) -> Iterator[Remark]:
    limit = known.line if role in (Role.LINE, Role.QUESTION) else known.statement
    number = len(words(sentence)) if known.has_spaces else characters(sentence)
    if number > limit:
        yield Remark(Kind.MANY_WORDS if known.has_spaces else Kind.MANY_CHARACTERS, number, limit)


def _long_words(sentence: str, known: Tongue) -> Iterator[Remark]:
    if known.letters:
        for word in words(sentence):
            if (number := letters(word)) > known.letters:
                yield Remark(Kind.LONG_WORD, number, known.letters, word)


def _two_ideas(searched: str, known: Tongue) -> Iterator[Remark]:
    yield from (Remark(Kind.TWO_IDEAS, word=word) for word in known.joiners.findall(searched))
    for hit in known.and_or.finditer(searched):
        sides = searched[: hit.start()].split(), searched[hit.end() :].split()
        if min(map(len, sides)) >= _WORDS_OF_A_CLAUSE:
            yield Remark(Kind.TWO_IDEAS, word=hit.group())
