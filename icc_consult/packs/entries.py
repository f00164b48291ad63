"""The entries of a survey: questions of every kind, groups, repeats."""

from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from icc_consult.domain.rules import EXPRESSIONS, FREE, Rules
from icc_consult.domain.survey import (
    Calculated,
    Date,
    Entry,
    Group,
    MultipleChoice,
    Note,
    Number,
    OpenText,
    Precision,
    QuestionId,
    Ranking,
    Repeat,
    Scale,
    SingleChoice,
    Time,
)
from icc_consult.domain.wording import UNWORDED
from icc_consult.packs.place import Place
from icc_consult.packs.refusals import Reason
from icc_consult.packs.wordings import (
    RESERVED_CODES,
    card_or_none,
    choices_of,
    id_of,
    wording_of,
    wording_or_none,
)

_LONGEST_TEXT = 10_000
_MOST_ROUNDS = 100
_CALENDARS = ("", "gregorian", "persian", "ethiopian", "islamic")


def entry_of(place: Place) -> Entry:
    """One entry; raises `PackRefused` for a kind this version does not know."""
    kind = place.text_at("kind")
    if kind not in ENTRIES:
        raise place.at("kind").refused(Reason.UNKNOWN_QUESTION, kind)
    return ENTRIES[kind](place)


def _single(place: Place) -> SingleChoice:
    return SingleChoice(**_asked(place), choices=choices_of(place), is_shuffled=place.flag("shuffled"))


def _scale(place: Place) -> Scale:
    return Scale(**_asked(place), choices=choices_of(place))


def _multiple(place: Place) -> MultipleChoice:
    choices = choices_of(place)
    for choice in choices:
        if choice.code in RESERVED_CODES:
            raise place.at("choices").refused(Reason.BAD_NAME, choice.code)
    most = place.count("max_choices", 0, least=1, most=len(choices)) or None
    return MultipleChoice(**_asked(place), choices=choices, maximum=most, is_shuffled=place.flag("shuffled"))


def _ranking(place: Place) -> Ranking:
    choices = choices_of(place)
    most = place.count("max_choices", 0, least=1, most=len(choices)) or None
    return Ranking(**_asked(place), choices=choices, maximum=most, is_shuffled=place.flag("shuffled"))


def _text(place: Place) -> OpenText:
    longest = place.count("max_length", 300, least=1, most=_LONGEST_TEXT)
    return OpenText(**_asked(place), max_length=longest, is_masked=place.flag("masked"))


def _number(place: Place) -> Number:
    bounds = [_numeral(place, name) for name in ("least", "most", "step")]
    least, most, step = bounds
    if (least is not None and most is not None and least > most) or (step is not None and step <= 0):
        raise place.refused(Reason.WRONG_VALUE, str(step if step is not None and step <= 0 else most))
    whole = place.flag("whole") or not place.has("whole")
    return Number(**_asked(place), is_whole=whole, least=least, most=most, step=step)


def _numeral(place: Place, name: str) -> Decimal | None:
    if not place.has(name):
        return None
    here = place.at(name)
    if isinstance(here.value, bool) or not isinstance(here.value, int | str):
        raise here.refused(Reason.WRONG_KIND, "number")
    try:
        number = Decimal(here.value)
    except InvalidOperation:
        raise here.refused(Reason.WRONG_VALUE, str(here.value)) from None
    if not number.is_finite() or abs(number) >= 10**15:
        raise here.refused(Reason.WRONG_VALUE, str(here.value))
    return number


def _date(place: Place) -> Date:
    precision = place.at("precision").text() if place.has("precision") else Precision.DAY.value
    calendar = place.at("calendar").text() if place.has("calendar") else ""
    if precision not in {one.value for one in Precision}:
        raise place.at("precision").refused(Reason.WRONG_VALUE, precision)
    if calendar not in _CALENDARS:
        raise place.at("calendar").refused(Reason.WRONG_VALUE, calendar)
    return Date(**_asked(place), precision=Precision(precision), calendar=calendar)


def _time(place: Place) -> Time:
    return Time(**_asked(place))


def _note(place: Place) -> Note:
    return Note(**_asked(place))


def _calculated(place: Place) -> Calculated:
    return Calculated(**_asked(place, is_worded=False))


def _group(place: Place) -> Group:
    questions = tuple(entry_of(entry) for entry in place.at("questions").each())
    draw = place.count("draw", 0, least=1, most=max(len(questions), 1))
    text = wording_or_none(place, "text")
    name = id_of(place)
    return Group(name, questions, text, rules_of(place), draw, place.flag("shuffled"))


def _repeat(place: Place) -> Repeat:
    questions = tuple(entry_of(entry) for entry in place.at("questions").each())
    most = place.count("most_rounds", 10, least=1, most=_MOST_ROUNDS)
    return Repeat(id_of(place), questions, wording_or_none(place, "text"), rules_of(place), most)


ENTRIES: dict[str, Callable[[Place], Entry]] = {
    "single_choice": _single,
    "scale": _scale,
    "multiple_choice": _multiple,
    "ranking": _ranking,
    "open_text": _text,
    "number": _number,
    "date": _date,
    "time": _time,
    "note": _note,
    "calculated": _calculated,
    "group": _group,
    "repeat": _repeat,
}


_EXPRESSIONS = frozenset(EXPRESSIONS)
_MESSAGES = frozenset({"constraint_message", "required_message"})


def rules_of(place: Place) -> Rules:
    """The rules of an entry, unread; whether they can be run is seen when the whole form is known."""
    given = place.given()
    if _EXPRESSIONS.isdisjoint(given) and _MESSAGES.isdisjoint(given):
        return FREE
    written = {name: place.text_at(name) for name in EXPRESSIONS if name in given}
    messages = {name: wording_or_none(place, name) for name in _MESSAGES if name in given}
    return Rules(**written, **messages)  # type: ignore[arg-type]


def _looks(place: Place) -> frozenset[str]:
    return frozenset(look.text() for look in place.listed("looks"))


_OPTIONAL: Mapping[str, tuple[str, Callable[[Place], Any]]] = {
    "hint": ("hint", lambda place: wording_or_none(place, "hint")),
    "help": ("help_card", lambda place: card_or_none(place, "help")),
    "learn_more": ("learn_more", lambda place: card_or_none(place, "learn_more")),
    "sensitive": ("is_sensitive", lambda place: place.flag("sensitive")),
    "hidden": ("is_hidden", lambda place: place.flag("hidden")),
    "looks": ("looks", _looks),
    "picture": ("picture", lambda place: wording_or_none(place, "picture")),
    "sound": ("sound", lambda place: wording_or_none(place, "sound")),
    "read_only": ("is_read_only", lambda place: place.flag("read_only")),
}


def _asked(place: Place, *, is_worded: bool = True) -> dict[str, Any]:
    """What every question has, and of what it may have only what is there."""
    members = {
        "id": QuestionId(id_of(place)),
        "text": wording_of(place.at("text")) if is_worded else UNWORDED,
        "rules": rules_of(place),
    }
    for name in place.given():
        if name in _OPTIONAL:
            field, read = _OPTIONAL[name]
            members[field] = read(place)
    return members
