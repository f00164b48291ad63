"""One preference in the notation of PrefLib: `3,{1,2},4`."""

import re
from collections.abc import Collection
from dataclasses import dataclass, field

from icc_consult.formats.ballots.faults import Fault
from icc_consult.formats.ballots.text import Source
from icc_consult.formats.preflib.profile import Preference

_PLACE = re.compile(r"\s*(?:\{([0-9,\s]*)\}|([0-9]+))\s*(,|$)")
_NUMBER = re.compile(r"[0-9]+")


@dataclass(slots=True)
class Orders:
    """Reads preferences over some alternatives; the `known` are those with ties that were met before.

    With `categories` an empty pair of braces is a category without alternatives, else it is nothing.
    """

    source: Source
    alternatives: Collection[int]
    has_categories: bool
    known: dict[str, Preference] = field(default_factory=dict)
    places: dict[str, tuple[int, ...]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.places = {str(each): (each,) for each in self.alternatives}

    def preference(self, text: str, line: int, column: int) -> Preference:
        """The preference that begins at the column; raises BallotsRefused at the character that is wrong."""
        order = self._strict(text)
        if order is None:
            order = self.known.get(text)
        if order is None:
            order = self.known[text] = self._any(text, line, column)
        return order

    def _strict(self, text: str) -> Preference | None:
        """An order without ties, quickly; None where it is none or has a fault."""
        try:
            order = tuple([self.places[each.strip()] for each in text.split(",")])
        except KeyError:
            return None
        return order if len(set(order)) == len(order) else None

    def _any(self, text: str, line: int, column: int) -> Preference:
        order: list[tuple[int, ...]] = []
        seen: set[int] = set()
        at = 0
        text = text.rstrip(", ")
        while at < len(text):
            place = _PLACE.match(text, at)
            if place is None or (place[3] == "," and place.end() == len(text)):
                at += len(text[at:]) - len(text[at:].lstrip())
                raise self.source.refused(Fault.NOT_A_BALLOT, line, column + at, text[at:])
            group = 1 if place[2] is None else 2
            found = self._numbers(place[group], line, column + place.start(group), seen)
            if found or self.has_categories:
                order.append(found)
            at = place.end()
        return tuple(order)

    def _numbers(self, text: str, line: int, column: int, seen: set[int]) -> tuple[int, ...]:
        found = []
        for number in _NUMBER.finditer(text):
            where = column + number.start()
            alternative = self.places.get(number[0].lstrip("0"))
            if alternative is None:
                raise self.source.refused(Fault.UNKNOWN_OPTION, line, where, number[0])
            if alternative[0] in seen:
                raise self.source.refused(Fault.OPTION_TWICE, line, where, number[0])
            seen.add(alternative[0])
            found.append(alternative[0])
        return tuple(sorted(found))
