"""Answers that nobody gave: of the right kind, and near what the rules of their question say."""

import random
import re
from collections.abc import Callable, Iterable, Iterator
from datetime import date, timedelta
from decimal import Decimal, InvalidOperation
from functools import lru_cache

from icc_consult.domain.ballot import (
    ApprovalPaper,
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    TopicId,
    TopicPaper,
)
from icc_consult.domain.draw import Draw
from icc_consult.domain.response import (
    Approved,
    Chosen,
    ChosenMany,
    Compared,
    Dated,
    Dotted,
    Duel,
    Graded,
    Numbered,
    Ranked,
    Timed,
    Value,
    Written,
)
from icc_consult.domain.survey import (
    ChoiceCode,
    Date,
    MultipleChoice,
    Number,
    OpenText,
    Precision,
    Question,
    Ranking,
    Scale,
    SingleChoice,
    Time,
)

Speller = Callable[[str, random.Random], str]
WORDS = ("water", "Üñï", "سلام", "a@example.org", "x" * 40, "Ada L", "0" * 10, "1234567890", "12", "AB12")
_NUMERAL = re.compile(r"\d+(?:\.\d+)?")
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_LETTERS = "abcdefghijklmnopqrstuvwxyz"
_DAYS = 25_000


def mute(_pattern: str, _chance: random.Random) -> str:
    """Nothing is known that fits a pattern."""
    return ""


def random_value(
    question: Question, draw: Draw, chance: random.Random, *, spell: Speller = mute, said: Iterable[str] = ()
) -> Value:
    """An answer of the right kind; whether its rules take it is another question.

    `spell` finds a text that a pattern covers; `said` is what was answered before, for rules that compare.
    """
    match question:
        case SingleChoice() | Scale():
            return Chosen(chance.choice(question.choices).code)
        case MultipleChoice():
            return ChosenMany(_many(question, chance))
        case Ranking():
            codes = [choice.code for choice in draw.order(question)]
            return Ranked(tuple(chance.sample(codes, chance.randint(1, question.most))))
        case Number():
            return Numbered(_numeral(question, chance, spell, said))
        case Date():
            return Dated(_day(question, chance))
        case Time():
            return Timed(f"{chance.randrange(24):02}:{chance.randrange(60):02}")
        case OpenText():
            return Written(_text(question, chance, spell, said))
        case _:
            raise TypeError(type(question))


def _text(question: OpenText, chance: random.Random, spell: Speller, said: Iterable[str]) -> str:
    rule = question.rules.constraint
    spelt = tuple(_spelt(rule, chance, spell))
    if spelt and chance.random() < 0.8:
        return chance.choice(spelt)[: question.max_length]
    hints = [one or other for one, other in _QUOTED.findall(rule)]
    return (chance.choice((*WORDS, *hints, *_of_length(rule, chance), *said)) or "x")[: question.max_length]


def _spelt(rule: str, chance: random.Random, spell: Speller) -> Iterator[str]:
    for pattern in patterns_in(rule):
        if text := spell(pattern, chance):
            yield text


@lru_cache(maxsize=256)
def patterns_in(rule: str) -> tuple[str, ...]:
    """The regular expressions of a rule that stand there as texts."""
    from icc_consult.domain.logic import parse  # noqa: PLC0415 - most consultations have no rules
    from icc_consult.domain.logic.tree import Text  # noqa: PLC0415

    if "regex" not in rule:
        return ()
    return tuple(node.value for node in parse(rule).facts.patterns if isinstance(node, Text))


def _of_length(rule: str, chance: random.Random) -> Iterator[str]:
    """Texts about as long as a number in the rule, where it speaks of lengths."""
    if "string-length" in rule:
        for numeral in _NUMERAL.findall(rule):
            length = int(Decimal(numeral)) + chance.randint(-1, 1)
            yield "".join(chance.choices(_LETTERS, k=max(1, min(length, 1000))))


def _many(question: MultipleChoice, chance: random.Random) -> tuple[ChoiceCode, ...]:
    most = question.maximum or len(question.choices)
    chosen = chance.sample(question.choices, chance.randint(1, min(most, len(question.choices))))
    alone = next((choice for choice in chosen if choice.is_exclusive), None)
    kept = [alone] if alone else chosen
    return tuple(choice.code for choice in question.choices if choice in kept)


def _numeral(question: Number, chance: random.Random, spell: Speller, said: Iterable[str]) -> str:
    steps = question.steps(at_most=1000)
    if steps:
        return format(chance.choice(steps), "f")
    rule = question.rules.constraint
    named = [*_NUMERAL.findall(rule), *said]
    near = [number + step for number in _numbers(named) for step in (-1, 0, 1)]
    bounds = [bound for bound in (question.least, question.most) if bound is not None]
    spelt = list(_numbers(_spelt(rule, chance, spell))) * 4
    some = [Decimal(chance.randrange(100)), Decimal(chance.randrange(3000))]
    number = chance.choice([*near, *bounds, *spelt, *some])
    return format(number if not question.is_whole else number.to_integral_value(), "f")


def _numbers(texts: Iterable[str]) -> Iterator[Decimal]:
    for text in texts:
        try:
            number = Decimal(text)
        except InvalidOperation:
            continue
        if number.is_finite():
            yield number


def _day(question: Date, chance: random.Random) -> str:
    day = date(2026, 1, 1) + timedelta(days=chance.randint(-_DAYS, _DAYS // 10))
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[question.precision]
    return day.isoformat()[:length]


def random_marks(paper: TopicPaper, draw: Draw, chance: random.Random) -> Value:
    """What somebody marks on a ballot paper."""
    names = list(paper.topic_ids)
    match paper:
        case ApprovalPaper():
            return Approved(tuple(name for name in names if chance.random() < 0.5))
        case RankingPaper():
            return Ranked(tuple(chance.sample(names, chance.randint(1, paper.places))))
        case GradePaper():
            return Graded(tuple((name, chance.choice(paper.grades).code) for name in names))
        case DotsPaper():
            return Dotted(((chance.choice(names), chance.randint(1, paper.most_each or paper.dots)),))
        case BudgetPaper():
            return Approved(tuple(_affordable(paper, chance)))
        case PairwisePaper():
            pairs = draw.duels.get(paper.id, ())
            return Compared(tuple(_duel(*pair, chance) for pair in pairs))


def _affordable(paper: BudgetPaper, chance: random.Random) -> list[TopicId]:
    left = paper.purse
    chosen = []
    for topic in chance.sample(paper.topics, len(paper.topics)):
        if topic.cost <= left:
            left -= topic.cost
            chosen.append(topic.id)
    return chosen


def _duel(first: str, second: str, chance: random.Random) -> Duel:
    return Duel(first, second, chance.choice((first, second, None)))  # type: ignore[arg-type]
