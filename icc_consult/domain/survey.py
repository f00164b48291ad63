"""Surveys: questions in order, answered freely."""

from dataclasses import dataclass
from typing import NewType

from icc_consult.domain.wording import UNWORDED, Wording

QuestionId = NewType("QuestionId", str)
ChoiceCode = NewType("ChoiceCode", str)


@dataclass(frozen=True, slots=True)
class Card:
    """A few lines that help: where to find help, or what a word means."""

    title: Wording
    lines: tuple[Wording, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """One possible reply. An exclusive one stands alone; one that is aside lies off the scale."""

    code: ChoiceCode
    text: Wording
    is_exclusive: bool = False
    is_aside: bool = False


@dataclass(frozen=True, slots=True)
class _Asked:
    id: QuestionId
    text: Wording
    hint: Wording = UNWORDED
    help_card: Card | None = None
    learn_more: Card | None = None
    is_sensitive: bool = False
    is_hidden: bool = False


@dataclass(frozen=True, slots=True)
class SingleChoice(_Asked):
    """One reply of several."""

    choices: tuple[Choice, ...] = ()


@dataclass(frozen=True, slots=True)
class Scale(_Asked):
    """One reply of several that stand in an order; either end may come first."""

    choices: tuple[Choice, ...] = ()

    def in_order(self, *, reversed_: bool) -> tuple[Choice, ...]:
        """The steps from one end or the other; replies off the scale stay last."""
        steps = [choice for choice in self.choices if not choice.is_aside]
        aside = [choice for choice in self.choices if choice.is_aside]
        return (*(reversed(steps) if reversed_ else steps), *aside)


@dataclass(frozen=True, slots=True)
class MultipleChoice(_Asked):
    """As many replies as are true, up to a maximum."""

    choices: tuple[Choice, ...] = ()
    maximum: int | None = None


@dataclass(frozen=True, slots=True)
class OpenText(_Asked):
    """A reply in the resident's own words."""

    max_length: int = 300


Question = SingleChoice | Scale | MultipleChoice | OpenText


@dataclass(frozen=True, slots=True)
class Survey:
    """Questions in order; an optional one asks about the person and may be passed by as a whole."""

    id: str
    questions: tuple[Question, ...]
    text: Wording = UNWORDED
    is_optional: bool = False

    @property
    def asked(self) -> tuple[Question, ...]:
        """The questions a resident meets; hidden ones wait for the desk to fill them."""
        return tuple(question for question in self.questions if not question.is_hidden)
