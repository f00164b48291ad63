"""What a path means. Names are unique in a form, so its last name says which question it leads to."""

from dataclasses import dataclass

from icc_consult.domain.logic.tree import (
    Answer,
    Around,
    Call,
    Column,
    Current,
    Everything,
    Lookup,
    Node,
    Number,
    Own,
    Text,
)

_FRAME = 2  # instance('list')/root/item: two names that only frame the rows


@dataclass(frozen=True, slots=True)
class Step:
    """One step: a name, `.`, `..` or `*`, and the conditions behind it in square brackets."""

    name: str
    conditions: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Path:
    """Where a path starts (a value, the root or the question) and where it goes."""

    start: Node | None
    conditions: tuple[Node, ...]
    steps: tuple[Step, ...]
    is_absolute: bool
    is_in_condition: bool


def meaning(path: Path) -> Node | None:
    """The node a path stands for, or None where it means nothing."""
    if path.start is None or isinstance(path.start, Answer | Current):
        return _in_form(path)
    if not path.steps and not path.conditions:
        return path.start
    if isinstance(path.start, Call) and path.start.function == "instance":
        return _in_table(path.start, path)
    if isinstance(path.start, Text | Number):
        return None
    return _rows(path.start, path.conditions, path.steps)


def _rows(source: Node, conditions: tuple[Node, ...], steps: tuple[Step, ...]) -> Node | None:
    if any(step.conditions or step.name in {"..", "*"} for step in steps):
        return None
    names = [step.name for step in steps if step.name != "."]
    return Lookup(source, conditions, names[-1] if names else "")


def _in_table(table: Call, path: Path) -> Node | None:
    frame, inside = path.steps[:_FRAME], path.steps[_FRAME:]
    conditions = tuple(condition for step in frame for condition in step.conditions)
    return _rows(table, (*path.conditions, *conditions), inside)


def _in_form(path: Path) -> Node | None:
    if path.conditions:
        return _rows(path.start, path.conditions, path.steps) if path.start else None
    for place, step in enumerate(path.steps):
        if step.conditions:
            if step.name in {".", "..", "*"}:
                return None
            return _rows(Answer(step.name), step.conditions, path.steps[place + 1 :])
    return _plain(path)


def _plain(path: Path) -> Node | None:
    names = [step.name for step in path.steps if step.name not in {".", ".."}]
    if not names:
        return _place(path)
    if names[-1] == "*":
        return Everything()
    upwards = any(step.name == ".." for step in path.steps)
    is_beside = path.start is None and not path.is_absolute and not upwards
    if is_beside and (path.is_in_condition or len(path.steps) == 1):
        return Column(names[-1])
    return Answer(names[-1])


def _place(path: Path) -> Node | None:
    levels = sum(step.name == ".." for step in path.steps)
    if levels:
        return Around(levels)
    if path.start is None and not path.steps:
        return None
    return path.start or Own()
