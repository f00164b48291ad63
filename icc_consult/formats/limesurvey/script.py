"""The part of ExpressionScript that is read: from its text to the tree that our own expressions have.

In the tree a variable is an `Answer` with all its letters (`Q1_SQ001.NAOK`), and operators go by the names
they have in expressions.
"""

import re
from dataclasses import dataclass

from icc_consult.domain.logic.tree import Answer, Call, Chain, Negative, Node, Number, Text

LONGEST = 20_000
DEEPEST = 60
_WORD = re.compile(
    r"""\s* (?:
    (?P<name> \d+X\d+X\d+\w*(?:\.[A-Za-z]\w*)* | [A-Za-z_]\w*(?:\.[A-Za-z_]\w*)* )
  | (?P<number> [0-9]+(?:\.[0-9]+)? | \.[0-9]+ )
  | (?P<text> "[^"\\]*" | '[^'\\]*' )
  | (?P<sign> == | != | <= | >= | && | \|\| | [-+*/<>!(),] )
  | (?P<end> \Z )
    )""",
    re.VERBOSE,
)
_WORDS = {
    "&&": "and",
    "||": "or",
    "==": "=",
    "eq": "=",
    "ne": "!=",
    "lt": "<",
    "le": "<=",
    "gt": ">",
    "ge": ">=",
    "/": "div",
    "!": "not",
}
_RANKS = {
    operator: rank
    for rank, operators in enumerate(("or", "and", "= !=", "< <= > >=", "+ -", "* div"), start=1)
    for operator in operators.split()
}


@dataclass
class NotTranslatable(Exception):
    """It cannot be said exactly in the other language; `piece` is what stands against it."""

    piece: str


def script_tree(script: str) -> Node:
    """Read an expression. Raises `NotTranslatable`."""
    if len(script) > LONGEST:
        raise NotTranslatable(script[:40])
    return _Reader(_words(script)).whole()


def _words(script: str) -> list[tuple[str, str]]:
    found: list[tuple[str, str]] = []
    at = 0
    while True:
        word = _WORD.match(script, at)
        if word is None:
            raise NotTranslatable(script[at : at + 40].strip())
        kind = word.lastgroup or "end"
        text = word[kind]
        is_word = kind == "name" and text.lower() in {"and", "or", "not", *_WORDS}
        named = text.lower() if is_word else text
        found.append(("sign" if is_word else kind, _WORDS.get(named, named) if kind != "text" else text))
        at = word.end()
        if kind == "end":
            return found


class _Reader:
    def __init__(self, words: list[tuple[str, str]]) -> None:
        self._words = words
        self._at = 0
        self._depth = 0

    def whole(self) -> Node:
        node = self._chain(1)
        if self._words[self._at][0] != "end":
            raise NotTranslatable(self._words[self._at][1])
        return node

    def _sign(self) -> str:
        kind, text = self._words[self._at]
        return text if kind == "sign" else ""

    def _take(self) -> tuple[str, str]:
        self._at += 1
        return self._words[self._at - 1]

    def _chain(self, loosest: int) -> Node:
        self._depth += 1
        if self._depth > DEEPEST:
            raise NotTranslatable("((…")
        left = self._operand()
        while (rank := _RANKS.get(self._sign(), 0)) >= loosest:
            rest: list[tuple[str, Node]] = []
            while _RANKS.get(self._sign()) == rank:
                operator = self._take()[1]
                rest.append((operator, self._chain(rank + 1)))
            left = Chain(left, tuple(rest))
        self._depth -= 1
        return left

    def _operand(self) -> Node:
        kind, text = self._take()
        match kind:
            case "number":
                return Number(float(text))
            case "text":
                return Text(text[1:-1])
            case "name":
                return Call(text, self._arguments()) if self._sign() == "(" else Answer(text)
        return self._signed(text)

    def _signed(self, sign: str) -> Node:
        if sign == "(":
            node = self._chain(1)
            self._expect(")")
            return node
        if sign in {"-", "not"}:
            self._depth += 1
            if self._depth > DEEPEST:
                raise NotTranslatable("!!…")
            operand = self._operand()
            self._depth -= 1
            return Negative(operand) if sign == "-" else Call("not", (operand,))
        raise NotTranslatable(sign or "…")

    def _arguments(self) -> tuple[Node, ...]:
        self._expect("(")
        found: list[Node] = []
        while self._sign() != ")":
            if found:
                self._expect(",")
            found.append(self._chain(1))
        self._take()
        return tuple(found)

    def _expect(self, sign: str) -> None:
        if self._sign() != sign:
            raise NotTranslatable(self._words[self._at][1] or "…")
        self._take()
