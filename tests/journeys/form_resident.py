"""A resident at a form: taps random answers that its rules take, whatever is asked."""

import random
from collections.abc import Iterator
from datetime import date

from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.pages import MorePage, QuestionPage
from icc_consult.domain.response import (
    Answer,
    Answered,
    Chosen,
    ChosenMany,
    Dated,
    Numbered,
    Ranked,
    Timed,
    Value,
    Written,
)
from icc_consult.domain.session import Session
from icc_consult.domain.survey import Date, Note, Number, OpenText, Question, Time
from icc_consult.domain.wording import LanguageTag
from icc_consult.keyboards import typable
from icc_consult.services.inventing import random_value

from ui.demo.hands import Hands
from ui.demo.spelling import words_in
from ui.kiosk.calendars import Calendar, calendar_of, day_in
from ui.kiosk.entering import PICK, Draft, value_of

_TRIES = 200
_MIDDLES = {4: "-07-01", 7: "-15", 10: ""}


class FormResident:
    """`answers` is what was tapped, by page; what no key writes or no rule takes is left unsaid."""

    def __init__(self, hands: Hands, language: LanguageTag, chance: random.Random) -> None:
        self.hands, self.language, self.chance = hands, language, chance
        self.answers: dict[str, Answer] = {}

    @property
    def session(self) -> Session:
        """What the kiosk holds."""
        session = self.hands.window.host.journey.session
        assert session is not None
        return session

    def go(self) -> None:
        """From the welcome to *thank you*."""
        for name in ("start", f"language-{self.language}", "consent"):
            self.hands.tap(name)
        while self.hands.page != "review":
            self.pass_page()
        self.hands.tap("next")
        self.hands.expect("thanks")

    def pass_page(self) -> None:
        """Answer this page and come to the next."""
        page, seen = self.session.page, self.hands.page
        if isinstance(page, MorePage):
            self.hands.tap(f"way-{self.chance.choice(('more', 'enough', 'enough'))}")
            return
        if isinstance(page, QuestionPage) and not self._is_settled(page):
            self._answer(page)
        if self.hands.page == seen:
            self.hands.tap("next")
        assert self.hands.page != seen, f"{seen} lets nobody on"

    def _is_settled(self, page: QuestionPage) -> bool:
        return (
            isinstance(page.question, Note) or page.question.is_read_only or page.id in self.session.answers
        )

    def _answer(self, page: QuestionPage) -> None:
        value = next(filter(lambda one: self._is_taken(page.id, one), self._values(page.question)), None)
        if value is None:
            self.hands.tap("preferNot")
            return
        self.answers[page.id] = Answered(value, self.language)
        self._tap(page.question, value)

    def _is_taken(self, item: str, value: Value) -> bool:
        try:
            return self.session.with_answer(item, Answered(value, self.language)).fault is None
        except BrokenRule:
            return False

    def _values(self, question: Question) -> Iterator[Value]:
        if isinstance(question, OpenText):
            words = words_in(self.session.consultation, self.language)
            yield from map(Written, self.chance.sample(words, len(words)))
        for _ in range(_TRIES):
            value = random_value(question, self.session.draw, self.chance)
            if isinstance(value, Dated) and isinstance(question, Date):
                yield self._in_calendar(question, value)
            elif not isinstance(value, Written) or set(value.text) <= typable(self.language):
                yield value

    def _in_calendar(self, question: Date, value: Dated) -> Value:
        """What becomes of a day, a month or a year that is entered in the calendar of the question."""
        draft = Draft(question.id, self._calendar(question), self._parts(question, value))
        made = value_of(question, draft)
        assert made is not None
        return made

    def _calendar(self, question: Date) -> Calendar:
        return calendar_of(question.calendar, self.language)

    def _parts(self, question: Date, value: Dated) -> tuple[str, ...]:
        iso = value.date
        day = day_in(self._calendar(question), date.fromisoformat(iso + _MIDDLES[len(iso)]))
        return (f"{day.year:04}", str(day.month), str(day.day))[: {4: 1, 7: 2, 10: 3}[len(iso)]]

    def _tap(self, question: Question, value: Value) -> None:
        for name in self._buttons(question, value):
            self.hands.tap(name)
        if isinstance(value, Written):
            self.hands.write(value.text)

    def _buttons(self, question: Question, value: Value) -> Iterator[str]:
        match question, value:
            case _, Chosen(code):
                yield f"choice-{code}"
            case _, ChosenMany(codes):
                yield from (f"choice-{code}" for code in codes)
            case _, Ranked(codes):
                yield from (f"rank-{code}" for code in codes)
            case Number(), Numbered(numeral) if question.steps():
                yield f"choice-{numeral}"
            case Number(), Numbered(numeral):
                yield from ("entry-mark" if mark == "." else f"entry-{mark}" for mark in numeral.lstrip("-"))
                yield from ["entry-sign"] * numeral.startswith("-")
            case Date(), Dated():
                year, *others = self._parts(question, value)
                yield from (f"entry-{digit}" for digit in year)
                yield from (f"entry-{PICK}{part}" for part in others)
            case Time(), Timed(text):
                hour, minute = map(int, text.split(":"))
                yield from (f"entry-{PICK}{hour}", f"entry-{PICK}{minute - minute % 5}")
                yield from ["entry-later"] * (minute % 5)
