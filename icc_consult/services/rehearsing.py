"""Automatic residents answer a consultation at random: what is never reached, refused or inconsistent?"""

import random
import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal

from icc_consult.domain.ballot import (
    ApprovalPaper,
    BudgetPaper,
    DotsPaper,
    GradePaper,
    PairwisePaper,
    RankingPaper,
    TopicId,
    TopicPaper,
    Vote,
)
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.draw import Draw, base_name
from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.fitting import fits
from icc_consult.domain.pages import MorePage, ProposalPage, QuestionPage, StatementPage, TopicsPage
from icc_consult.domain.response import (
    Answered,
    Approved,
    Chosen,
    ChosenMany,
    Compared,
    Dated,
    Dotted,
    Duel,
    Ended,
    Graded,
    Numbered,
    Ranked,
    Refused,
    Response,
    Timed,
    Value,
    Voted,
    Written,
)
from icc_consult.domain.session import Session
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
from icc_consult.services.drawing import Urn
from icc_consult.services.extent import sealed_size
from icc_consult.services.payload import decode, encode

_MOST_PAGES = 20_000
_TRIES = 60
_NUMERAL = re.compile(r"\d+(?:\.\d+)?")
_QUOTED = re.compile(r"'([^']*)'|\"([^\"]*)\"")
_WORDS = ("water", "Üñï", "سلام", "a@example.org", "x" * 40, "Ada L", "0" * 10, "1234567890", "12", "AB12")
_TO_SKIP = 0.1
_TO_REFUSE = 0.05
_DAYS = 25_000


@dataclass(slots=True)
class Rehearsal:
    """What came of it. Names are those of the form, without rounds."""

    runs: int = 0
    pages: int = 0
    reached: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    never_reached: tuple[str, ...] = ()
    refused: Counter[str] = field(default_factory=Counter)
    inconsistent: dict[str, str] = field(default_factory=dict)

    @property
    def is_good(self) -> bool:
        """Whether everything was reached, nothing was refused by its own rules, and all of it was stored."""
        return not (self.never_reached or self.never_taken or self.inconsistent)

    @property
    def never_taken(self) -> tuple[str, ...]:
        """What was asked and took no answer that anybody tried."""
        return tuple(name for name in self.refused if not self.answered[name])


def _forget(_: Response) -> None:
    """Rehearsed answers are nobody's."""


def rehearse(
    consultation: Consultation, *, runs: int, seed: int, keep: Callable[[Response], None] = _forget
) -> Rehearsal:
    """Let so many residents answer; the same seed gives the same report. `keep` is handed every response."""
    chance = random.Random(seed)  # noqa: S311 - a rehearsal, no secret
    urn = Urn(chance)
    found = Rehearsal()
    size = sealed_size(consultation)
    routes = (None, *consultation.routes)
    for _ in range(runs):
        draw = urn.draw(consultation, chance.choice(routes))
        language = chance.choice(consultation.languages)
        resident = _Resident(Session.begin(consultation, language, draw), chance, found, size)
        resident.go()
        keep(resident.session.response(Ended.COMPLETE))
        found.runs += 1
    items = dict.fromkeys(base_name(name) for name in consultation.items())
    silent = {q.id for q in consultation.questions() if type(q).__name__ == "Calculated"}
    found.never_reached = tuple(name for name in items if not found.reached[name] and name not in silent)
    return found


