"""What each letter of LimeSurvey's types asks for, and the variables it has."""

import re
from collections.abc import Callable, Iterator, Mapping
from types import MappingProxyType
from typing import Final

from icc_consult.formats.limesurvey.structure import Asked, Item
from icc_consult.formats.limesurvey.variables import Mark, Meaning, Rank, Sort, Value
from icc_consult.i18n import N_

LISTS: Final = frozenset("L!O")
FIXED: Final = frozenset("5YG")
SEVERAL: Final = frozenset("MP")
TEXTS: Final = frozenset("STU")
ARRAYS: Final = frozenset("FHABCE")
SCALES: Final = frozenset("5AB")
FIXED_ANSWERS: Final[Mapping[str, tuple[tuple[str, str], ...]]] = MappingProxyType(
    {
        "Y": (("Y", N_("Yes")), ("N", N_("No"))),
        "G": (("F", N_("Female")), ("M", N_("Male"))),
        "C": (("Y", N_("Yes")), ("U", N_("Uncertain")), ("N", N_("No"))),
        "E": (("I", N_("Increase")), ("S", N_("Same")), ("D", N_("Decrease"))),
        **dict.fromkeys("5A", tuple((str(one), str(one)) for one in range(1, 6))),
        "B": tuple((str(one), str(one)) for one in range(1, 11)),
    }
)
_NUMERAL_LIKE = re.compile(r"[-+]?[\d.,]+")
_NUMERAL = re.compile(r"0|[1-9]\d*")
_YES = frozenset({"1", "Y", "y"})

Variables = Iterator[tuple[str, Meaning]]


def is_on(question: Asked, attribute: str) -> bool:
    """Whether a switch among the attributes is on."""
    return question.attribute(attribute) in _YES


def other_code(items: tuple[Item, ...]) -> str:
    """A code for the choice that LimeSurvey adds by itself."""
    taken = {item.code for item in items}
    return next(code for code in ("other", *(f"other{n}" for n in range(2, 9999))) if code not in taken)


def choices_of_ranking(question: Asked) -> tuple[Item, ...]:
    """Answers, or in surveys that never had any, the subquestions."""
    return question.answers_on(0) or question.on_scale(0)


def variables_of(question: Asked) -> Variables:
    """Every variable of a question under its code; none for kinds that store nothing."""
    kind = question.type
    if kind in LISTS:
        yield from _list(question)
    elif kind in FIXED or kind in {"N", "D"} or kind in TEXTS:
        yield question.code, Value(question.code, _sort(question), question.code)
    elif make := _MANY.get(kind):
        yield from make(question)


def _sort(question: Asked) -> Sort:
    if question.type == "D":
        return Sort.MOMENT
    if question.type in {"N", "5"} or (question.type in TEXTS and is_on(question, "numbers_only")):
        return Sort.NUMBER
    return Sort.TEXT if question.type in TEXTS else Sort.CODE


def _sort_of(items: tuple[Item, ...]) -> Sort:
    """Codes such as 01 are numbers to one language and none to the other: they compare as texts only."""
    odd = any(_NUMERAL_LIKE.fullmatch(one.code) and not _NUMERAL.fullmatch(one.code) for one in items)
    return Sort.TEXT if odd else Sort.CODE


def _list(question: Asked) -> Variables:
    code, items = question.code, question.answers_on(0)
    other = other_code(items) if question.has_other else ""
    yield code, Value(code, _sort_of(items), code, other)
    if other:
        yield f"{code}_other", Value(f"{code}_other", Sort.TEXT, code)
    if question.type == "O":
        yield f"{code}_comment", Value(f"{code}_comment", Sort.TEXT, code)


def _several(question: Asked) -> Variables:
    code = question.code
    for item in question.on_scale(0):
        yield f"{code}_{item.code}", Mark(code, item.code, code)
        if question.type == "P":
            yield f"{code}_{item.code}comment", Value(f"{code}_{item.code}comment", Sort.TEXT, code)
    if question.has_other:
        yield f"{code}_other", Value(f"{code}_other", Sort.TEXT, code)


def _ranking(question: Asked) -> Variables:
    for place in range(len(choices_of_ranking(question))):
        yield f"{question.code}_{place + 1}", Rank(question.code, place, question.code)


def _each(sort: Sort) -> Callable[[Asked], Variables]:
    def make(question: Asked) -> Variables:
        for item in question.on_scale(0):
            name = f"{question.code}_{item.code}"
            yield name, Value(name, sort, question.code)

    return make


def _array(question: Asked) -> Variables:
    sort = Sort.NUMBER if question.type in SCALES else Sort.CODE
    if question.type in "FH":
        sort = _sort_of(question.answers_on(0))
    yield from _each(sort)(question)


def _dual(question: Asked) -> Variables:
    for item in question.on_scale(0):
        for scale in (0, 1):
            name = f"{question.code}_{item.code}_{scale}"
            yield name, Value(name, _sort_of(question.answers_on(scale)), question.code)


def _grid(question: Asked) -> Variables:
    marks = question.type == ":" and is_on(question, "multiflexible_checkbox")
    for row in question.on_scale(0):
        for column in question.on_scale(1):
            name = f"{question.code}_{row.code}_{column.code}"
            if marks:
                yield name, Mark(f"{question.code}_{row.code}", column.code, question.code, "1")
            else:
                sort = Sort.NUMBER if question.type == ":" else Sort.TEXT
                yield name, Value(name, sort, question.code)


_MANY: Final = MappingProxyType(
    {
        **dict.fromkeys(SEVERAL, _several),
        **dict.fromkeys(ARRAYS, _array),
        "R": _ranking,
        "Q": _each(Sort.TEXT),
        "K": _each(Sort.NUMBER),
        "1": _dual,
        ":": _grid,
        ";": _grid,
    }
)
