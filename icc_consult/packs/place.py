"""A value somewhere in a document, and the way to it: what is missing or wrong can be pointed at."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from icc_consult.packs.refusals import PackRefused, Reason


@dataclass(frozen=True, slots=True)
class Place:
    """A value and its place, as in `parts[0].questions[2].text`; misreading it raises `PackRefused`."""

    value: Any
    where: str = ""

    def refused(self, reason: Reason, detail: str = "") -> PackRefused:
        """The refusal of what stands here."""
        return PackRefused(reason, self.where, detail)

    def has(self, name: str) -> bool:
        """Whether the object has this member, and not as null."""
        return self._object().get(name) is not None

    def at(self, name: str) -> "Place":
        """A member that must be there."""
        here = f"{self.where}.{name}" if self.where else name
        if self._object().get(name) is None:
            raise PackRefused(Reason.MISSING_FIELD, here)
        return Place(self.value[name], here)

    def members(self) -> Iterator[tuple[str, "Place"]]:
        """Every member of an object."""
        for name in self._object():
            yield name, self.at(name)

    def each(self) -> Iterator["Place"]:
        """Every entry of a list."""
        if not isinstance(self.value, list):
            raise self.refused(Reason.WRONG_KIND, "list")
        for index, entry in enumerate(self.value):
            yield Place(entry, f"{self.where}[{index}]")

    def listed(self, name: str) -> Iterator["Place"]:
        """Every entry of a list that may be missing."""
        return self.at(name).each() if self.has(name) else iter(())

    def text(self) -> str:
        """A text."""
        if not isinstance(self.value, str):
            raise self.refused(Reason.WRONG_KIND, "text")
        return self.value

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

    def _object(self) -> dict[str, Any]:
        if not isinstance(self.value, dict):
            raise self.refused(Reason.WRONG_KIND, "object")
        return self.value
