"""Reading PrefLib's .soc, .soi, .toc, .toi and .cat files of both generations."""

from collections.abc import Iterable
from pathlib import PurePath
from typing import Final

from icc_consult.formats.ballots.faults import Fault, Oddity
from icc_consult.formats.ballots.text import Source
from icc_consult.formats.preflib.header import Header, Line, read_header
from icc_consult.formats.preflib.orders import Orders
from icc_consult.formats.preflib.profile import DataType, Preference, Profile, fits, type_of

TYPES: Final = tuple(each.value for each in DataType)
_Ballots = dict[Preference, int]


def read_preflib(source: Source) -> Profile:
    """The profile in a file; raises BallotsRefused. The type is the file's ending, else what its header says.

    Equal preferences are put together. Where orders do not keep to the type, the type they are of is told.
    """
    header, lines = read_header(source)
    if not header.alternatives:
        raise source.refused(Fault.NO_OPTIONS, next(lines, Line(1, 1, "")).number, 1)
    alternatives = {number: header.alternatives[number] for number in sorted(header.alternatives)}
    kind = _stated_type(source, header)
    ballots, used = _ballots(header, lines, has_categories=kind is DataType.CAT)
    if not ballots:
        raise source.refused(Fault.NO_BALLOTS, source.text.count("\n") + 1, 1)
    categories: tuple[str, ...] = ()
    if kind is DataType.CAT:
        categories, ballots = _with_categories(header, ballots)
    else:
        kind = _checked_type(source, kind, type_of(ballots, len(alternatives)))
    _compare(header, ballots, used, len(categories))
    rest = {key: value for key, value in header.rest.items() if key != "DATA TYPE"}
    return Profile(kind, alternatives, ballots, categories, rest)


def _stated_type(source: Source, header: Header) -> DataType:
    for text in (PurePath(source.name).suffix[1:], header.rest.get("DATA TYPE", "")):
        if text.lower() in TYPES:
            return DataType(text.lower())
    return DataType.CAT if header.categories else DataType.TOI


def _ballots(header: Header, lines: Iterable[Line], *, has_categories: bool) -> tuple[_Ballots, int]:
    """How many people voted each preference, and how many lines say so."""
    source = header.source
    orders = Orders(source, header.alternatives, has_categories)
    found: _Ballots = {}
    used = 0
    for used, line in enumerate(lines, start=1):  # noqa: B007
        before, mark, after = line.text.partition(header.mark)
        if not mark:
            raise source.refused(Fault.NOT_A_BALLOT, line.number, line.column, line.text)
        count = source.number(before, line.number, line.column)
        if count < 0:
            raise source.refused(Fault.COUNT_NEGATIVE, line.number, line.column, before)
        preference = orders.preference(after, line.number, line.column + len(before) + 1)
        if header.categories and has_categories and len(preference) > len(header.categories):
            stated, found_here = str(len(header.categories)), str(len(preference))
            raise source.refused(
                Fault.TOO_MANY_CATEGORIES, line.number, line.column, stated=stated, found=found_here
            )
        if count:
            found[preference] = found.get(preference, 0) + count
        else:
            source.note(Oddity.COUNTS_NOBODY, line.number, line.column)
    return found, used


def _with_categories(header: Header, ballots: _Ballots) -> tuple[tuple[str, ...], _Ballots]:
    """The names of the categories, and ballots that all have as many."""
    names = tuple(header.categories[number] for number in sorted(header.categories))
    if not names:
        names = tuple(str(number + 1) for number in range(max(map(len, ballots))))
    filled: _Ballots = {}
    for preference, count in ballots.items():
        full = preference + ((),) * (len(names) - len(preference))
        filled[full] = filled.get(full, 0) + count
    return names, filled


def _checked_type(source: Source, stated: DataType, found: DataType) -> DataType:
    if fits(stated, found):
        return stated
    source.note(Oddity.OTHER_KIND, 1, 1, stated=stated.value, found=found.value)
    return found


def _compare(header: Header, ballots: _Ballots, lines: int, categories: int) -> None:
    """Remark on numbers in the header that are not so; equal preferences on several lines are no fault."""
    true = {"voters": sum(ballots.values()), "preferences": len(ballots), "categories": categories}
    for name, number in true.items():
        if name in header.stated:
            stated, line = header.stated[name]
            if name != "preferences" or stated != str(lines):
                header.source.expect(name, stated, number, line)
