"""A value somewhere in a document, and the way to it: what is missing or wrong can be pointed at."""

from collections import deque
from collections.abc import Iterator, Mapping
from typing import Any

from icc_consult.packs.refusals import PackRefused, Reason

_MOST_KNOWN = 16


class Place:
    """A value and its place, as in `parts[0].questions[2].text`; misreading it raises `PackRefused`.

    The way to it is put into words only when somebody asks: thousands of places are read, and few are wrong.
    """

    __slots__ = ("_above", "_known", "_step", "value")

    def __init__(self, value: Any, above: "str | Place" = "", step: str | int = "") -> None:
        """`above` is where it stands: a place and the step from there, or the way in words."""
        self.value = value
        self._above = above
        self._step = step
        if not isinstance(above, Place):
            self._known: deque[tuple[Any, Any]] = deque(maxlen=_MOST_KNOWN)

    @property
    def where(self) -> str:
        """The way to it from the top of the document."""
        if isinstance(self._above, str):
            return self._above
        above = self._above.where
        if isinstance(self._step, int):
            return f"{above}[{self._step}]"
        return f"{above}.{self._step}" if above else self._step

    @property
    def known(self) -> deque[tuple[Any, Any]]:
        """Values of the whole document that were read lately, with what they were read as."""
        return self._above.known if isinstance(self._above, Place) else self._known

    def refused(self, reason: Reason, detail: str = "") -> PackRefused:
        """The refusal of what stands here."""
        return PackRefused(reason, self.where, detail)

    def has(self, name: str) -> bool:
        """Whether the object has this member, and not as null."""
        return self.given().get(name) is not None

    def given(self) -> Mapping[str, Any]:
        """The object as it stands, for whoever only looks which members there are."""
        if not isinstance(self.value, dict):
            raise self.refused(Reason.WRONG_KIND, "object")
        return self.value

    def at(self, name: str) -> "Place":
        """A member that must be there."""
        value = self.given().get(name)
        if value is None:
            raise PackRefused(Reason.MISSING_FIELD, Place(None, self, name).where)
        return Place(value, self, name)

    def members(self) -> Iterator[tuple[str, "Place"]]:
        """Every member of an object."""
        for name in self.given():
            yield name, self.at(name)

    def each(self) -> Iterator["Place"]:
        """Every entry of a list."""
        if not isinstance(self.value, list):
            raise self.refused(Reason.WRONG_KIND, "list")
        for index, entry in enumerate(self.value):
            yield Place(entry, self, index)

    def listed(self, name: str) -> Iterator["Place"]:
        """Every entry of a list that may be missing."""
        return self.at(name).each() if self.has(name) else iter(())

    def text(self) -> str:
        """A text."""
        if not isinstance(self.value, str):
            raise self.refused(Reason.WRONG_KIND, "text")
        return self.value

    def text_at(self, name: str) -> str:
        """The text of a member that must be there."""
        value = self.given().get(name)
        return value if isinstance(value, str) else self.at(name).text()

    def flag(self, name: str) -> bool:
        """A member that is true or false, false where it is missing."""
        if not self.has(name):
            return False
        here = self.at(name)
        if not isinstance(here.value, bool):
            raise here.refused(Reason.WRONG_KIND, "true or false")
        return here.value

    def count(self, name: str, default: int, *, least: int, most: int) -> int:
        """A whole number within bounds, or the default where it is missing."""
        if not self.has(name):
            return default
        here = self.at(name)
        if not isinstance(here.value, int) or isinstance(here.value, bool):
            raise here.refused(Reason.WRONG_KIND, "whole number")
        if not least <= here.value <= most:
            raise here.refused(Reason.WRONG_VALUE, str(here.value))
        return here.value
