"""One sitting with a form: answers come in, and only what depends on them is worked out again."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace

from icc_consult.domain.logic.cells import Cell, Path
from icc_consult.domain.logic.errors import UnknownName
from icc_consult.domain.logic.graph import LogicGraph
from icc_consult.domain.logic.items import Aspect
from icc_consult.domain.logic.propagation import Propagation, round_count
from icc_consult.domain.logic.scope import World
from icc_consult.domain.logic.values import Codes, given, plain, text, truth


class LogicRun:
    """The logic of one sitting. A cell is (name, path); the path numbers rounds around it from 0.

    What was given is kept while an item does not apply or its round is gone, and counts again when it
    returns. `answers` are those of `stored`, to go on where a sitting was left.
    """

    def __init__(
        self, graph: LogicGraph, answers: Mapping[str, object] | None = None, *, world: World | None = None
    ) -> None:
        self._graph = graph
        self._work = Propagation(graph, world or World())
        self._take(answers or {}, ())
        self._work.begin()
        self._work.settle()

    @property
    def evaluations(self) -> int:
        """How many expressions were run so far."""
        return self._work.evaluations

    def answer(self, name: str, value: object, at: Path = ()) -> frozenset[Cell]:
        """Give or change one answer; of a repeat, its number of rounds. Raises `UnknownName`.

        What applies differently or has another value now comes back.
        """
        if name not in self._graph.outline.items:
            raise UnknownName(name)
        self._store(name, value, at)
        self._work.put(self._graph.value[name], at)
        return self._settled()

    def speak(self, choice_name: Callable[[str, str], str]) -> frozenset[Cell]:
        """Change the language: what reads the words of choices is worked out again."""
        self._work.world = replace(self._work.world, choice_name=choice_name)
        for effect in self._graph.worded:
            self._work.affect(effect, ())
        return self._settled()

    def relevant(self, name: str, at: Path = ()) -> bool:
        """Whether it applies: itself, all groups around it, and the round."""
        return self._work.cells.relevant.get((name, at), False)

    def value(self, name: str, at: Path = ()) -> str | float | bool | list[str]:
        """The value as expressions see it: empty text where it does not apply; of a repeat, its rounds."""
        return plain(self._work.cells.values.get((name, at), ""))

    def required(self, name: str, at: Path = ()) -> bool:
        """Whether an answer is wanted before going on."""
        return self._has(name, Aspect.REQUIRED) and truth(self._work.ask(name, at, Aspect.REQUIRED))

    def valid(self, name: str, at: Path = ()) -> bool:
        """Whether the constraint holds; without an answer it does."""
        if not self._has(name, Aspect.CONSTRAINT) or text(self._work.cells.values.get((name, at), "")) == "":
            return True
        return truth(self._work.ask(name, at, Aspect.CONSTRAINT))

    def choices(self, name: str, at: Path = ()) -> tuple[str, ...]:
        """The codes on offer, in the order of the list."""
        if not self._has(name, Aspect.CHOICE_FILTER):
            return tuple(row["name"] for row in self._graph.outline.items[name].choices)
        offered = self._work.ask(name, at, Aspect.CHOICE_FILTER)
        return tuple(offered) if isinstance(offered, Codes) else ()

    def shown(self) -> Iterator[Cell]:
        """The questions that apply, in form order, round after round."""
        items = self._graph.outline.items
        levels = [self._under("", ())]
        while levels:
            cell = next(levels[-1], None)
            if cell is None:
                levels.pop()
                continue
            item = items[cell[0]]
            if item.is_group or item.is_repeat:
                levels.append(self._under(*cell))
            else:
                yield cell

    def stored(self) -> dict[str, object]:
        """What was given, each repeat as a list of its rounds: enough to go on later."""
        level: dict[str, object] = {}
        for (name, path), value in self._work.cells.stored.items():
            row = self._row_of(level, name, path)
            if row is not None and not self._graph.outline.items[name].is_repeat:
                row[name] = plain(value)
            elif row is not None and isinstance(value, float):
                _lengthened(row, name, int(value))
        return level

    def _row_of(self, level: dict[str, object], name: str, path: Path) -> dict[str, object] | None:
        for depth, (repeat, number) in enumerate(zip(self._graph.outline.repeats[name], path, strict=False)):
            kept = self._work.cells.stored.get((repeat, path[:depth]), 1.0)
            if not self._has(repeat, Aspect.REPEAT_COUNT) and isinstance(kept, float) and number >= kept:
                return None
            level = _lengthened(level, repeat, number + 1)[number]
        return level

    def _under(self, name: str, path: Path) -> Iterator[Cell]:
        outline = self._graph.outline
        is_repeat = bool(name) and outline.items[name].is_repeat
        rounds = self._work.cells.rounds(name, path) if is_repeat else 0
        for inner in [(*path, number) for number in range(rounds)] if is_repeat else [path]:
            yield from filter(
                self._work.cells.relevant.get, [(child, inner) for child in outline.under[name]]
            )

    def _has(self, name: str, aspect: Aspect) -> bool:
        return (name, aspect) in self._graph.expressions

    def _settled(self) -> frozenset[Cell]:
        self._work.changed = set()
        self._work.settle()
        return frozenset(self._work.changed)

    def _store(self, name: str, value: object, at: Path) -> None:
        zone = self._work.world.zone
        kept = given(value, zone)
        if self._graph.outline.items[name].is_repeat:
            kept = round_count(kept, zone)
        self._work.cells.stored[name, at] = kept

    def _take(self, answers: Mapping[str, object], at: Path) -> None:
        for name, value in answers.items():
            item = self._graph.outline.items.get(name)
            if item is None:
                raise UnknownName(name)
            if item.is_repeat and isinstance(value, list | tuple):
                self._store(name, len(value), at)
                for number, row in enumerate(value):
                    self._take(row, (*at, number))
            elif item.is_group and isinstance(value, Mapping):
                self._take(value, at)
            else:
                self._store(name, value, at)


def _lengthened(level: dict[str, object], repeat: str, count: int) -> list[dict[str, object]]:
    rows = level.setdefault(repeat, [])
    if not isinstance(rows, list):
        return []
    rows.extend({} for _ in range(count - len(rows)))
    return rows
