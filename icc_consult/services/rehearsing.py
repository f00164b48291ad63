"""Automatic residents answer a consultation at random: what is never reached, refused or inconsistent?"""

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from icc_consult.domain.ballot import Vote
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.draw import base_name
from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.fitting import fits
from icc_consult.domain.pages import MorePage, ProposalPage, QuestionPage, StatementPage, TopicsPage
from icc_consult.domain.response import (
    Answer,
    Answered,
    Ended,
    Numbered,
    Refused,
    Response,
    Value,
    Voted,
    Written,
)
from icc_consult.domain.session import Session
from icc_consult.services.drawing import Urn
from icc_consult.services.extent import sealed_size
from icc_consult.services.inventing import WORDS, Speller, mute, random_marks, random_value
from icc_consult.services.payload import decode, encode

_MOST_PAGES = 20_000
_TRIES = 60
_TO_SKIP = 0.1
_TO_REFUSE = 0.05


@dataclass(slots=True)
class Rehearsal:
    """What came of it. Names are those of the form, without rounds; `rules` what refused ones demand."""

    runs: int = 0
    pages: int = 0
    reached: Counter[str] = field(default_factory=Counter)
    answered: Counter[str] = field(default_factory=Counter)
    never_reached: tuple[str, ...] = ()
    refused: Counter[str] = field(default_factory=Counter)
    rules: dict[str, str] = field(default_factory=dict)
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
    consultation: Consultation,
    *,
    runs: int,
    seed: int,
    keep: Callable[[Response], None] = _forget,
    spell: Speller = mute,
) -> Rehearsal:
    """Let so many residents answer; the same seed gives the same report. `keep` is handed every response.

    `spell` invents texts that a pattern covers.
    """
    chance = random.Random(seed)  # noqa: S311 - a rehearsal, no secret
    urn = Urn(chance)
    found = Rehearsal()
    size = sealed_size(consultation)
    routes = (None, *consultation.routes)
    for _ in range(runs):
        draw = urn.draw(consultation, chance.choice(routes))
        language = chance.choice(consultation.languages)
        resident = _Resident(Session.begin(consultation, language, draw), chance, found, size, spell)
        resident.go()
        keep(resident.session.response(Ended.COMPLETE))
        found.runs += 1
    items = dict.fromkeys(base_name(name) for name in consultation.items())
    silent = {q.id for q in consultation.questions() if type(q).__name__ == "Calculated"}
    found.never_reached = tuple(name for name in items if not found.reached[name] and name not in silent)
    return found


class _Resident:
    def __init__(
        self, session: Session, chance: random.Random, found: Rehearsal, size: int, spell: Speller
    ) -> None:
        self.session, self.chance, self.found, self.size = session, chance, found, size
        self.spell = spell

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
            if isinstance(page, QuestionPage) and page.question.rules.constraint:
                self.found.rules[name] = page.question.rules.constraint
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
                    draw, said = self.session.draw, tuple(map(_said, self.session.answers.values()))
                    yield random_value(question, draw, self.chance, spell=self.spell, said=filter(None, said))
                case ProposalPage(question=question):
                    yield Written(self.chance.choice(WORDS)[: question.max_length])
                case StatementPage():
                    yield Voted(self.chance.choice(tuple(Vote)))
                case TopicsPage(paper=paper):
                    yield random_marks(paper, self.session.draw, self.chance)

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


def _said(answer: Answer) -> str:
    """What was written or entered."""
    match answer:
        case Answered(Written(said) | Numbered(said)):
            return said
    return ""
