"""Everything that may be answered, under the name it is stored by.

A question inside a repeat is stored once a round: `age[2]` is the second child's age, `word[2][1]` the first
word of the second. Names hold no brackets, so nothing else is called that.
"""

from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import TYPE_CHECKING, NamedTuple, Protocol

from icc_consult.domain.ballot import Statement, StatementPaper, TopicPaper
from icc_consult.domain.survey import OpenText, Question, QuestionId, Standing, Survey, is_asked
from icc_consult.domain.wording import UNWORDED

if TYPE_CHECKING:
    from icc_consult.domain.consultation import Part

Asked = Question | Statement | TopicPaper
LONGEST_PROPOSAL = 300


class HasParts(Protocol):
    """A consultation, or whatever else has parts."""

    @property
    def parts(self) -> "tuple[Part, ...]":
        """The parts in order."""


class Item(NamedTuple):
    """What is asked, under its stored name; `path` numbers the rounds around it from 0."""

    name: str
    asked: Asked
    path: tuple[int, ...] = ()


def stored_name(name: str, path: Iterable[int]) -> str:
    """The name of an answer in these rounds, which count from 0."""
    return name + "".join(f"[{number + 1}]" for number in path)


def split_name(name: str) -> tuple[str, tuple[int, ...]]:
    """A stored name taken apart: the name in the form, and the rounds counted from 0."""
    base, bracket, rest = name.partition("[")
    if not bracket:
        return base, ()
    return base, tuple(int(number) - 1 for number in rest.removesuffix("]").split("]["))


def items_of(consultation: HasParts) -> Iterator[Item]:
    """Every item in the order of the questionnaire, each repeat for as many rounds as it can have."""
    for part in consultation.parts:
        match part:
            case Survey():
                for standing in part.entries():
                    if standing.above:
                        yield from _rounds(standing)
                    elif is_asked(standing.entry):
                        yield Item(standing.entry.id, standing.entry)  # type: ignore[arg-type]
            case StatementPaper():
                yield from (Item(statement.id, statement) for statement in part.statements)
                if part.takes_proposals:
                    question = proposal_of(part)
                    yield Item(question.id, question)
            case _:
                yield Item(part.id, part)


def proposal_of(paper: StatementPaper) -> OpenText:
    """The question for a statement of the resident's own."""
    return OpenText(QuestionId(f"{paper.id}-proposal"), UNWORDED, max_length=LONGEST_PROPOSAL)


def _rounds(standing: Standing) -> Iterator[Item]:
    question = standing.entry
    if not is_asked(question):
        return
    paths: list[tuple[int, ...]] = [()]
    for repeat in standing.repeats:
        paths = [(*path, number) for path in paths for number in range(repeat.most_rounds)]
    for path in paths:
        name = QuestionId(stored_name(question.id, path))
        yield Item(name, replace(question, id=name) if path else question, path)  # type: ignore[arg-type]
