"""What the variables of ExpressionScript stand for."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from enum import StrEnum

_SUFFIXES = ("NAOK", "code")
_SGQA = re.compile(r"\d+X\d+X(?P<number>\d+)(?P<rest>\w*)")
OTHER = "-oth-"


class Sort(StrEnum):
    """How an answer compares: as a number, as a code, as a text; a moment only as empty or not."""

    NUMBER = "number"
    CODE = "code"
    TEXT = "text"
    MOMENT = "moment"


@dataclass(frozen=True, slots=True)
class Value:
    """The answer of a question; `other` is the code of the choice that LimeSurvey calls `-oth-`."""

    name: str
    sort: Sort
    owner: str
    other: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """Whether one choice of a multiple choice is marked; `yes` is what LimeSurvey stores then."""

    name: str
    code: str
    owner: str
    yes: str = "Y"


@dataclass(frozen=True, slots=True)
class Rank:
    """What stands at one place of a ranking, counted from 0."""

    name: str
    place: int
    owner: str


Meaning = Value | Mark | Rank


@dataclass(slots=True)
class Variables:
    """All variables of a survey by name; `numbers` are codes of questions by their numbers."""

    meanings: dict[str, Meaning] = field(default_factory=dict)
    numbers: dict[str, str] = field(default_factory=dict)
    parts: dict[str, list[str]] = field(default_factory=dict)

    def add(self, variable: str, meaning: Meaning) -> None:
        """One more; the first of a name counts."""
        self.meanings.setdefault(variable, meaning)
        self.parts.setdefault(meaning.owner, []).append(variable)

    def of(self, written: str) -> tuple[Meaning, bool] | None:
        """What a variable stands for, and whether it says that no answer is all right; none if unknown."""
        name, _, suffix = written.partition(".")
        if suffix and suffix not in _SUFFIXES:
            return None
        found = self.meanings.get(self._plain(name))
        return (found, suffix == "NAOK") if found else None

    def all_of(self, written: str) -> Iterator[Meaning]:
        """What `that.Q1` stands for: everything a question stores, other texts and remarks too."""
        pieces = written.split(".")
        if pieces[0] == "that" and len(pieces) in {2, 3} and pieces[2:] in ([], ["NAOK"]):
            yield from (self.meanings[name] for name in self.parts.get(pieces[1], ()))

    def _plain(self, name: str) -> str:
        """The name by codes of what may be written by numbers (`1X2X3SQ001`)."""
        found = _SGQA.fullmatch(name)
        if not found:
            return name
        digits = found["number"]
        for cut in range(len(digits), 0, -1):
            if code := self.numbers.get(digits[:cut]):
                rest = digits[cut:] + found["rest"]
                return f"{code}_{rest}" if rest else code
        return name
