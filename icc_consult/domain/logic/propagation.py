"""Working out what is due, step by step in the order of the graph, and nothing else."""

from datetime import timezone
from heapq import heappop, heappush
from math import isnan

from icc_consult.domain.logic.cells import Cell, Cells, Path, Place
from icc_consult.domain.logic.expression import Expression
from icc_consult.domain.logic.graph import Effect, LogicGraph
from icc_consult.domain.logic.items import Aspect, LogicItem
from icc_consult.domain.logic.moments import Moment
from icc_consult.domain.logic.outline import shared
from icc_consult.domain.logic.scope import Scope, World
from icc_consult.domain.logic.values import Codes, Nodes, Value, number, text, truth

MOST_ROUNDS = 200


class Propagation:
    """The cells of one sitting and what is due on them."""

    def __init__(self, graph: LogicGraph, world: World) -> None:
        self.graph = graph
        self.world = world
        self.cells = Cells(graph.outline)
        self.evaluations = 0
        self.changed: set[Cell] = set()
        self.asked: dict[tuple[Aspect, Cell], Value] = {}
        self._place = Place(self.cells)
        self._scope = Scope(self._place, "", world)
        self._due: list[tuple[int, Path]] = []
        self._is_due: set[tuple[int, Path]] = set()
        self._actions: list[tuple[int, Path, str, Aspect]] = []

    def begin(self) -> None:
        """Every cell outside repeats comes into being; nothing is due where nothing can come of it."""
        repeats, graph, stored = self.graph.outline.repeats, self.graph, self.cells.stored
        constant, given = graph.constant, graph.given
        cells: list[Cell] = [(name, ()) for name, around in repeats.items() if not around]
        idle = [cell for cell in cells if cell[0] in given and cell not in stored]
        self.cells.relevant.update(dict.fromkeys([cell for cell in cells if cell[0] in constant], True))
        self.cells.values.update(dict.fromkeys(idle, ""))
        due = [graph.applies[name] for name, _ in cells if name not in constant]
        due += [graph.value[name] for name, _ in dict.fromkeys(cells).keys() - idle]
        self._due = [(rank, ()) for rank in sorted(due)]
        self._is_due = set(self._due)
        for name, aspect in self.graph.expressions:
            if aspect is Aspect.DEFAULT and not repeats[name]:
                self._put_default(name, ())

    def open(self, name: str, path: Path) -> None:
        """A cell comes into being: everything about it is due, and its default if nothing was given."""
        self.put(self.graph.applies[name], path)
        self.put(self.graph.value[name], path)
        if (name, Aspect.DEFAULT) in self.graph.expressions:
            self._put_default(name, path)

    def _put_default(self, name: str, path: Path) -> None:
        if (name, path) not in self.cells.stored:
            self._act_later(name, path, Aspect.DEFAULT)

    def put(self, rank: int, path: Path) -> None:
        """Make a step due in one cell."""
        due = (rank, path)
        if due not in self._is_due:
            self._is_due.add(due)
            heappush(self._due, due)

    def affect(self, effect: Effect, path: Path) -> None:
        """A value changed at the path: put what reads it, or forget what was asked of it."""
        for place in self.cells.paths(effect.name, path[: effect.common]):
            if effect.is_later and place <= path:
                continue
            if effect.rank is not None:
                self.put(effect.rank, place)
            else:
                self.asked.pop((effect.aspect, (effect.name, place)), None)

    def settle(self) -> None:
        """Work until nothing is due; then defaults and triggered calculations, one by one."""
        due, is_due, exists, step = self._due, self._is_due, self.cells.exists, self.graph.step
        while due or self._actions:
            if not due:
                _, path, name, aspect = heappop(self._actions)
                self._act(name, path, aspect)
                continue
            is_due.discard(now := heappop(due))
            rank, path = now
            name, is_value = step(rank)
            if exists(name, path):
                (self._work_out_value if is_value else self._work_out_relevance)(name, path)

    def run(self, name: str, path: Path, aspect: Aspect, own: Value) -> Value:
        """Run one expression of a cell."""
        return self._run(self.graph.expressions[name, aspect], name, path, own)

    def _run(self, expression: Expression, name: str, path: Path, own: Value) -> Value:
        self.evaluations += 1
        return expression.value(self._scope_at(name, path, own))

    def ask(self, name: str, path: Path, aspect: Aspect) -> Value:
        """Run what nothing else depends on, once until something it reads changes."""
        key = (aspect, (name, path))
        if key not in self.asked:
            own = self.cells.values.get((name, path), "")
            work_out = self._offered if aspect is Aspect.CHOICE_FILTER else self.run
            self.asked[key] = work_out(name, path, aspect, own)
        return self.asked[key]

    def _offered(self, name: str, path: Path, aspect: Aspect, own: Value) -> Codes:
        self.evaluations += 1
        rows = self.graph.outline.items[name].choices
        condition, scope = self.graph.expressions[name, aspect], self._scope_at(name, path, own)
        views = [scope.at_row(dict(row), place, len(rows)) for place, row in enumerate(rows, 1)]
        passing = (truth(condition.value(view)) for view in views)
        return Codes(row["name"] for row, passes in zip(rows, passing, strict=True) if passes)

    def _scope_at(self, name: str, path: Path, own: Value) -> Scope:
        """There is one scope for all expressions, since none is run while another one is."""
        scope = self._scope
        if scope.world is not self.world:
            scope = self._scope = Scope(self._place, own, self.world)
        self._place.at = name, path
        scope.renew(own)
        return scope

    def _work_out_relevance(self, name: str, path: Path) -> None:
        graph, cell, item = self.graph, (name, path), self.graph.outline.items[name]
        relevant, fresh = self.cells.relevant, self._applies(item, path)
        if relevant.get(cell) is fresh:
            return
        relevant[cell] = fresh
        self.changed.add(cell)
        if cell in self.cells.stored or name not in graph.given:  # otherwise it has no value either way
            self.put(graph.value[name], path)
        if item.is_group:
            for child in graph.outline.under[name]:
                self.put(graph.applies[child], path)

    def _applies(self, item: LogicItem, path: Path) -> bool:
        if item.parent:
            parent = self.graph.outline.items[item.parent]
            if not self.cells.relevant.get((parent.name, path[:-1] if parent.is_repeat else path), False):
                return False
        condition = self.graph.expressions.get((item.name, Aspect.RELEVANT))
        return condition is None or truth(self._run(condition, item.name, path, ""))

    def _work_out_value(self, name: str, path: Path) -> None:
        cell = (name, path)
        fresh, former = self._value(name, path), self.cells.values.get(cell)
        if former is not None and _is_same(fresh, former):
            return
        self.cells.values[cell] = fresh
        self.changed.add(cell)
        if former is None and fresh == "":
            return  # which is what everybody saw here before
        if self.graph.outline.items[name].is_repeat:
            self._resize(name, path, former)
        for effect in self.graph.effects.get(name, ()):
            self.affect(effect, path)
        if former is not None:
            self._fire(name, path)

    def _value(self, name: str, path: Path) -> Value:
        item, cell = self.graph.outline.items[name], (name, path)
        if item.is_repeat:
            return self._rounds(name, path)
        if not self.cells.relevant.get(cell, False):
            return ""
        calculation = self.graph.expressions.get((name, Aspect.CALCULATION))
        if calculation is None or item.trigger:
            return self.cells.stored.get(cell, "")
        value = self._run(calculation, name, path, self.cells.stored.get(cell, ""))
        if calculation.facts.is_once:
            self.cells.stored[cell] = _kept(value)
        return value

    def _rounds(self, name: str, path: Path) -> float:
        if not self.cells.relevant.get((name, path), False):
            return 0.0
        if (name, Aspect.REPEAT_COUNT) in self.graph.expressions:
            wanted: Value = self.run(name, path, Aspect.REPEAT_COUNT, "")
        else:
            wanted = self.cells.stored.get((name, path), 1.0)
        return round_count(wanted, self.world.zone)

    def _resize(self, repeat: str, path: Path, former: Value | None) -> None:
        outline, rounds = self.graph.outline, self.cells.rounds(repeat, path)
        before = int(former) if isinstance(former, float) else 0
        if rounds < before:
            self.cells.drop(repeat, path, rounds)
            self.asked = {key: kept for key, kept in self.asked.items() if self.cells.exists(*key[1])}
        around = (*outline.repeats[repeat], repeat)
        for place in range(before, rounds):
            for name in outline.inside[repeat]:
                if outline.repeats[name] == around:
                    self.open(name, (*path, place))

    def _fire(self, name: str, path: Path) -> None:
        outline = self.graph.outline
        for target in self.graph.triggered.get(name, ()):
            common = shared(outline.repeats[name], outline.repeats[target])
            for place in self.cells.paths(target, path[:common]):
                self._act_later(target, place, Aspect.CALCULATION)

    def _act_later(self, name: str, path: Path, aspect: Aspect) -> None:
        heappush(self._actions, (self.graph.outline.place[name], path, name, aspect))

    def _act(self, name: str, path: Path, aspect: Aspect) -> None:
        cell = (name, path)
        is_gone = not self.cells.exists(name, path) or (name, aspect) not in self.graph.expressions
        if is_gone or (aspect is Aspect.DEFAULT and cell in self.cells.stored):
            return
        self.cells.stored[cell] = _kept(self.run(name, path, aspect, self.cells.stored.get(cell, "")))
        self.put(self.graph.value[name], path)


def round_count(wanted: Value, zone: timezone) -> float:
    """A whole number of rounds within bounds; none for what is no number."""
    count = number(wanted, zone)
    return 0.0 if isnan(count) else float(int(min(max(count, 0), MOST_ROUNDS)))


def _kept(value: Value) -> Value:
    return text(value) if isinstance(value, Moment | Nodes) else value


def _is_same(one: Value, other: Value) -> bool:
    if isinstance(one, float) and isinstance(other, float) and isnan(one):
        return isnan(other)
    return type(one) is type(other) and one == other
