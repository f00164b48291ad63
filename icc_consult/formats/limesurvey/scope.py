"""What the names in our expressions are called in LimeSurvey."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from icc_consult.formats.limesurvey.script import NotTranslatable
from icc_consult.formats.limesurvey.variables import Sort


@dataclass(frozen=True, slots=True)
class One:
    """A question with one answer; `answers` are LimeSurvey's codes of its choices."""

    code: str
    sort: Sort
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Many:
    """A multiple choice; `marks` are the codes of its subquestions, `other` is the choice for a text."""

    code: str
    marks: Mapping[str, str]
    other: str = ""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A ranking."""

    code: str
    answers: Mapping[str, str]


Known = One | Many | Ranked


@dataclass(frozen=True, slots=True)
class Scope:
    """What can be seen from one question; `nearer` are the names of its own round."""

    known: Mapping[str, Known]
    nearer: Mapping[str, str] = field(default_factory=dict)
    own: str = ""

    def of(self, name: str) -> Known:
        """What a name stands for. Raises `NotTranslatable`."""
        found = self.known.get(self.nearer.get(name, name))
        if found is None:
            raise NotTranslatable(name)
        return found
