"""One of our expressions as ExpressionScript, where both mean the same for every answer."""

import re

from icc_consult.domain.logic import LogicError, parse
from icc_consult.domain.logic.tree import Answer, Call, Chain, Negative, Node, Number, Own, Text
from icc_consult.formats.limesurvey.scope import Known, Many, One, Ranked, Scope
from icc_consult.formats.limesurvey.script import NotTranslatable
from icc_consult.formats.limesurvey.variables import OTHER, Sort
from icc_consult.formats.limesurvey.writing_out import numeral

_SIGNS = {"=": "==", "!=": "!=", "<": "<", "<=": "<=", ">": ">", ">=": ">=", "and": "&&", "or": "||"}
_FLIPPED = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_CANONICAL = re.compile(r"-?(?:0|[1-9]\d*)")
_DEEPEST = 50


def script_of(expression: str, scope: Scope) -> str:
    """A condition. Raises `NotTranslatable`."""
    return _Translator(scope).truth(_tree(expression))


def script_of_tree(tree: Node, scope: Scope) -> str:
    """The same of a tree."""
    return _Translator(scope).truth(tree)


def calculation_of(expression: str, scope: Scope) -> tuple[str, Sort]:
    """What is worked out, and how it compares; empty where an answer it needs is missing."""
    translator = _Translator(scope)
    tree = _tree(expression)
    try:
        number = translator.number(tree)
    except NotTranslatable:
        return translator.text(tree), Sort.TEXT
    missing = " || ".join(f"is_empty({name})" for name in dict.fromkeys(translator.needed))
    return (f'if({missing}, "", {number})' if missing else number), Sort.NUMBER


def _tree(expression: str) -> Node:
    try:
        return parse(expression).tree
    except LogicError:
        raise NotTranslatable(expression[:40]) from None


