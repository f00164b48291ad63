"""A number, a date or a time: what was entered of it, and the buttons for the part that comes now."""

from collections.abc import Iterator
from dataclasses import dataclass

from icc_consult.domain.response import Dated
from icc_consult.domain.survey import Date, Number
from icc_consult.i18n import N_
from icc_consult.languages import language, native_digits

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk import entering
from ui.kiosk.calendars import Calendar, month_names
from ui.kiosk.entering import PICK, Draft, Entered, draft_of, month_length
from ui.kiosk.entry_answers import told_date, told_number
from ui.kiosk.headed import InstructedProps, InstructedViewModel
from ui.kiosk.heading import bounds, headed
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_CALENDARS = {
    Calendar.GREGORIAN: N_("In the Gregorian calendar"),
    Calendar.PERSIAN: N_("In the Persian calendar"),
    Calendar.ETHIOPIAN: N_("In the Ethiopian calendar"),
    Calendar.ISLAMIC: N_("In the Islamic calendar"),
}
_MINUTES = range(0, 60, 5)


@dataclass(frozen=True, slots=True)
class EntryProps(InstructedProps):
    """What the page shows. `parts` are what was entered; `keys` the buttons of one part in `columns`."""

    parts: tuple[Spoken, ...]
    note: str
    keys: tuple[Spoken, ...]
    columns: int
    has_more: bool


def derive_entry_props(scene: Scene, question: Entered) -> EntryProps:
    """The question, what was entered so far, and the buttons of the part that is entered now."""
    draft = draft_of(scene.journey, question)
    keys, columns = _keys(scene, question, draft)
    return EntryProps(
        heading=headed(scene, question),
        instruction=_instruction(scene, question, draft),
        notice=scene.notice(question.text),
        parts=tuple(_parts(scene, question, draft)),
        note=_note(scene, question, draft),
        keys=keys,
        columns=columns,
        has_more=question.learn_more is not None,
    )


def _instruction(scene: Scene, question: Entered, draft: Draft) -> str:
    match question:
        case Number():
            return bounds(scene, question)
        case Date() if draft.calendar is not Calendar.GREGORIAN or question.calendar:
            return scene.say(_CALENDARS[draft.calendar])
    return ""


def _parts(scene: Scene, question: Entered, draft: Draft) -> Iterator[Spoken]:
    labels = _labels(scene, question)
    for place, text in enumerate(draft.parts):
        told = _told(scene, question, draft, place) if text else ""
        yield {"label": labels[place], "text": told, "now": place == draft.at}


def _labels(scene: Scene, question: Entered) -> tuple[str, ...]:
    sense = scene.say.sense
    match question:
        case Number():
            return ("",)
        case Date():
            year, month = sense("part of a date", "Year"), sense("part of a date", "Month")
            return (year, month, sense("part of a date", "Day"))
    return (sense("part of a time", "Hour"), sense("part of a time", "Minute"))


def _told(scene: Scene, question: Entered, draft: Draft, place: int) -> str:
    text = draft.parts[place]
    match question:
        case Number():
            return told_number(scene, text)
        case Date() if place == 1:
            return month_names(draft.calendar, scene.language)[int(text) - 1]
        case Date():
            return native_digits(text, scene.language)
    return native_digits(f"{int(text):02}", scene.language)


def _note(scene: Scene, question: Entered, draft: Draft) -> str:
    """The same day, month or year as the Gregorian calendar has it."""
    value = entering.value_of(question, draft)
    if draft.calendar is Calendar.GREGORIAN or not isinstance(value, Dated):
        return ""
    told = told_date(scene, value.date, Calendar.GREGORIAN)
    return scene.say("In the Gregorian calendar: {date}", date=told)


# -- buttons ----------------------------------------------------------------------------------


