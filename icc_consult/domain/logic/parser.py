"""From words to a tree."""

from icc_consult.domain.logic.errors import (
    EarlierAnswersWanted,
    ExpressionTooDeep,
    ExpressionTooLong,
    NotAnExpression,
)
from icc_consult.domain.logic.paths import Path, Step, meaning
from icc_consult.domain.logic.tokens import tokens_of
from icc_consult.domain.logic.tree import Answer, Call, Chain, Current, Negative, Node, Number, Text

LONGEST = 100_000
DEEPEST = 150

_RANKS = {
    operator: rank
    for rank, operators in enumerate(("or", "and", "= !=", "< <= > >=", "+ -", "* div mod", "|"), start=1)
    for operator in operators.split()
}
_TIGHTEST = 7
_SLASHES = frozenset({"/", "//"})
_GOES_ON = _SLASHES | {"["}
_PLACES = frozenset({".", "..", "*"})
_LAST_SAVED = "last-saved#"


def tree_of(expression: str) -> Node:
    """Read an expression. Raises `NotAnExpression`, `ExpressionTooLong`, `ExpressionTooDeep`."""
    if len(expression) > LONGEST:
        raise ExpressionTooLong(len(expression), LONGEST)
    return _Reader(expression).whole()


class _Reader:
    def __init__(self, expression: str) -> None:
        self._expression = expression
        self._words = tokens_of(expression)
        self._at = 0
        self._kind, self._text, self._position = self._words[0]
        self._depth = 0
        self._conditions = 0

    def whole(self) -> Node:
        node = self._chain(1)
        if self._kind != "end":
            raise self._unreadable()
        return node

    def _take(self) -> str:
        text = self._text
        self._at += 1
        self._kind, self._text, self._position = self._words[self._at]
        return text

    def _took(self, sign: str) -> bool:
        if self._text != sign:
            return False
        self._take()
        return True

    def _expect(self, sign: str) -> None:
        if not self._took(sign):
            raise self._unreadable()

    def _unreadable(self) -> NotAnExpression:
        return NotAnExpression(self._expression, self._position)

    def _chain(self, loosest: int) -> Node:
        """Operators of rank `loosest` and tighter; those of one rank make one flat node."""
        self._depth += 1
        if self._depth > DEEPEST:
            raise ExpressionTooDeep(DEEPEST)
        left = self._operand()
        while (rank := _RANKS.get(self._text, 0)) >= loosest:
            rest: list[tuple[str, Node]] = []
            while _RANKS.get(self._text) == rank:
                operator = self._take()
                rest.append((operator, self._operand() if rank == _TIGHTEST else self._chain(rank + 1)))
            left = Chain(left, tuple(rest))
        self._depth -= 1
        return left

    def _operand(self) -> Node:
        signs = 0
        while self._took("-"):
            signs += 1
        if not signs:
            return self._path()
        negative = Negative(self._chain(_TIGHTEST))
        return negative if signs % 2 else Negative(negative)

    def _path(self) -> Node:
        start = self._start()
        if start is not None and self._text not in _GOES_ON:
            return start
        is_absolute = start is None and self._text in _SLASHES
        conditions = self._bracketed() if start else ()
        node = meaning(Path(start, conditions, self._steps(start), is_absolute, bool(self._conditions)))
        if node is None:
            raise self._unreadable()
        return node

    def _start(self) -> Node | None:
        match self._kind:
            case "number":
                return Number(float(self._take()))
            case "text":
                return Text(self._take()[1:-1])
            case "answer":
                return self._answer()
            case "name" if self._words[self._at + 1][1] == "(":
                return self._call()
        if not self._took("("):
            return None
        node = self._chain(1)
        self._expect(")")
        return node

    def _answer(self) -> Node:
        name = self._text[2:-1].strip()
        if name.startswith(_LAST_SAVED):
            raise EarlierAnswersWanted(name.removeprefix(_LAST_SAVED))
        if len(name.split()) != 1:
            raise self._unreadable()
        self._take()
        return Answer(name)

    def _call(self) -> Node:
        function = self._take()
        self._expect("(")
        arguments: list[Node] = []
        while not self._took(")"):
            if arguments:
                self._expect(",")
            arguments.append(self._chain(1))
        return Current() if function == "current" and not arguments else Call(function, tuple(arguments))

    def _steps(self, start: Node | None) -> tuple[Step, ...]:
        steps: list[Step] = []
        if start is None and self._text not in _SLASHES:
            steps.append(self._step())
        while self._text in _SLASHES:
            self._take()
            steps.append(self._step())
        return tuple(steps)

    def _step(self) -> Step:
        if self._kind != "name" and self._text not in _PLACES:
            raise self._unreadable()
        return Step(self._take(), self._bracketed())

    def _bracketed(self) -> tuple[Node, ...]:
        found: list[Node] = []
        while self._took("["):
            self._conditions += 1
            found.append(self._chain(1))
            self._conditions -= 1
            self._expect("]")
        return tuple(found)
