"""One participant's sitting: the pages in order, where they stand, and what they have given so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from icc_consult.domain.ballot import ApprovalPaper, Statement, StatementPaper
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.fitting import fits
from icc_consult.domain.response import Answer, Answered, Ended, Response, Sitting, Skipped
from icc_consult.domain.survey import Card, OpenText, Question, Scale, Survey
from icc_consult.domain.wording import LanguageTag


@dataclass(frozen=True, slots=True)
class QuestionPage:
    """One question."""

    survey: Survey
    question: Question

    @property
    def id(self) -> str:
        """The name of the question."""
        return self.question.id


@dataclass(frozen=True, slots=True)
class CardPage:
    """The help that follows a sensitive question."""

    id: str
    card: Card


@dataclass(frozen=True, slots=True)
class StatementPage:
    """One statement."""

    paper: StatementPaper
    statement: Statement

    @property
    def id(self) -> str:
        """The name of the statement."""
        return self.statement.id


@dataclass(frozen=True, slots=True)
class TopicsPage:
    """One ballot paper of topics."""

    paper: ApprovalPaper

    @property
    def id(self) -> str:
        """The name of the ballot paper."""
        return self.paper.id


Page = QuestionPage | CardPage | StatementPage | TopicsPage


@dataclass(frozen=True, slots=True)
class Draw:
    """What chance decided for this sitting; it is recorded with the answers."""

    statements: tuple[str, ...] = ()
    turned_scales: frozenset[str] = frozenset()


def pages_of(consultation: Consultation, draw: Draw) -> tuple[Page, ...]:
    """The way through a consultation: one page a question, one a drawn statement, one a ballot paper."""
    pages: list[Page] = []
    for part in consultation.parts:
        match part:
            case Survey():
                pages.extend(_survey_pages(part))
            case StatementPaper():
                by_id = {statement.id: statement for statement in part.statements}
                drawn = [by_id[name] for name in draw.statements if name in by_id]  # type: ignore[index]
                pages.extend(StatementPage(part, statement) for statement in drawn)
            case ApprovalPaper():
                pages.append(TopicsPage(part))
    return tuple(pages)


def _survey_pages(survey: Survey) -> list[Page]:
    pages: list[Page] = []
    for question in survey.asked:
        pages.append(QuestionPage(survey, question))
        if question.help_card:
            pages.append(CardPage(f"{question.id}-help", question.help_card))
    return pages


@dataclass(frozen=True, slots=True)
class Session:
    """A sitting after consent, in memory only; the sealed snapshot is all that may touch the disk."""

    consultation: Consultation
    language: LanguageTag
    draw: Draw
    pages: tuple[Page, ...]
    position: int = 0
    furthest: int = 0
    answers: Mapping[str, Answer] = field(default_factory=dict)
    sitting: Sitting = field(default_factory=Sitting)

    @classmethod
    def begin(cls, consultation: Consultation, language: LanguageTag, draw: Draw) -> "Session":
        """A new sitting at its first page."""
        return cls(consultation, language, draw, pages_of(consultation, draw))

    @property
    def page(self) -> Page | None:
        """The page the resident stands on; none once all are passed and the answers are checked."""
        return self.pages[self.position] if self.position < len(self.pages) else None

    @property
    def answerable(self) -> tuple[Page, ...]:
        """The pages that ask something, in order."""
        return tuple(page for page in self.pages if not isinstance(page, CardPage))

    def with_answer(self, item: str, answer: Answer) -> "Session":
        """The same sitting with one answer given or changed; raises where it does not fit its question."""
        fits(self.consultation, item, answer)
        return replace(self, answers={**self.answers, item: answer})

    def in_language(self, language: LanguageTag) -> "Session":
        """The same sitting read in another language; every answer stays."""
        if language == self.language:
            return self
        sitting = replace(self.sitting, language_switches=self.sitting.language_switches + 1)
        return replace(self, language=language, sitting=sitting)

    def forward(self) -> "Session":
        """One page on. What was seen and not answered counts as skipped."""
        page = self.page
        answers = self.answers
        if page is not None and not isinstance(page, CardPage) and page.id not in answers:
            answers = {**answers, page.id: Skipped()}
        position = min(self.position + 1, len(self.pages))
        return replace(self, position=position, furthest=max(self.furthest, position), answers=answers)

    def back(self) -> "Session":
        """One page back; the first page has none before it."""
        return replace(self, position=max(self.position - 1, 0))

    def at(self, item: str) -> "Session":
        """The sitting at the page of that name, to change an answer."""
        position = next(index for index, page in enumerate(self.pages) if page.id == item)
        return replace(self, position=position)

    def at_review(self) -> "Session":
        """The sitting at its end, where all answers are checked."""
        return replace(self, position=len(self.pages), furthest=len(self.pages))

    @property
    def answered_count(self) -> int:
        """How many items have a value."""
        return sum(isinstance(answer, Answered) for answer in self.answers.values())

    def response(self, ended: Ended) -> Response:
        """What is stored of this sitting."""
        return Response(
            fingerprint=self.consultation.fingerprint,
            language=self.language,
            ended=ended,
            answers=dict(self.answers),
            offered=frozenset(page.id for page in self.answerable),
            drawn=self.draw.statements,
            turned_scales=tuple(sorted(self.draw.turned_scales)),
            sitting=self.sitting,
        )


def choices_in_order(session: Session, question: Question) -> tuple[str, ...]:
    """The codes of a question as this sitting shows them."""
    if isinstance(question, OpenText):
        return ()
    if isinstance(question, Scale):
        return tuple(c.code for c in question.in_order(reversed_=question.id in session.draw.turned_scales))
    return tuple(choice.code for choice in question.choices)
