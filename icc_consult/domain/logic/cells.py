"""The values of one sitting, cell by cell: an item in one round of each repeat around it."""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from icc_consult.domain.logic.outline import Outline, shared
from icc_consult.domain.logic.values import Nodes, Row, Value

Path = tuple[int, ...]
Cell = tuple[str, Path]


class Cells:
    """What was given (`stored`), what applies (`relevant`), and what expressions see (`values`).

    A path numbers rounds from 0, outermost repeat first. The value of a repeat is its number of rounds.
    """

    def __init__(self, outline: Outline) -> None:
        self.outline = outline
        self.stored: dict[Cell, Value] = {}
        self.relevant: dict[Cell, bool] = {}
        self.values: dict[Cell, Value] = {}
        self.lone = {
            name for name, item in outline.items.items() if not outline.repeats[name] and not item.is_repeat
        }

    def rounds(self, repeat: str, path: Path) -> int:
        """How many rounds of the repeat there are now."""
        count = self.values.get((repeat, path), 0.0)
        return int(count) if isinstance(count, float) else 0

    def exists(self, name: str, path: Path) -> bool:
        """Whether every round on the path is there."""
        if name in self.lone:
            return not path
        repeats = self.outline.repeats[name]
        return len(path) == len(repeats) and all(
            number < self.rounds(repeat, path[:level])
            for level, (repeat, number) in enumerate(zip(repeats, path, strict=True))
        )

    def paths(self, name: str, prefix: Path = ()) -> Iterable[Path]:
        """All paths of the item that begin with the prefix, in order."""
        repeats = self.outline.repeats[name]
        if len(prefix) == len(repeats):
            return (prefix,)
        count = self.rounds(repeats[len(prefix)], prefix)
        return [path for number in range(count) for path in self.paths(name, (*prefix, number))]

    def seen_from(self, around: Sequence[str], path: Path, name: str) -> Value:
        """The value of a name, seen from inside these rounds: several where it stands in other repeats."""
        if name in self.lone:
            return self.values.get((name, ()), "")
        repeats = self.outline.repeats.get(name)
        if repeats is None:
            return ""
        if self.outline.items[name].is_repeat:
            return Nodes(self._rows(name, path[: shared(around, repeats)]))
        common = shared(around, repeats)
        if common == len(repeats):
            return self.values.get((name, path[:common]), "")
        return Nodes(self._relevant_values(name, path[:common]))

    def _relevant_values(self, name: str, prefix: Path) -> Iterator[Value]:
        for path in self.paths(name, prefix):
            if self.relevant.get((name, path)):
                yield self.values.get((name, path), "")

    def _rows(self, repeat: str, prefix: Path) -> Iterator[Row]:
        outline = self.outline
        around, inside = (*outline.repeats[repeat], repeat), outline.inside[repeat]
        for outer in self.paths(repeat, prefix):
            for number in range(self.rounds(repeat, outer)):
                path = (*outer, number)
                yield {name: self.seen_from(around, path, name) for name in inside}

    def in_round(self, around: Sequence[str], path: Path, name: str, rounds: Mapping[str, int]) -> Value:
        """The value in given rounds, counted from 1; rounds not given are those around."""
        repeats = self.outline.repeats.get(name, ())
        own = dict(zip(repeats[: shared(around, repeats)], path, strict=False))
        wanted = tuple(rounds.get(repeat, own.get(repeat, 0) + 1) - 1 for repeat in repeats)
        return self.values.get((name, wanted), "")

    def drop(self, repeat: str, path: Path, first: int) -> None:
        """Forget what was worked out for rounds from `first` on; what was given stays, should they return."""
        inside = set(self.outline.inside[repeat])
        depth = len(path)
        for known in (self.relevant, self.values):
            for cell in [cell for cell in known if cell[0] in inside and cell[1][:depth] == path]:
                if cell[1][depth] >= first:
                    del known[cell]


class Place:
    """The cells as one item sees them: the `Answers` of its expressions.

    One place serves all, in turn: `at` is where the next expression is run.
    """

    __slots__ = ("_cells", "at")

    def __init__(self, cells: Cells) -> None:
        self._cells = cells
        self.at: Cell = ("", ())

    def _around(self, name: str) -> Sequence[str]:
        return self._cells.outline.repeats[name]

    def value(self, name: str) -> Value:
        """As `Cells.seen_from` this item."""
        cells = self._cells
        if name in cells.lone:
            return cells.values.get((name, ()), "")
        here, path = self.at
        return cells.seen_from(self._around(here), path, name)

    def value_in_round(self, name: str, rounds: Mapping[str, int]) -> Value:
        """As `Cells.in_round` from this item."""
        here, path = self.at
        return self._cells.in_round(self._around(here), path, name, rounds)

    def everything(self) -> Nodes:
        """The items beside this one, and `meta`."""
        outline = self._cells.outline
        beside = outline.under[outline.items[self.at[0]].parent]
        values = [self.value(name) for name in beside]
        return Nodes((*(value for value in values if not isinstance(value, Nodes)), ""))

    def standing(self, levels: int) -> int:
        """The round of the nearest repeat at that level or above it; 1 where there is none."""
        outline, (here, path) = self._cells.outline, self.at
        above = outline.above[here][max(levels, 1) - 1 :]
        count = sum(outline.items[name].is_repeat for name in above)
        return path[count - 1] + 1 if count else 1
