"""An expression as a tree of frozen values."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Text:
    """A text between quotes."""

    value: str


@dataclass(frozen=True, slots=True)
class Number:
    """A number as written."""

    value: float


@dataclass(frozen=True, slots=True)
class Answer:
    """`${name}`, or a path that ends in the name: the value of a question anywhere in the form."""

    name: str


@dataclass(frozen=True, slots=True)
class Column:
    """A bare name: a column of the row at hand, or else a question."""

    name: str


@dataclass(frozen=True, slots=True)
class Own:
    """`.`: the value of the question itself, or of the row at hand."""


@dataclass(frozen=True, slots=True)
class Current:
    """`current()`: the question itself, also from inside square brackets."""


@dataclass(frozen=True, slots=True)
class Around:
    """`..`, `../..`: what encloses the question, so many levels up."""

    levels: int


@dataclass(frozen=True, slots=True)
class Everything:
    """`*`: all values at hand."""


@dataclass(frozen=True, slots=True)
class Negative:
    """A sign before a value."""

    operand: "Node"


@dataclass(frozen=True, slots=True)
class Chain:
    """Operators of one rank, from left to right; flat, so that a long sum is not a deep tree."""

    first: "Node"
    rest: tuple[tuple[str, "Node"], ...]


@dataclass(frozen=True, slots=True)
class Call:
    """A function and its arguments."""

    function: str
    arguments: tuple["Node", ...]


@dataclass(frozen=True, slots=True)
class Lookup:
    """Rows of a list or of a repeat, those that pass the conditions, and of them one column."""

    source: "Node"
    conditions: tuple["Node", ...]
    column: str = ""


@dataclass(frozen=True, slots=True)
class TextGap:
    """In a shape: where a text stands, by its place among what fills the gaps."""

    place: int


@dataclass(frozen=True, slots=True)
class AnswerGap:
    """In a shape: where `${name}` stands, by the place of the name among what fills the gaps."""

    place: int


Gap = TextGap | AnswerGap
Leaf = Text | Number | Answer | Column | Own | Current | Around | Everything | Gap
Node = Leaf | Negative | Chain | Call | Lookup


def below(node: Node) -> tuple[Node, ...]:
    """The nodes directly under this one, conditions of a look-up last."""
    match node:
        case Negative(operand):
            return (operand,)
        case Chain(first, rest):
            return (first, *(operand for _, operand in rest))
        case Call(_, arguments):
            return arguments
        case Lookup(source, conditions):
            return (source, *conditions)
        case _:
            return ()
