"""One participant's sitting: the pages in order, where they stand, and what they have given so far."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.draw import Draw
from icc_consult.domain.fitting import fits
from icc_consult.domain.pages import (
    CardPage,
    MorePage,
    Page,
    ProposalPage,
    QuestionPage,
    StatementPage,
    TopicsPage,
    is_answerable,
)
from icc_consult.domain.response import (
    Answer,
    Answered,
    Chosen,
    ChosenMany,
    Ended,
    Numbered,
    Ranked,
    Response,
    Sitting,
    Skipped,
    Worked,
)
from icc_consult.domain.survey import Question
from icc_consult.domain.way import Fault, Way, way_of
from icc_consult.domain.wording import LanguageTag

__all__ = [
    "CardPage",
    "Draw",
    "MorePage",
    "Page",
    "ProposalPage",
    "QuestionPage",
    "Session",
    "StatementPage",
    "TopicsPage",
    "choices_in_order",
]


Presets = Mapping[str, Answered | None]


@dataclass(frozen=True, slots=True)
class Session:
    """A sitting after consent, in memory only; the sealed snapshot is all that may touch the disk."""

    consultation: Consultation
    language: LanguageTag
    draw: Draw
    pages: tuple[Page, ...]
    way: Way = field(repr=False, compare=False)
    position: int = 0
    furthest: int = 0
    answers: Mapping[str, Answer] = field(default_factory=dict)
    sitting: Sitting = field(default_factory=Sitting)

    @classmethod
    def begin(cls, consultation: Consultation, language: LanguageTag, draw: Draw) -> "Session":
        """A new sitting at its first page."""
        way = way_of(consultation, draw)
        return cls(consultation, language, draw, way.pages({}, language), way).arrived()

    @property
    def page(self) -> Page | None:
        """The page the resident stands on; none once all are passed and the answers are checked."""
        return self.pages[self.position] if self.position < len(self.pages) else None

    @property
    def answerable(self) -> tuple[Page, ...]:
        """The pages that ask something, in order."""
        return tuple(filter(is_answerable, self.pages))

    @property
    def has_seen_all(self) -> bool:
        """Whether the resident has been at the check of the answers before."""
        return self.furthest >= len(self.pages)

    def with_answer(self, item: str, answer: Answer) -> "Session":
        """The same sitting with one answer given or changed; raises where it does not fit its question."""
        fits(self.consultation, item, answer)
        return self._answering({**self.answers, item: answer})

    def without_answer(self, item: str) -> "Session":
        """The same sitting with one answer taken back."""
        return self._answering({name: one for name, one in self.answers.items() if name != item})

    def with_another_round(self) -> "Session":
        """One round more of the repeat that this page asks about, and on to its first page."""
        page = self.page
        if not isinstance(page, MorePage):
            return self
        rounds = Answered(Numbered(str(page.rounds + 1)), self.language)
        return self._answering({**self.answers, page.item: rounds}, stays=False).arrived()

    def _answering(self, answers: Mapping[str, Answer], *, stays: bool = True) -> "Session":
        """The pages as they are with these answers; the resident stays on the same one."""
        before = self._worked_out(self.pages, answers)
        pages = self.way.pages(answers, self.language)
        answers = self._renewed(answers, before, pages)
        if pages == self.pages:
            return replace(self, answers=answers)
        here = self.page.id if stays and self.page is not None else ""
        position = next((place for place, page in enumerate(pages) if page.id == here), self.position)
        had_seen_all = self.has_seen_all
        filtered = {page.id: page.question for page in pages if _is_filtered(page)}
        answers = {name: one for name, one in answers.items() if _is_on_offer(filtered.get(name), one)}
        furthest = len(pages) if had_seen_all else max(min(self.furthest, len(pages)), position)
        return replace(
            self, answers=answers, pages=pages, position=min(position, len(pages)), furthest=furthest
        )

    def _worked_out(self, pages: tuple[Page, ...], answers: Mapping[str, Answer]) -> Presets:
        """By name of a page that was passed and whose answer is worked out: what that comes to now."""
        return {page.id: self._preset(page) for page in pages if page.id in answers and _is_worked_out(page)}

    def _renewed(
        self, answers: Mapping[str, Answer], before: Presets, pages: tuple[Page, ...]
    ) -> Mapping[str, Answer]:
        now = self._worked_out(pages, answers)
        if not now:
            return answers
        from icc_consult.domain.presets import renewed  # noqa: PLC0415 - only forms with rules need it

        fixed = {page.id for page in pages if _is_worked_out(page) and page.question.is_read_only}
        return renewed(answers, {name: before.get(name) for name in now if name not in fixed}, now)

    def _preset(self, page: QuestionPage) -> Answered | None:
        if not self.way.preset(page):
            return None
        from icc_consult.domain.presets import preset_of  # noqa: PLC0415 - only forms with rules need it

        return preset_of(self.consultation, self.way, page, self.language)

    def in_language(self, language: LanguageTag) -> "Session":
        """The same sitting read in another language; every answer stays."""
        if language == self.language:
            return self
        sitting = replace(self.sitting, language_switches=self.sitting.language_switches + 1)
        pages = self.way.pages(self.answers, language)
        return replace(self, language=language, sitting=sitting, pages=pages)

    @property
    def fault(self) -> Fault | None:
        """Why the resident cannot go on from this page yet, if so; preferring not to answer always helps."""
        page = self.page
        return self.way.fault(page, self.answers.get(page.id)) if isinstance(page, QuestionPage) else None

    def forward(self) -> "Session":
        """One page on. What was seen and not answered counts as skipped."""
        page, moved = self.page, self
        if page is not None and is_answerable(page) and page.id not in self.answers:
            moved = self._answering({**self.answers, page.id: Skipped()})
        position = min(moved.position + 1, len(moved.pages))
        return replace(moved, position=position, furthest=max(moved.furthest, position)).arrived()

    def onward(self) -> "Session":
        """Back to the check of the answers, but for pages that only a changed answer brought about."""
        moved = self.forward()
        for place in range(moved.position, len(moved.pages)):
            page = moved.pages[place]
            if is_answerable(page) and page.id not in moved.answers:
                return replace(moved, position=place).arrived()
        return moved.at_review()

    def arrived(self) -> "Session":
        """The same page, with the answer that the form itself puts in until the resident changes it."""
        page = self.page
        if not isinstance(page, QuestionPage) or page.id in self.answers:
            return self
        preset = self._preset(page)
        return self._answering({**self.answers, page.id: preset}) if preset else self

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
        return sum(isinstance(answer, Answered) for answer in self._kept().values())

    def _kept(self) -> dict[str, Answer]:
        """The answers to what is asked; what no longer applies, or breaks a rule, is not stored."""
        return {page.id: self._kept_answer(page) for page in self.answerable if page.id in self.answers}

    def _kept_answer(self, page: Page) -> Answer:
        answer = self.answers[page.id]
        if not isinstance(page, QuestionPage) or not isinstance(answer, Answered):
            return answer
        return Skipped() if self.way.fault(page, answer) else answer

    def response(self, ended: Ended) -> Response:
        """What is stored of this sitting."""
        worked = {name: Answered(Worked(text), self.language) for name, text in self.way.worked().items()}
        offered = frozenset(page.id for page in self.answerable)
        return Response(
            fingerprint=self.consultation.fingerprint,
            language=self.language,
            ended=ended,
            answers={**self._kept(), **worked},
            offered=offered,
            drawn=self.draw.recorded,
            turned_scales=tuple(sorted(self.draw.turned_scales)),
            route=self.draw.route,
            seed=self.draw.seed,
            sitting=self.sitting,
        )


def choices_in_order(session: Session, question: Question) -> tuple[str, ...]:
    """The codes of a question as this sitting shows them."""
    return tuple(choice.code for choice in session.draw.order(question))


def _is_worked_out(page: Page) -> TypeGuard[QuestionPage]:
    return isinstance(page, QuestionPage) and bool(page.question.rules.calculation)


def _is_filtered(page: Page) -> TypeGuard[QuestionPage]:
    return isinstance(page, QuestionPage) and bool(page.question.rules.choice_filter)


def _is_on_offer(question: Question | None, answer: Answer) -> bool:
    """A choice that is no longer on offer is no answer any more."""
    if question is None or not isinstance(answer, Answered):
        return True
    codes = {choice.code for choice in getattr(question, "choices", ())}
    match answer.value:
        case Chosen(code):
            return code in codes
        case ChosenMany(given) | Ranked(given):
            return codes.issuperset(given)
    return True
