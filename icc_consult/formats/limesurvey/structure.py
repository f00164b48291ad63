"""A survey of LimeSurvey as its files hold it: groups of questions, each with subquestions and answers."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from icc_consult.formats.xlsform.form import Place

Texts = Mapping[str, str]
ALL_LANGUAGES = ""


@dataclass(frozen=True, slots=True)
class Item:
    """A subquestion or an answer; `scale` is the axis it stands on, 0 or 1."""

    code: str
    texts: Texts
    place: Place
    scale: int = 0
    relevance: str = ""


@dataclass(frozen=True, slots=True)
class Asked:
    """One question. `type` is the letter of its kind; texts are HTML by LimeSurvey's codes of languages.

    `attributes` are by name and language, where `ALL_LANGUAGES` stands for those that have none. `defaults`
    are by the code of a subquestion, or by empty text for the question itself.
    """

    code: str
    type: str
    texts: Texts
    place: Place
    helps: Texts = field(default_factory=dict)
    is_mandatory: bool = False
    has_other: bool = False
    relevance: str = ""
    validation: str = ""
    subquestions: tuple[Item, ...] = ()
    answers: tuple[Item, ...] = ()
    attributes: Mapping[str, Texts] = field(default_factory=dict)
    defaults: Mapping[str, str] = field(default_factory=dict)
    number: str = ""

    def attribute(self, name: str) -> str:
        """An attribute that has no language; empty where it is not set."""
        return self.attributes.get(name, {}).get(ALL_LANGUAGES, "").strip()

    def on_scale(self, scale: int) -> tuple[Item, ...]:
        """The subquestions on one axis."""
        return tuple(item for item in self.subquestions if item.scale == scale)

    def answers_on(self, scale: int) -> tuple[Item, ...]:
        """The answers of one scale."""
        return tuple(item for item in self.answers if item.scale == scale)


@dataclass(frozen=True, slots=True)
class Section:
    """A group of questions. `shuffled_with` names the groups among which chance decides the order."""

    texts: Texts
    place: Place
    questions: tuple[Asked, ...]
    descriptions: Texts = field(default_factory=dict)
    relevance: str = ""
    shuffled_with: str = ""


@dataclass(frozen=True, slots=True)
class Survey:
    """The whole of it; the first language is the one it was written in.

    `conditions` are the numbers of questions that have conditions of the old kind.
    """

    number: str
    languages: tuple[str, ...]
    titles: Texts
    sections: tuple[Section, ...]
    descriptions: Texts = field(default_factory=dict)
    welcomes: Texts = field(default_factory=dict)
    ends: Texts = field(default_factory=dict)
    conditions: frozenset[str] = frozenset()

    def asked(self) -> Iterator[tuple[Section, Asked]]:
        """All questions in order, each with its group."""
        for section in self.sections:
            for question in section.questions:
                yield section, question
