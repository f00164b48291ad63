"""A second, smaller ExpressionScript: it works out trees as LimeSurvey's server does."""

from collections.abc import Mapping

from icc_consult.domain.logic.tree import Answer, Call, Chain, Negative, Node, Number, Text

Value = str | float | bool


class Script:
    """Stored values by variable, all of them texts; `parts` are the variables of each question."""

    def __init__(self, stored: Mapping[str, str], parts: Mapping[str, list[str]]) -> None:
        self._stored = stored
        self._parts = parts

    def value(self, node: Node) -> Value:
        """What an expression is worth: a number, a text, yes or no."""
        match node:
            case Number() | Text():
                return node.value
            case Negative(operand):
                return -_float(self.value(operand))
            case Answer(name):
                return self._stored[name.removesuffix(".NAOK")]
            case Call(function, arguments):
                return self._called(function, arguments)
        assert isinstance(node, Chain)
        left = self.value(node.first)
        for sign, one in node.rest:
            left = _binary(left, sign, self.value(one))
        return left

    def _called(self, function: str, arguments: tuple[Node, ...]) -> Value:
        match function:
            case "not":
                return not truth(self.value(arguments[0]))
            case "if":
                return self.value(arguments[1 if truth(self.value(arguments[0])) else 2])
            case "is_empty":
                return self.value(arguments[0]) == ""
            case "count":
                return float(sum(value != "" for value in self._several(arguments)))
            case "strlen":
                return float(len(str(self.value(arguments[0]))))
        assert function == "sum"
        return float(sum(map(_float, self._several(arguments))))

    def _several(self, arguments: tuple[Node, ...]) -> list[Value]:
        found: list[Value] = []
        for one in arguments:
            if isinstance(one, Answer) and one.name.startswith("that."):
                found += [self._stored[name] for name in self._parts[one.name.split(".")[1]]]
            else:
                found.append(self.value(one))
        return found


def truth(value: Value) -> bool:
    return value not in ("", "0", 0, False)


def _float(value: Value) -> float:
    try:
        return float(value)
    except ValueError:
        return 0.0


def _is_number(value: Value) -> bool:
    if isinstance(value, float | bool):
        return True
    return value == "0" or (_plain(_float(value)) == value and value != "")


def _text(value: Value) -> str:
    return value if isinstance(value, str) else _plain(float(value))


def _plain(number: float) -> str:
    return str(int(number)) if number == int(number) else str(number)


def _binary(left: Value, sign: str, right: Value) -> Value:
    if sign in {"and", "or"}:
        both = truth(left), truth(right)
        return all(both) if sign == "and" else any(both)
    if sign in {"+", "-", "*"}:
        if sign == "+" and not (_is_number(left) and _is_number(right)):
            return f"{left}{right}"
        one, other = _float(left), _float(right)
        return one + other if sign == "+" else one - other if sign == "-" else one * other
    return _compared(left, sign, right)


def _compared(left: Value, sign: str, right: Value) -> bool:
    numbers = _is_number(left), _is_number(right)
    texts = not truth(left) or not numbers[0], not truth(right) or not numbers[1]
    is_odd = (not all(numbers) and not all(texts)) or (left == "") != (right == "")
    if is_odd:
        return sign == "!="
    one, other = (_float(left), _float(right)) if all(numbers) else (_text(left), _text(right))
    return {
        "=": one == other,
        "!=": one != other,
        "<": one < other,
        "<=": one <= other,
        ">": one > other,
        ">=": one >= other,
    }[sign]
