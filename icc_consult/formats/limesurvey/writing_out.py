"""A tree as the text of one of our expressions."""

from decimal import Decimal

from icc_consult.domain.logic.tree import Answer, Call, Chain, Negative, Node, Number, Own, Text
from icc_consult.formats.limesurvey.script import NotTranslatable


def numeral(number: float) -> str:
    """A number without an exponent."""
    return str(int(number)) if number == int(number) else format(Decimal(repr(number)), "f")


def expression_text(node: Node) -> str:
    """The expression; chains inside chains stand in brackets. Raises `NotTranslatable`."""
    match node:
        case Text(value):
            return _quoted(value)
        case Number(value):
            return numeral(value)
        case Answer(name):
            return f"${{{name}}}"
        case Own():
            return "."
        case Negative(operand):
            return f"-{_inner(operand)}"
        case Call(function, arguments):
            return f"{function}({', '.join(map(expression_text, arguments))})"
        case Chain(first, rest):
            return " ".join([_inner(first), *(f"{sign} {_inner(one)}" for sign, one in rest)])
    raise NotTranslatable(type(node).__name__)


def _inner(node: Node) -> str:
    text = expression_text(node)
    return f"({text})" if isinstance(node, Chain | Negative) else text


def _quoted(value: str) -> str:
    if "'" in value and '"' in value:
        raise NotTranslatable(value)
    return f'"{value}"' if "'" in value else f"'{value}'"
