"""ExpressionScript as one of our expressions, where both mean the same for every answer."""

from collections.abc import Callable, Iterator

from icc_consult.domain.logic.tree import Answer, Call, Chain, Negative, Node, Number, Own, Text
from icc_consult.formats.limesurvey.script import NotTranslatable, script_tree
from icc_consult.formats.limesurvey.variables import OTHER, Mark, Meaning, Rank, Sort, Value, Variables
from icc_consult.formats.limesurvey.writing_out import expression_text

_FLIPPED = {"=": "=", "!=": "!=", "<": ">", ">": "<", "<=": ">=", ">=": "<="}
_EMPTY = Text("")
_ZERO = Number(0.0)
_LONGEST = 8_000
Operands = tuple[Node, str, Node]


class FromScript:
    """Translates for one survey. `guard` gives what must hold for a question to be shown."""

    def __init__(self, variables: Variables, guard: Callable[[str], str]) -> None:
        self._variables = variables
        self._guard = guard
        self._own = ""
        self._unguarded: dict[str, set[str]] = {}
        self._given: frozenset[str] = frozenset()

    def condition(self, script: str, *, own: str = "") -> str:
        """A condition; empty where it always holds. `own` is the variable of the question that it checks.

        A variable without `.NAOK` makes the whole condition false where its question is not shown. Raises
        `NotTranslatable`.
        """
        self._begin(own)
        node = self._truth(script_tree(script))
        if node == Call("true", ()):
            return ""
        return self._guarded(node)

    def value(self, script: str) -> tuple[str, Sort]:
        """What an equation works out, and how that compares. Raises `NotTranslatable`."""
        self._begin("")
        tree = script_tree(script)
        match tree:
            case Call("if", (condition, Text(""), inner)):
                self._given = frozenset(_named_empty(condition, "or"))
                tree = inner if self._given else tree
        try:
            node, sort = self._number(tree), Sort.NUMBER
        except NotTranslatable:
            node, sort = self._text(tree), Sort.TEXT
        if any(self._guard(owner) for owner in self._unguarded):
            raise NotTranslatable(script)
        return expression_text(node), sort

    def _begin(self, own: str) -> None:
        self._own = own
        self._unguarded = {}
        self._given = frozenset()

    def _guarded(self, node: Node) -> str:
        text = expression_text(node)
        guards = {
            guard: None
            for owner, names in self._unguarded.items()
            if not any(_fails_empty(node, name) for name in names) and (guard := self._guard(owner))
        }
        if guards:
            text = " and ".join(f"({piece})" for piece in (*guards, text))
        if len(text) > _LONGEST:
            raise NotTranslatable(text[:40])
        return text

    # -- variables ----------------------------------------------------------------------------

    def _meaning(self, node: Node) -> Meaning | None:
        if not isinstance(node, Answer):
            return None
        written = node.name
        head, dot, rest = written.partition(".")
        if head in {"self", "this"} and self._own:
            written = f"{self._own}{dot}{rest}"
        found = self._variables.of(written)
        if found is None:
            raise NotTranslatable(node.name)
        meaning, is_guarded = found
        if not is_guarded and meaning.name != self._own:
            self._unguarded.setdefault(meaning.owner, set()).add(meaning.name)
        return meaning

    def _answer(self, meaning: Meaning) -> Node:
        return Own() if meaning.name == self._own else Answer(meaning.name)

    def _held(self, meaning: Meaning) -> Node:
        """The text that is stored: an answer, or what stands at a place."""
        if isinstance(meaning, Rank):
            return Call("selected-at", (self._answer(meaning), Number(float(meaning.place))))
        return self._answer(meaning)

    def _is_given(self, meaning: Meaning) -> Node:
        if isinstance(meaning, Mark):
            return Call("selected", (self._answer(meaning), Text(meaning.code)))
        return Chain(self._held(meaning), (("!=", _EMPTY),))

    # -- yes or no ----------------------------------------------------------------------------

    def _truth(self, node: Node) -> Node:
        match node:
            case Number(value):
                return Call("true" if value else "false", ())
            case Chain(first, rest) if rest[0][0] in {"and", "or"}:
                before = self._given
                if rest[0][0] == "and":
                    self._given |= frozenset(_named_given(node))
                chain = Chain(self._truth(first), tuple((sign, self._truth(one)) for sign, one in rest))
                self._given = before
                return chain
            case Chain(first, ((sign, second),)) if sign in _FLIPPED:
                return self._comparison(first, sign, second)
            case Call("not", (operand,)):
                return Call("not", (self._truth(operand),))
            case Call("is_empty", (operand,)):
                return self._emptiness(operand)
            case Answer():
                return self._filled(self._known(node))
        return Chain(self._number(node), (("!=", _ZERO),))

    def _known(self, node: Node) -> Meaning:
        meaning = self._meaning(node)
        if meaning is None:
            raise NotTranslatable(_named(node))
        return meaning

    def _emptiness(self, node: Node) -> Node:
        given = self._is_given(self._known(node))
        if isinstance(given, Chain):
            return Chain(given.first, (("=", _EMPTY),))
        return Call("not", (given,))

    def _filled(self, meaning: Meaning) -> Node:
        """A bare variable holds where it is neither empty nor 0."""
        if isinstance(meaning, Mark):
            return self._is_given(meaning)
        held = self._held(meaning)
        return Chain(
            Chain(held, (("!=", _EMPTY),)),
            (("and", Chain(held, (("!=", Text("0")),))),),
        )

    # -- comparisons --------------------------------------------------------------------------

    def _comparison(self, left: Node, sign: str, right: Node) -> Node:
        if not isinstance(left, Answer) and isinstance(right, Answer):
            left, sign, right = right, _FLIPPED[sign], left
        one, other = self._meaning(left), self._meaning(right)
        if one is None:
            return Chain(self._number(left), ((sign, self._number(right)),))
        if other is not None:
            return self._between(one, sign, other)
        if isinstance(right, Text):
            return self._with_text(one, sign, right.value)
        return self._with_number(one, sign, self._number(right))

    def _with_text(self, one: Meaning, sign: str, text: str) -> Node:
        if sign not in {"=", "!="}:
            raise NotTranslatable(f'{sign} "{text}"')
        if isinstance(one, Mark):
            if text not in {"", one.yes}:
                raise NotTranslatable(f'"{text}"')
            given = self._is_given(one)
            return given if (text == one.yes) == (sign == "=") else Call("not", (given,))
        if isinstance(one, Value) and one.sort is Sort.MOMENT and text:
            raise NotTranslatable(f'"{text}"')
        if text == OTHER and isinstance(one, Value):
            text = one.other or text
        return Chain(self._held(one), ((sign, Text(text)),))

    def _with_number(self, one: Meaning, sign: str, number: Node) -> Node:
        if isinstance(one, Mark) and number == Number(1.0) and one.yes == "1" and sign in {"=", "!="}:
            return self._with_text(one, sign, "1")
        if not isinstance(one, Value) or one.sort not in {Sort.NUMBER, Sort.CODE}:
            raise NotTranslatable(one.name)
        return Chain(self._answer(one), ((sign, number),))

    def _between(self, one: Meaning, sign: str, other: Meaning) -> Node:
        """Two answers. Both empty are equal in both languages, and not in order in ours."""
        if not (isinstance(one, Value) and isinstance(other, Value) and one.sort is other.sort):
            raise NotTranslatable(other.name)
        is_fit = sign in {"=", "!="} or (sign in {"<", ">"} and one.sort is Sort.NUMBER)
        if not is_fit or one.sort is Sort.MOMENT:
            raise NotTranslatable(sign)
        return Chain(self._answer(one), ((sign, self._answer(other)),))

    # -- numbers and texts --------------------------------------------------------------------

    def _number(self, node: Node) -> Node:
        match node:
            case Number():
                return node
            case Negative(operand):
                return Negative(self._number(operand))
            case Chain(first, rest) if all(sign in {"+", "-", "*"} for sign, _ in rest):
                return Chain(self._number(first), tuple((sign, self._number(one)) for sign, one in rest))
            case Call("if", (condition, yes, no)):
                return self._choice(condition, yes, no)
            case Call(function, arguments) if arguments:
                return self._called(function, arguments)
            case Answer(name) if name in self._given:
                meaning = self._known(node)
                if isinstance(meaning, Value) and meaning.sort is Sort.NUMBER:
                    return self._answer(meaning)
        raise NotTranslatable(_named(node))

    def _called(self, function: str, arguments: tuple[Node, ...]) -> Node:
        if function == "sum":
            return Call("sum", tuple(self._summands(arguments)))
        if function == "count":
            return self._count([meaning for one in arguments for meaning in self._several(one)])
        if function == "strlen":
            meaning = self._known(arguments[0])
            if isinstance(meaning, Value) and meaning.sort is Sort.TEXT:
                return Call("string-length", (self._answer(meaning),))
        raise NotTranslatable(f"{function}()")

    def _choice(self, condition: Node, yes: Node, no: Node) -> Node:
        """One of two numbers; in the second one what the condition asks for is not empty."""
        asked, first = self._truth(condition), self._number(yes)
        before = self._given
        self._given |= frozenset(_named_empty(condition, "or"))
        second = self._number(no)
        self._given = before
        return Call("if", (asked, first, second))

    def _text(self, node: Node) -> Node:
        match node:
            case Text():
                return node
            case Call("if", (condition, yes, no)):
                return Call("if", (self._truth(condition), self._text(yes), self._text(no)))
            case Answer():
                meaning = self._known(node)
                if isinstance(meaning, Value) and meaning.sort is not Sort.MOMENT:
                    return self._answer(meaning)
        raise NotTranslatable(_named(node))

    def _summands(self, arguments: tuple[Node, ...]) -> Iterator[Node]:
        for one in arguments:
            if not isinstance(one, Answer):
                yield self._number(one)
                continue
            for meaning in self._several(one):
                if not isinstance(meaning, Value) or meaning.sort not in {Sort.NUMBER, Sort.CODE}:
                    raise NotTranslatable(_named(one))
                yield self._answer(meaning)

    def _several(self, node: Node) -> list[Meaning]:
        if isinstance(node, Answer) and node.name.startswith("that."):
            found = list(self._variables.all_of(node.name))
            if not found:
                raise NotTranslatable(node.name)
            if not node.name.endswith(".NAOK"):
                self._unguarded.setdefault(found[0].owner, set())
            return found
        return [self._known(node)]

    def _count(self, meanings: list[Meaning]) -> Node:
        first = meanings[0]
        whole = [self._variables.meanings[name] for name in self._variables.parts.get(first.owner, ())]
        marks = set(meanings)
        is_whole = marks == set(whole) and len(marks) == len(meanings)
        if is_whole and all(isinstance(one, Mark) and one.name == first.name for one in marks):
            return Call("count-selected", (self._answer(first),))
        terms = [Call("if", (self._is_given(one), Number(1.0), _ZERO)) for one in meanings]
        return Chain(terms[0], tuple(("+", term) for term in terms[1:])) if len(terms) > 1 else terms[0]