class _Translator:
    def __init__(self, scope: Scope) -> None:
        self._scope = scope
        self._depth = 0
        self.needed: list[str] = []

    def _known(self, node: Node) -> Known | None:
        match node:
            case Answer(name):
                return self._scope.of(name)
            case Own() if self._scope.own:
                return self._scope.of(self._scope.own)
        return None

    # -- yes or no ----------------------------------------------------------------------------

    def truth(self, node: Node) -> str:
        self._depth += 1
        if self._depth > _DEEPEST:
            raise NotTranslatable("((…")
        try:
            return self._truth(node)
        finally:
            self._depth -= 1

    def _truth(self, node: Node) -> str:
        match node:
            case Call("true", ()):
                return "1"
            case Call("false", ()):
                return "0"
            case Call("not", (operand,)):
                return f"!({self.truth(operand)})"
            case Call("selected", (asked, Text(code))):
                return self._selected(self._known(asked), code)
            case Chain(first, rest) if rest[0][0] in {"and", "or"}:
                pieces = [first, *(one for _, one in rest)]
                return f" {_SIGNS[rest[0][0]]} ".join(f"({self.truth(one)})" for one in pieces)
            case Chain(first, ((sign, second),)) if sign in _FLIPPED:
                return self._comparison(first, sign, second)
        known = self._known(node)
        if isinstance(known, One) and known.sort is Sort.NUMBER:
            return f"!is_empty({_name(known)}) && {_name(known)} != 0"
        if known is not None:
            return f"!({_emptiness(known)})"
        raise NotTranslatable(_told(node))

    def _selected(self, known: Known | None, code: str) -> str:
        match known:
            case Many() if code == known.other:
                return f"!is_empty({known.code}_other.NAOK)"
            case Many() if code in known.marks:
                return f'{known.code}_{known.marks[code]}.NAOK == "Y"'
            case One() if code in known.answers:
                return f"{_name(known)} == {_quoted(known.answers[code])}"
            case Ranked() if code in known.answers:
                places = range(1, len(known.answers) + 1)
                mark = _quoted(known.answers[code])
                return " || ".join(f"{known.code}_{place}.NAOK == {mark}" for place in places)
        raise NotTranslatable(f"selected('{code}')")

    # -- comparisons --------------------------------------------------------------------------

    def _comparison(self, left: Node, sign: str, right: Node) -> str:
        one, other = self._known(left), self._known(right)
        if one is None and other is not None:
            left, sign, right, one, other = right, _FLIPPED[sign], left, other, one
        if one is not None and isinstance(right, Text):
            return self._with_text(one, sign, right.value)
        if sign in {"=", "!="} and isinstance(one, One) and isinstance(other, One):
            return self._alike(one, sign, other)
        return self._in_order(left, sign, right)

    def _with_text(self, one: Known, sign: str, text: str) -> str:
        if sign not in {"=", "!="}:
            raise NotTranslatable(f"{sign} '{text}'")
        if not text:
            return _emptiness(one) if sign == "=" else f"!({_emptiness(one)})"
        if not isinstance(one, One) or one.sort is Sort.MOMENT:
            raise NotTranslatable(f"'{text}'")
        if one.sort is Sort.NUMBER:
            if not _CANONICAL.fullmatch(text):
                raise NotTranslatable(f"'{text}'")
            return f"{_name(one)} {_SIGNS[sign]} {text}"
        if one.sort is Sort.CODE and text not in one.answers:
            raise NotTranslatable(f"'{text}'")
        return f"{_name(one)} {_SIGNS[sign]} {_quoted(one.answers.get(text, text))}"

    def _alike(self, one: One, sign: str, other: One) -> str:
        is_fit = one.sort is other.sort and one.sort is not Sort.MOMENT
        if not is_fit or (one.sort is Sort.CODE and one.answers != other.answers):
            raise NotTranslatable(other.code)
        return f"{_name(one)} {_SIGNS[sign]} {_name(other)}"

    def _in_order(self, left: Node, sign: str, right: Node) -> str:
        """What lacks an answer is in no order; LimeSurvey is told so where it would think otherwise."""
        before, self.needed = self.needed, []
        first, second = self.number(left), self.number(right)
        needed, self.needed = list(dict.fromkeys(self.needed)), before
        plain = f"{first} {_SIGNS[sign]} {second}"
        if not needed or (first in needed and isinstance(right, Number)):
            return plain
        if sign == "!=":
            raise NotTranslatable("!=")
        return " && ".join([*(f"!is_empty({name})" for name in needed), plain])

    # -- numbers and texts --------------------------------------------------------------------

    def number(self, node: Node) -> str:
        """A number; the answers that it cannot do without are remembered in `needed`."""
        match node:
            case Number(value):
                return numeral(value)
            case Negative(operand):
                return f"-({self.number(operand)})"
            case Chain(first, rest) if all(sign in {"+", "-", "*"} for sign, _ in rest):
                return " ".join(
                    [f"({self.number(first)})", *(f"{sign} ({self.number(one)})" for sign, one in rest)]
                )
            case Call(function, arguments):
                return self._called(function, arguments)
        known = self._known(node)
        if isinstance(known, One) and _is_number(known):
            self.needed.append(_name(known))
            return _name(known)
        raise NotTranslatable(_told(node))

    def _called(self, function: str, arguments: tuple[Node, ...]) -> str:
        if function == "sum":
            return f"sum({', '.join(map(self._summand, arguments))})"
        if function == "if" and len(arguments) == 3:
            condition, yes, no = arguments
            return f"if({self.truth(condition)}, {self._whole(yes)}, {self._whole(no)})"
        match function, self._known(arguments[0]) if arguments else None:
            case "count-selected", Many() | Ranked() as known:
                return f"count(that.{known.code}.NAOK)"
            case "count-selected", One(sort=Sort.CODE) as known:
                return f"count({_name(known)})"
            case "string-length", One(sort=Sort.TEXT) as known:
                return f"strlen({_name(known)})"
            case "coalesce", One() as known if _is_number(known):
                return f"if(is_empty({_name(known)}), {self._whole(arguments[1])}, {_name(known)})"
        raise NotTranslatable(f"{function}()")

    def _whole(self, node: Node) -> str:
        """A number that lacks no answer: of two branches only one is looked at."""
        count = len(self.needed)
        written = self.number(node)
        if len(self.needed) > count:
            raise NotTranslatable("if()")
        return written

    def _summand(self, node: Node) -> str:
        known = self._known(node)
        if isinstance(known, One) and _is_number(known):
            return _name(known)
        return self._whole(node)

    def text(self, node: Node) -> str:
        match node:
            case Text(value):
                return _quoted(value)
            case Call("if", (condition, yes, no)):
                return f"if({self.truth(condition)}, {self.text(yes)}, {self.text(no)})"
        known = self._known(node)
        if isinstance(known, One) and known.sort is Sort.TEXT:
            return _name(known)
        raise NotTranslatable(_told(node))


def _name(one: One) -> str:
    return f"{one.code}.NAOK"


def _emptiness(known: Known) -> str:
    if isinstance(known, One):
        return f"is_empty({_name(known)})"
    return f"count(that.{known.code}.NAOK) == 0"


def _is_number(one: One) -> bool:
    """Whether its answers are numbers in both languages."""
    if one.sort is Sort.CODE:
        return all(code == new and _CANONICAL.fullmatch(code) for code, new in one.answers.items())
    return one.sort is Sort.NUMBER


def _quoted(text: str) -> str:
    if "\\" in text or ('"' in text and "'" in text) or set("{}\n\r\t") & set(text):
        raise NotTranslatable(text[:40])
    return f"'{text}'" if '"' in text else f'"{text}"'


def _told(node: Node) -> str:
    match node:
        case Call(function, _):
            return f"{function}()"
        case Answer(name):
            return name
    return "…"


def other_answer(answers: dict[str, str], other: str) -> dict[str, str]:
    """The codes of answers with the one that LimeSurvey adds by itself."""
    return {**answers, other: OTHER} if other else answers
