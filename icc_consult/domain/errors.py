"""Rules of the product that can be broken; each error carries the facts, the screen finds the words."""

from dataclasses import dataclass


class BrokenRule(Exception):
    """Any rule of the product that was broken."""


@dataclass
class UnknownItem(BrokenRule):
    """An answer was given to something that is not on the paper."""

    item: str


@dataclass
class AnswerDoesNotFit(BrokenRule):
    """The answer is of another kind than the question, or names a choice that it does not have."""

    item: str


@dataclass
class TooManyChosen(BrokenRule):
    """More choices than the question allows."""

    item: str
    maximum: int


@dataclass
class NotSaved(BrokenRule):
    """What a resident gave could not be written down; nothing saved before is touched."""

    reason: str


@dataclass
class ConsultationClosed(BrokenRule):
    """Answers are asked of a consultation that has ended."""

    consultation: str
