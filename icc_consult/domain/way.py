"""The way through a consultation: which pages there are, given what was answered so far."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Protocol

from icc_consult.domain.ballot import StatementPaper
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.dependence import has_logic
from icc_consult.domain.draw import Draw
from icc_consult.domain.items import proposal_of
from icc_consult.domain.pages import CardPage, Page, ProposalPage, QuestionPage, StatementPage, TopicsPage
from icc_consult.domain.response import Answer
from icc_consult.domain.survey import Calculated, Card, Enclosing, Note, Question, Standing, Survey
from icc_consult.domain.wording import UNWORDED, LanguageTag, Wording


class Way(Protocol):
    """Where the pages come from."""

    def pages(self, answers: Mapping[str, Answer], language: LanguageTag) -> tuple[Page, ...]:
        """All pages, in order."""

    def worked(self) -> Mapping[str, str]:
        """What was worked out and is stored, by name."""

    def fault(self, page: QuestionPage, answer: Answer | None) -> "Fault | None":
        """Why the resident cannot go on yet, if so."""

    def preset(self, page: QuestionPage) -> str:
        """What the form itself puts in as the answer, as text; empty where it puts in nothing."""


class Fault:
    """An answer is wanted, or the one given breaks a rule of its question; `message` may be empty."""

    __slots__ = ("is_missing", "message")

    def __init__(self, message: Wording, *, is_missing: bool) -> None:
        self.message, self.is_missing = message, is_missing


def way_of(consultation: Consultation, draw: Draw) -> Way:
    """The way of one sitting; a consultation without rules has the same one whatever is answered."""
    if has_logic(consultation):
        from icc_consult.domain.ruled_way import RuledWay  # noqa: PLC0415 - most kiosks need no expressions

        return RuledWay(consultation, draw)
    return PlainWay(consultation, draw)


class PlainWay:
    """Every page that was drawn, always."""

    def __init__(self, consultation: Consultation, draw: Draw) -> None:
        self._pages = tuple(_plain_pages(consultation, draw))

    def pages(self, answers: Mapping[str, Answer], language: LanguageTag) -> tuple[Page, ...]:  # noqa: ARG002
        """Always the same."""
        return self._pages

    def worked(self) -> Mapping[str, str]:
        """Nothing is worked out."""
        return {}

    def fault(self, page: QuestionPage, answer: Answer | None) -> Fault | None:  # noqa: ARG002
        """Nothing is demanded."""
        return None

    def preset(self, page: QuestionPage) -> str:  # noqa: ARG002
        """Nothing is put in."""
        return ""


def _plain_pages(consultation: Consultation, draw: Draw) -> Iterator[Page]:
    for part in consultation.parts:
        if part.id in draw.leaves_out:
            continue
        if isinstance(part, Survey):
            for standing in drawn_entries(part, draw):
                yield from pages_for(part, standing, draw)
        else:
            yield from paper_pages(part, draw)


def pages_for(survey: Survey, standing: Standing, draw: Draw) -> Iterator[Page]:
    """The pages of one entry that is shown once, as its author wrote it."""
    entry = standing.entry
    if not isinstance(entry, Enclosing) and not is_left_out(standing, draw):
        yield from shown_pages(survey, entry, entry.id, (), heading_of(standing))


def is_left_out(standing: Standing, draw: Draw) -> bool:
    """Whether the chosen route leaves this out, or a group around it."""
    names = {standing.entry.id, *(above.id for above in standing.above)}
    return not names.isdisjoint(draw.leaves_out)


def shown_pages(
    survey: Survey, question: Question, name: str, path: tuple[int, ...], heading: Wording
) -> tuple[Page, ...]:
    """The page of a question as it is shown now, and the help that follows it."""
    if isinstance(question, Note):
        lines = (question.hint,) if question.hint else ()
        return (CardPage(question.id, Card(question.text, lines), question.picture, question.sound),)
    if isinstance(question, Calculated) or question.is_hidden:
        return ()
    page = QuestionPage(survey, question, name, path, heading)
    if question.help_card:
        return page, CardPage(f"{question.id}-help", question.help_card)
    return (page,)


def heading_of(standing: Standing) -> Wording:
    """The text of the nearest group that has one."""
    if not standing.above:
        return UNWORDED
    return next((above.text for above in reversed(standing.above) if above.text), UNWORDED)


def paper_pages(part: object, draw: Draw) -> Iterator[Page]:
    """The pages of a ballot paper."""
    if not isinstance(part, StatementPaper):
        yield TopicsPage(part)  # type: ignore[arg-type]
        return
    by_id = {statement.id: statement for statement in part.statements}
    drawn = [by_id[name] for name in draw.statements if name in by_id]  # type: ignore[index]
    yield from (StatementPage(part, statement) for statement in drawn)
    question = proposal_of(part)
    if part.takes_proposals and question.id not in draw.leaves_out:
        yield ProposalPage(part, question)


def drawn_entries(survey: Survey, draw: Draw) -> list[Standing]:
    """The entries of a survey that were drawn, in the order of this sitting."""
    standings = list(survey.entries())
    if not draw.groups:
        return standings
    ranks = order_of(standings, draw)
    drawn = [standing for standing in standings if standing.entry.id in ranks]
    return sorted(drawn, key=lambda standing: ranks[standing.entry.id])


def order_of(standings: list[Standing], draw: Draw) -> dict[str, tuple[int, ...]]:
    """By name, where an entry stands in this sitting; what was not drawn has no place."""
    ranks: dict[str, tuple[int, ...]] = {}
    for number, standing in enumerate(standings):
        above = standing.above[-1].id if standing.above else ""
        order = draw.groups.get(above)
        if (above and above not in ranks) or (order is not None and standing.entry.id not in order):
            continue
        place = number if order is None else order.index(standing.entry.id)
        ranks[standing.entry.id] = (*ranks.get(above, ()), place)
    return ranks


def renamed(question: Question, name: str) -> Question:
    """The question under its stored name."""
    return question if question.id == name else replace(question, id=name)  # type: ignore[arg-type]
