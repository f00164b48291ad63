"""Numbers, dates and times, entered part after part by large buttons. Pure.

What is entered stays a draft, in ASCII digits and in the calendar of the resident, until it makes an answer.
"""

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal, InvalidOperation

from icc_consult.domain.response import Answer, Answered, Dated, Numbered, Refused, Timed, Value
from icc_consult.domain.session import QuestionPage
from icc_consult.domain.survey import Date, Number, Precision, Question, Time

from ui.kiosk.calendars import Calendar, Day, calendar_of, day_in, days_in, gregorian_of
from ui.kiosk.giving import given
from ui.kiosk.journey import Answering, Journey
from ui.kiosk.years import is_gregorian

Entered = Number | Date | Time
PICK = "pick-"
_PARTS = {Precision.DAY: 3, Precision.MONTH: 2, Precision.YEAR: 1}
_WHOLE_DIGITS, _DECIMALS, _YEAR_DIGITS = 15, 6, 4


@dataclass(frozen=True, slots=True)
class Draft:
    """What was entered of each part; `at` is the part whose buttons are shown."""

    item: str
    calendar: Calendar
    parts: tuple[str, ...]
    at: int = 0

    @property
    def is_begun(self) -> bool:
        """Whether anything was entered."""
        return any(self.parts)

    def with_part(self, text: str) -> "Draft":
        """The draft with another text in the part that is being entered."""
        return replace(self, parts=(*self.parts[: self.at], text, *self.parts[self.at + 1 :]))

    def moved_on(self) -> "Draft":
        """At the first part that is empty, if any."""
        empty = (place for place, text in enumerate(self.parts) if not text)
        return replace(self, at=next(empty, self.at))


def draft_of(journey: Journey, question: Entered) -> Draft:
    """What is being entered, or the answer that was given, taken apart."""
    calendar = calendar_of(question.calendar if isinstance(question, Date) else "", journey.language)
    stage = journey.stage
    if not isinstance(stage, Answering):
        return Draft(question.id, calendar, _parts(question, calendar, None))
    draft = stage.draft
    if draft is not None and (draft.item, draft.calendar) == (question.id, calendar):
        return draft
    return Draft(question.id, calendar, _parts(question, calendar, stage.session.answers.get(question.id)))


def _parts(question: Entered, calendar: Calendar, answer: Answer | None) -> tuple[str, ...]:
    match question, answer.value if isinstance(answer, Answered) else None:
        case Number(), Numbered(numeral):
            return (numeral,)
        case Time(), Timed(time):
            return tuple(str(int(part)) for part in time.split(":"))
        case Date(precision=precision), Dated(iso):
            return _date_parts(calendar, iso)[: _PARTS[precision]]
        case Date(precision=precision), _:
            return ("",) * _PARTS[precision]
        case Time(), _:
            return ("", "")
    return ("",)


def _date_parts(calendar: Calendar, iso: str) -> tuple[str, ...]:
    middles = {4: "-07-01", 7: "-15", 10: ""}
    day = day_in(calendar, date.fromisoformat(iso + middles[len(iso)]))
    return f"{day.year:04}", str(day.month), str(day.day)


def enter(journey: Journey, *, code: str) -> Journey:
    """One press on a button: a digit, a sign, or a month, a day, an hour picked."""
    question = _question(journey)
    if question is None:
        return journey
    return _holding(journey, question, pressed(question, draft_of(journey, question), code))


def turn_to(journey: Journey, *, part: int) -> Journey:
    """Show the buttons of another part."""
    question, stage = _question(journey), journey.stage
    if question is None or not isinstance(stage, Answering):
        return journey
    return replace(journey, stage=replace(stage, draft=replace(draft_of(journey, question), at=part)))


def is_unfinished(journey: Journey) -> bool:
    """Whether something was entered that makes no answer yet."""
    question, session = _question(journey), journey.session
    if question is None or session is None or isinstance(session.answers.get(question.id), Refused):
        return False
    draft = draft_of(journey, question)
    return draft.is_begun and value_of(question, draft) is None


def _question(journey: Journey) -> Entered | None:
    page = journey.session.page if journey.session else None
    if not isinstance(page, QuestionPage) or not isinstance(page.question, Entered):
        return None
    return page.question


def _holding(journey: Journey, question: Question, draft: Draft) -> Journey:
    assert isinstance(question, Entered)  # noqa: S101 - only these are entered
    value = value_of(question, draft)
    answer = Answered(value, journey.language) if value else None
    after = given(journey, question.id, answer)
    stage = after.stage
    return replace(after, stage=replace(stage, draft=draft)) if isinstance(stage, Answering) else journey


