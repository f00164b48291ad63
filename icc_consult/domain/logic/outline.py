"""How the items of a form enclose each other."""

from collections.abc import Iterable, Mapping, Sequence
from functools import cached_property

from icc_consult.domain.logic.errors import CircularReference, NameTakenTwice, UnknownName
from icc_consult.domain.logic.items import LogicItem


class Outline:
    """Items by name, in form order, with what encloses them. Raises where that is contradictory."""

    def __init__(self, items: Iterable[LogicItem]) -> None:
        self.items: dict[str, LogicItem] = {}
        for item in items:
            if item.name in self.items:
                raise NameTakenTwice(item.name)
            self.items[item.name] = item
        self.above = dict.fromkeys(self.items, ()) | {
            name: self._above(name) for name, item in self.items.items() if item.parent
        }
        self.repeats = {name: self._repeats(name) if above else () for name, above in self.above.items()}

    @cached_property
    def place(self) -> Mapping[str, int]:
        """By name: the number of the item in the form, counted from 0."""
        return {name: place for place, name in enumerate(self.items)}

    @property
    def is_in_order(self) -> bool:
        """Whether every group and repeat stands before what it encloses."""
        inner = [(name, above[0]) for name, above in self.above.items() if above]
        return all(self.place[around] < self.place[name] for name, around in inner)

    def _above(self, name: str) -> tuple[str, ...]:
        """Enclosing groups and repeats, innermost first."""
        path = [name]
        while parent := self.items[path[-1]].parent:
            around = self.items.get(parent)
            if around is None or not (around.is_group or around.is_repeat):
                raise UnknownName(parent)
            if parent in path:
                raise CircularReference((*path[path.index(parent) :], parent))
            path.append(parent)
        return tuple(path[1:])

    def _repeats(self, name: str) -> tuple[str, ...]:
        """Enclosing repeats, outermost first: one number of a cell's path for each."""
        return tuple(above for above in reversed(self.above[name]) if self.items[above].is_repeat)

    @cached_property
    def under(self) -> Mapping[str, Sequence[str]]:
        """The items directly under each group or repeat, and under "" those of the form itself."""
        found: dict[str, list[str]] = {"": [], **{name: [] for name in self.items}}
        for item in self.items.values():
            found[item.parent].append(item.name)
        return found

    @cached_property
    def inside(self) -> Mapping[str, Sequence[str]]:
        """All items in each repeat, those of repeats within it too."""
        found: dict[str, list[str]] = {name: [] for name, item in self.items.items() if item.is_repeat}
        for name, repeats in self.repeats.items():
            for repeat in repeats:
                found[repeat].append(name)
        return found


def shared(one: Sequence[str], other: Sequence[str]) -> int:
    """How many enclosing repeats two places have in common."""
    count = 0
    for here, there in zip(one, other, strict=False):
        if here != there:
            break
        count += 1
    return count