class _Resident:
    def __init__(self, session: Session, chance: random.Random, found: Rehearsal, size: int) -> None:
        self.session, self.chance, self.found, self.size = session, chance, found, size

    def go(self) -> None:
        """From the first page to the last."""
        for _ in range(_MOST_PAGES):
            page = self.session.page
            if page is None:
                self._store()
                return
            self.found.pages += 1
            if isinstance(page, MorePage):
                more = self.chance.random() < 0.5
                self.session = self.session.with_another_round() if more else self.session.forward()
                continue
            if isinstance(page, QuestionPage | StatementPage | TopicsPage | ProposalPage):
                self._answer(page)
            self.session = self.session.forward()
        last = self.session.page.id if self.session.page else ""
        self.found.inconsistent.setdefault(base_name(last), "the way never ends")

    def _answer(self, page: QuestionPage | StatementPage | TopicsPage | ProposalPage) -> None:
        name = base_name(page.id)
        self.found.reached[name] += 1
        if self.chance.random() < _TO_REFUSE and isinstance(page, QuestionPage):
            self.session = self.session.with_answer(page.id, Refused())
        elif self.chance.random() < _TO_SKIP and self.session.fault is None:
            return
        elif self._give(page):
            self.found.answered[name] += 1
        else:
            self.found.refused[name] += 1
            self._give_up(page.id)

    def _give(self, page: QuestionPage | StatementPage | TopicsPage | ProposalPage) -> bool:
        """Try answers until one is taken."""
        if isinstance(page, QuestionPage) and page.question.is_read_only:
            return True
        for value in self._values(page):
            try:
                tried = self.session.with_answer(page.id, Answered(value, self.session.language))
            except BrokenRule:
                continue
            if tried.fault is None:
                self.session = tried
                return True
        return False

    def _give_up(self, item: str) -> None:
        self.session = self.session.without_answer(item)
        if self.session.fault is not None:
            self.session = self.session.with_answer(item, Refused())

    def _values(self, page: QuestionPage | StatementPage | TopicsPage | ProposalPage) -> Iterator[Value]:
        for _ in range(_TRIES):
            match page:
                case QuestionPage(question=question):
                    yield random_value(question, self.session.draw, self.chance)
                case ProposalPage(question=question):
                    yield Written(self.chance.choice(_WORDS)[: question.max_length])
                case StatementPage():
                    yield Voted(self.chance.choice(tuple(Vote)))
                case TopicsPage(paper=paper):
                    yield _marks(paper, self.session.draw, self.chance)

    def _store(self) -> None:
        """What would be sealed must come back as it was, in the one size of the consultation."""
        response = self.session.response(Ended.COMPLETE)
        content = encode(response)
        for item, answer in response.answers.items():
            try:
                fits(self.session.consultation, item, answer)
            except BrokenRule:
                self.found.inconsistent.setdefault(base_name(item), "an answer that could not be read again")
        if decode(content) != response:
            self.found.inconsistent.setdefault("response", "an answer does not come back as it was stored")
        if len(content) > self.size:
            self.found.inconsistent.setdefault("response", f"{len(content)} bytes where {self.size} are kept")


def random_value(question: Question, draw: Draw, chance: random.Random) -> Value:
    """An answer of the right kind; whether its rules take it is another question."""
    match question:
        case SingleChoice() | Scale():
            return Chosen(chance.choice(question.choices).code)
        case MultipleChoice():
            return ChosenMany(_many(question, chance))
        case Ranking():
            codes = [choice.code for choice in draw.order(question)]
            return Ranked(tuple(chance.sample(codes, chance.randint(1, question.most))))
        case Number():
            return Numbered(_numeral(question, chance))
        case Date():
            return Dated(_day(question, chance))
        case Time():
            return Timed(f"{chance.randrange(24):02}:{chance.randrange(60):02}")
        case OpenText():
            hints = [one or other for one, other in _QUOTED.findall(question.rules.constraint)]
            return Written((chance.choice((*_WORDS, *hints)) or "x")[: question.max_length])
        case _:
            raise TypeError(type(question))


def _many(question: MultipleChoice, chance: random.Random) -> tuple[ChoiceCode, ...]:
    most = question.maximum or len(question.choices)
    chosen = chance.sample(question.choices, chance.randint(1, min(most, len(question.choices))))
    alone = next((choice for choice in chosen if choice.is_exclusive), None)
    kept = [alone] if alone else chosen
    return tuple(choice.code for choice in question.choices if choice in kept)


def _numeral(question: Number, chance: random.Random) -> str:
    steps = question.steps(at_most=1000)
    if steps:
        return format(chance.choice(steps), "f")
    said = map(Decimal, _NUMERAL.findall(question.rules.constraint))
    near = [number + step for number in said for step in (-1, 0, 1)]
    bounds = [bound for bound in (question.least, question.most) if bound is not None]
    number = chance.choice([*near, *bounds, Decimal(chance.randrange(100)), Decimal(chance.randrange(3000))])
    return format(number if not question.is_whole else number.to_integral_value(), "f")


def _day(question: Date, chance: random.Random) -> str:
    day = date(2026, 1, 1) + timedelta(days=chance.randint(-_DAYS, _DAYS // 10))
    length = {Precision.DAY: 10, Precision.MONTH: 7, Precision.YEAR: 4}[question.precision]
    return day.isoformat()[:length]


def _marks(paper: TopicPaper, draw: Draw, chance: random.Random) -> Value:
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