def pressed(question: Entered, draft: Draft, code: str) -> Draft:
    """The draft after one press."""
    before = draft.parts[draft.at]
    if code.startswith(PICK) and isinstance(question, Date) and draft.at == 0:
        return draft  # a press that was on its way while a year was taken back
    if code.startswith(PICK):
        return _fitted(draft.with_part(code.removeprefix(PICK)).moved_on())
    match question:
        case Number():
            return draft.with_part(_typed(question, before, code))
        case Date():
            text = before[:-1] if code == "erase" else code if len(before) == _YEAR_DIGITS else before + code
            after = _fitted(draft.with_part(text))
            is_done = len(text) == _YEAR_DIGITS and not is_gregorian(draft.calendar, text)
            return after.moved_on() if is_done else after
        case Time():
            return draft.with_part(_shifted(before, code))


def _shifted(minute: str, code: str) -> str:
    """A minute earlier or later, within its hour."""
    return str((int(minute or "0") + (1 if code == "later" else -1)) % 60)


def _typed(question: Number, before: str, code: str) -> str:
    sign, digits = ("-", before[1:]) if before.startswith("-") else ("", before)
    whole, mark, decimals = digits.partition(".")
    match code:
        case "erase":
            return before[:-1]
        case "sign":
            return digits if sign else f"-{digits}"
        case "mark":
            return before if mark else f"{sign}{whole or '0'}."
    if mark:
        return before + code if len(decimals) < _DECIMALS else before
    room = longest(question)
    return sign + (code if whole == "0" else (digits + code)[:room])


def longest(question: Number) -> int:
    """How many digits a number can have before its decimal mark."""
    bounds = [bound for bound in (question.least, question.most) if bound is not None]
    return max(len(str(abs(int(bound)))) for bound in bounds) if len(bounds) == 2 else _WHOLE_DIGITS


def _fitted(draft: Draft) -> Draft:
    """Without a day that its month does not have."""
    if len(draft.parts) < _PARTS[Precision.DAY] or not all(draft.parts):
        return draft
    year, month, day = draft.parts
    if int(day) <= month_length(draft.calendar, year, month):
        return draft
    return replace(draft, parts=(year, month, ""), at=2)


def month_length(calendar: Calendar, year: str, month: str) -> int:
    """How many days can be picked; the most there can be while year or month are open."""
    longest_month = 30 if calendar in (Calendar.ETHIOPIAN, Calendar.ISLAMIC) else 31
    if len(year) < _YEAR_DIGITS or not month:
        return longest_month
    try:
        return days_in(calendar, int(year), int(month))
    except (ValueError, OverflowError):
        return longest_month


def value_of(question: Entered, draft: Draft) -> Value | None:
    """The answer that the draft makes; none while something is missing or out of bounds."""
    match question:
        case Number():
            return _number(question, draft.parts[0])
        case Time():
            return Timed(":".join(f"{int(part):02}" for part in draft.parts)) if all(draft.parts) else None
        case Date():
            return None if is_gregorian(draft.calendar, draft.parts[0]) else _date(draft)


def as_gregorian(draft: Draft) -> Dated | None:
    """What the same numbers make in the Gregorian calendar, if anything."""
    return _date(replace(draft, calendar=Calendar.GREGORIAN))


def _number(question: Number, text: str) -> Numbered | None:
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    is_low = question.least is not None and number < question.least
    is_high = question.most is not None and number > question.most
    is_part = question.is_whole and number != number.to_integral_value()
    return None if is_low or is_high or is_part else Numbered(f"{number or Decimal(0):f}")


def _date(draft: Draft) -> Dated | None:
    if len(draft.parts[0]) < _YEAR_DIGITS or not all(draft.parts):
        return None
    numbers = [int(part) for part in draft.parts]
    try:
        iso = gregorian_of(Day(draft.calendar, *_middle(draft.calendar, numbers))).isoformat()
    except (ValueError, OverflowError):
        return None
    return Dated(iso[: {1: 4, 2: 7, 3: 10}[len(numbers)]])


def _middle(calendar: Calendar, numbers: list[int]) -> tuple[int, int, int]:
    """A day for what was entered: the middle of a month, or of a year, stands for the whole."""
    match numbers:
        case [year]:
            return (year, 7, 1)
        case [year, month]:
            return (year, month, 3 if calendar is Calendar.ETHIOPIAN and month == calendar.months else 15)
        case _:
            return (numbers[0], numbers[1], numbers[2])
