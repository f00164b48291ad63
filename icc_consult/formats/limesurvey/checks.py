"""What LimeSurvey checks an answer by, as a constraint."""

import re
from collections.abc import Callable, Iterator

from icc_consult.domain.patterns import PatternRefused
from icc_consult.formats.limesurvey.losses import LimeLoss, Losses
from icc_consult.formats.limesurvey.relevances import Relevances
from icc_consult.formats.limesurvey.script import NotTranslatable
from icc_consult.formats.limesurvey.structure import Asked
from icc_consult.formats.regex import GoogleRe2

_NUMERAL = re.compile(r"-?\d+(?:\.\d+)?")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_DELIMITED = re.compile(r"\s*/(?P<pattern>.*)/(?P<flags>[iu]*)\s*", re.DOTALL)
_ANYTHING = r"[\s\S]*"


class Checks:
    """Makes constraints, and tells what none can be made of."""

    def __init__(self, relevances: Relevances, losses: Losses) -> None:
        self._relevances = relevances
        self._losses = losses

    def of(self, question: Asked, variable: str, *, bounds: tuple[str, str] = ("", "")) -> str:
        """The constraint of one answer; `bounds` name the attributes that hold its least and its most."""
        pieces = [
            *self._bounds(question, bounds),
            *self._equation(question, variable),
            *self._pattern(question),
        ]
        return " and ".join(pieces if len(pieces) < 2 else (f"({piece})" for piece in pieces))

    def least_marked(self, question: Asked) -> str:
        """The constraint that so many choices are marked, and whatever an equation asks of them."""
        wanted = self._number(question, "min_answers")
        least = [f"count-selected(.) >= {wanted}"] if wanted else []
        pieces = [*least, *self._equation(question, question.code)]
        return " and ".join(pieces if len(pieces) < 2 else (f"({piece})" for piece in pieces))

    def most_marked(self, question: Asked) -> str:
        """How many choices may be marked; empty where there is no bound."""
        wanted = self._number(question, "max_answers")
        return wanted if wanted.isdecimal() and int(wanted) > 0 else ""

    def of_sum(self, question: Asked, names: list[str]) -> str:
        """The constraint of the last of several numbers, which looks at all of them together."""
        total = f"sum({', '.join([*(f'${{{name}}}' for name in names[:-1]), '.'])})"
        asked = (("equals_num_value", "="), ("min_num_value", ">="), ("max_num_value", "<="))
        pieces = [
            f"{total} {sign} {wanted}" for name, sign in asked if (wanted := self._number(question, name))
        ]
        return " and ".join(pieces)

    def _bounds(self, question: Asked, names: tuple[str, str]) -> Iterator[str]:
        for name, sign in zip(names, (">=", "<="), strict=True):
            if question.type == "D":
                if wanted := self._setting(question, name, _DAY.fullmatch):
                    yield f". {sign} date('{wanted}')"
            elif name and (wanted := self._number(question, name)):
                yield f". {sign} {wanted}"

    def _number(self, question: Asked, name: str) -> str:
        return self._setting(question, name, _NUMERAL.fullmatch)

    def _setting(self, question: Asked, name: str, fits: Callable[[str], object]) -> str:
        written = question.attribute(name)
        if not written or fits(written):
            return written
        self._losses.warn(LimeLoss.SETTING, question.place, name, name=question.code, setting=name)
        return ""

    def _equation(self, question: Asked, variable: str) -> Iterator[str]:
        script = question.attribute("em_validation_q")
        if not script:
            return
        try:
            if found := self._relevances.script().condition(script, own=variable):
                yield found
        except NotTranslatable as broken:
            self._lose(question, "em_validation_q", script, broken.piece)

    def _pattern(self, question: Asked) -> Iterator[str]:
        """LimeSurvey finds a pattern anywhere in the text, and ours must match all of it."""
        if not question.validation:
            return
        found = _DELIMITED.fullmatch(question.validation)
        plain = (found["pattern"] if found else question.validation).replace(r"\/", "/")
        pattern = f"{_ANYTHING}(?:{plain}){_ANYTHING}"
        if found and "i" in found["flags"]:
            pattern = f"(?i){pattern}"
        quote = '"' if "'" in pattern else "'"
        try:
            for one in (plain, pattern):
                GoogleRe2().matcher(one)
            is_sound = quote not in pattern
        except PatternRefused:
            is_sound = False
        if not is_sound:
            self._lose(question, "preg", question.validation, plain[:40])
        else:
            yield f"regex(., {quote}{pattern}{quote})"

    def _lose(self, question: Asked, column: str, expression: str, piece: str) -> None:
        detail = {"name": question.code, "expression": expression, "piece": piece}
        self._losses.warn(LimeLoss.CHECK, question.place, column, **detail)