def _keys(scene: Scene, question: Entered, draft: Draft) -> tuple[tuple[Spoken, ...], int]:
    """The buttons of the part that is entered now, and in how many columns they stand."""
    match question, draft.at:
        case Number(), _:
            pad = _pad(scene, question)
            return pad, 3 if len(pad) == 12 else 4
        case Date(), 0:
            return _pad(scene, None), 3
        case Date(), 1:
            names = month_names(draft.calendar, scene.language)
            return _picks(scene, draft, [(number, name) for number, name in enumerate(names, 1)]), 3
        case Date(), _:
            last = month_length(draft.calendar, draft.parts[0], draft.parts[1])
            return _picks(scene, draft, [(day, "") for day in range(1, last + 1)]), 7
        case _, 0:
            return _picks(scene, draft, [(hour, "") for hour in range(24)]), 6
    return _minutes(scene, draft), 4


def _pad(scene: Scene, question: Number | None) -> tuple[Spoken, ...]:
    """Ten digits; a sign and a decimal mark where the number may have them."""
    has_sign = question is not None and (question.least is None or question.least < 0)
    has_mark = question is not None and not question.is_whole
    digits = [_key(digit, native_digits(digit, scene.language)) for digit in "1234567890"]
    erase = _key("erase", "", scene.say("Delete digit"), sign="erase")
    sign = _key("sign", "−", scene.say("Minus")) if has_sign else _BLANK
    mark = _key("mark", language(scene.language).decimal, scene.say("Decimal mark")) if has_mark else _BLANK
    if has_sign and has_mark:
        return (*digits[:3], erase, *digits[3:6], sign, *digits[6:9], mark, _BLANK, digits[9], _BLANK, _BLANK)
    return (*digits[:9], mark if has_mark else sign, digits[9], erase)


def _picks(scene: Scene, draft: Draft, numbered: list[tuple[int, str]]) -> tuple[Spoken, ...]:
    now = draft.parts[draft.at]
    return tuple(
        _key(f"{PICK}{number}", name or native_digits(str(number), scene.language), is_on=str(number) == now)
        for number, name in numbered
    )


def _minutes(scene: Scene, draft: Draft) -> tuple[Spoken, ...]:
    now = draft.parts[1]
    fives = tuple(
        _key(f"{PICK}{minute}", native_digits(f"{minute:02}", scene.language), is_on=str(minute) == now)
        for minute in _MINUTES
    )
    earlier = _key("earlier", native_digits("−1", scene.language), scene.say("One minute earlier"))
    later = _key("later", native_digits("+1", scene.language), scene.say("One minute later"))
    return (*fives, earlier, later)


_BLANK: Spoken = {"code": "", "label": "", "spoken": "", "sign": "", "isOn": False}


def _key(code: str, label: str, spoken: str = "", *, sign: str = "", is_on: bool = False) -> Spoken:
    return {"code": code, "label": label, "spoken": spoken or label, "sign": sign, "isOn": is_on}


@QmlElement
class EntryViewModel(InstructedViewModel[EntryProps]):
    partsChanged = Signal()
    noteChanged = Signal()
    keysChanged = Signal()
    columnsChanged = Signal()
    hasMoreChanged = Signal()

    @Property(list, notify=partsChanged)
    def parts(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.parts]

    @Property(str, notify=noteChanged)
    def note(self) -> str:
        return self._props.note

    @Property(list, notify=keysChanged)
    def keys(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.keys]

    @Property(int, notify=columnsChanged)
    def columns(self) -> int:
        return self._props.columns

    @Property(bool, notify=hasMoreChanged)
    def hasMore(self) -> bool:
        return self._props.has_more

    @Slot(str)
    def press(self, code: str) -> None:
        self._acts.fold(lambda journey: entering.enter(journey, code=code))

    @Slot(int)
    def turnTo(self, part: int) -> None:
        self._acts.fold(lambda journey: entering.turn_to(journey, part=part))

    @Slot()
    def learnMore(self) -> None:
        self._acts.learn("")

    @Slot()
    def listen(self) -> None:
        self._acts.listen(str(self._props.heading["sound"]))