def _named_given(node: Chain) -> Iterator[str]:
    """The variables that must have an answer for a chain of `and` to hold."""
    for one in (node.first, *(one for _, one in node.rest)):
        match one:
            case Call("not", (Call("is_empty", (Answer(name),)),)):
                yield name


def _named_empty(node: Node, sign: str) -> Iterator[str]:
    """The variables of `is_empty` joined by one sign; nothing where there is anything else."""
    pieces = [node]
    if isinstance(node, Chain) and node.rest[0][0] == sign:
        pieces = [node.first, *(one for _, one in node.rest)]
    names = [one.arguments[0] for one in pieces if isinstance(one, Call) and one.function == "is_empty"]
    found = [one.name for one in names if isinstance(one, Answer)]
    yield from found if len(found) == len(pieces) else ()


def _fails_empty(node: Node, name: str) -> bool:
    """Whether it is false for certain while the answer of this name is empty."""
    match node:
        case Chain(first, rest) if rest[0][0] == "and":
            return any(_fails_empty(one, name) for one in (first, *(one for _, one in rest)))
        case Chain(first, rest) if rest[0][0] == "or":
            return all(_fails_empty(one, name) for one in (first, *(one for _, one in rest)))
        case Chain(Answer(asked), (("=", Text(text)),)):
            return asked == name and text != ""
        case Chain(Answer(asked), ((sign, other),)) if sign != "!=":
            return asked == name and isinstance(other, Number)
        case Call("selected", (Answer(asked), _)):
            return asked == name
    return False


def _named(node: Node) -> str:
    match node:
        case Answer(name):
            return name
        case Call(function, _):
            return f"{function}()"
        case Text(value):
            return f'"{value}"'
    return "…"
