"""The way through a form with rules: pages come and go with the answers."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cached_property, lru_cache, partial
from typing import Any

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.dependence import REFERENCE, choices_of, referring, refers
from icc_consult.domain.draw import Draw
from icc_consult.domain.form_logic import as_given, graph_of
from icc_consult.domain.items import split_name, stored_name
from icc_consult.domain.logic import LogicGraph, LogicRun, World
from icc_consult.domain.logic.values import text
from icc_consult.domain.pages import MorePage, Page, QuestionPage
from icc_consult.domain.response import Answer, Answered, Refused
from icc_consult.domain.sameness import Same
from icc_consult.domain.survey import Calculated, Question, Repeat, Standing, Survey
from icc_consult.domain.way import (
    Fault,
    heading_of,
    is_left_out,
    order_of,
    paper_pages,
    renamed,
    shown_pages,
)
from icc_consult.domain.wording import LanguageTag, Wording

Cell = tuple[str, tuple[int, ...]]
_LONGEST_WORKED = 200


@dataclass(frozen=True)
class Form:
    """What is worked out once for a consultation: the graph, and where every entry stands."""

    consultation: Consultation
    graph: LogicGraph
    standings: Mapping[str, Standing]

    @classmethod
    def of(cls, consultation: Consultation) -> "Form":
        """Raises a `LogicError` where the logic is wrong."""
        standings = [standing for survey in _surveys(consultation) for standing in survey.entries()]
        return cls(consultation, graph_of(consultation), {one.entry.id: one for one in standings})

    @cached_property
    def changing(self) -> frozenset[str]:
        """The names of those whose page changes with the answers: in its texts, or in what it offers."""
        standings = self.standings.items()
        filtered = frozenset([name for name, standing in standings if standing.entry.rules.choice_filter])
        surveys = [part for part in _surveys(self.consultation) if part.may_refer]
        telling = referring(standing.entry for survey in surveys for standing in survey.entries())
        if not telling:
            return filtered
        return filtered.union(
            [name for name, one in standings if not telling.isdisjoint([name, *(up.id for up in one.above)])]
        )


def _surveys(consultation: Consultation) -> list[Survey]:
    return [part for part in consultation.parts if isinstance(part, Survey)]


def _choice_name(form: Form, language: LanguageTag, code: str, question: str) -> str:
    standing = form.standings.get(question)
    return (_label(form, standing, code, language) if standing else "") or code


def _label(form: Form, standing: Standing, code: str, tag: LanguageTag) -> str:
    wording = next((choice.text for choice in choices_of(standing.entry) if choice.code == code), None)
    return form.consultation.shown(wording, tag).text if wording else ""


@lru_cache(maxsize=4)
def _form(same: Same) -> Form:
    return Form.of(same.consultation)


def form_of(consultation: Consultation) -> Form:
    """The form of a consultation, worked out the first time. Raises a `LogicError`."""
    return _form(Same(consultation))


def _within(survey: Survey, cells: list[Cell]) -> list[Cell]:
    names = {standing.entry.id for standing in survey.entries()}
    return [cell for cell in cells if cell[0] in names]


class RuledWay:
    """One sitting with a form. It follows the answers it is shown, whichever way they changed."""

    def __init__(self, consultation: Consultation, draw: Draw) -> None:
        self._consultation = consultation
        self._draw = draw
        self._language = LanguageTag("")
        self._has_begun = False
        self._seen: dict[str, Answer] = {}
        self._fixed: dict[Cell, tuple[Page, ...]] = {}

    @cached_property
    def _form(self) -> Form:
        return form_of(self._consultation)

    @cached_property
    def _run(self) -> LogicRun:
        """The rules, run for the first time when somebody asks what they say."""
        self._has_begun = True
        world = World(tables=self._consultation.tables, choice_name=self._choice_name)
        return LogicRun(self._form.graph, world=world)

    @property
    def _choice_name(self) -> Callable[[str, str], str]:
        return partial(_choice_name, self._form, self._language)

    @cached_property
    def _shown(self) -> frozenset[str]:
        """The entries of surveys, but for those that the chosen route leaves out."""
        standings, draw = self._form.standings, self._draw
        left_out = {name for name, one in standings.items() if draw.leaves_out and is_left_out(one, draw)}
        return frozenset(standings.keys() - left_out)

    @property
    def evaluations(self) -> int:
        """How many expressions were run so far."""
        return self._run.evaluations

    # -- following ----------------------------------------------------------------------------

    def _follow(self, answers: Mapping[str, Answer], language: LanguageTag) -> None:
        self._speak(language)
        for name in [name for name in self._seen if name not in answers]:
            del self._seen[name]
            self._give(name, None)
        for name, answer in answers.items():
            if self._seen.get(name) is not answer:
                self._seen[name] = answer
                self._give(name, answer)

    def _speak(self, language: LanguageTag) -> None:
        if language != self._language:
            self._language = language
            if self._has_begun:
                self._run.speak(self._choice_name)

    def _give(self, name: str, answer: Answer | None) -> None:
        base, path = split_name(name)
        if base in self._form.graph.outline.items:
            self._run.answer(base, as_given(answer), at=path)

    # -- pages --------------------------------------------------------------------------------

    def pages(self, answers: Mapping[str, Answer], language: LanguageTag) -> tuple[Page, ...]:
        """The pages that apply, with choices as they are filtered and texts as they are filled."""
        self._follow(answers, language)
        cells, parts = self._cells(), self._form.consultation.parts
        pages: list[Page] = []
        for part in parts:
            if part.id in self._draw.leaves_out:
                continue
            if isinstance(part, Survey):
                pages += self._survey_pages(part, cells if len(parts) == 1 else _within(part, cells))
            else:
                pages += paper_pages(part, self._draw)
        return tuple(pages)

    def _cells(self) -> list[Cell]:
        """The entries of surveys that apply now, round after round."""
        shown, cells = self._shown, self._run.shown()
        return [cell for cell in cells if cell[0] in shown and (not cell[1] or self._is_within(*cell))]

    def _is_within(self, name: str, path: tuple[int, ...]) -> bool:
        repeats = self._form.standings[name].repeats
        return all(number < repeat.most_rounds for number, repeat in zip(path, repeats, strict=True))

    def _survey_pages(self, survey: Survey, cells: list[Cell]) -> list[Page]:
        if self._draw.groups:
            ranks = order_of(list(survey.entries()), self._draw)
            cells = sorted(
                (cell for cell in cells if cell[0] in ranks), key=lambda cell: self._rank(cell, ranks)
            )
        pages: list[Page] = []
        for number, cell in enumerate(cells):
            fixed = self._fixed.get(cell)
            pages += self._made(survey, cell) if fixed is None else fixed
            if cell[1]:
                pages += self._ends(cell, cells[number + 1] if number + 1 < len(cells) else None)
        return pages

    def _rank(self, cell: Cell, ranks: Mapping[str, tuple[int, ...]]) -> tuple[int, ...]:
        name, path = cell
        place: list[int] = []
        rounds = iter(path)
        above = self._form.standings[name].above
        for entry, number in zip((*above, self._form.standings[name].entry), ranks[name], strict=True):
            place.append(number)
            if isinstance(entry, Repeat):
                place.append(next(rounds))
        return tuple(place)

    def _made(self, survey: Survey, cell: Cell) -> tuple[Page, ...]:
        """The pages of a cell; those that no answer changes are made once."""
        name, path = cell
        form = self._form
        standing = form.standings[name]
        question: Any = renamed(standing.entry, stored_name(name, path)) if path else standing.entry  # type: ignore[arg-type]
        heading = heading_of(standing)
        if name not in form.changing:
            self._fixed[cell] = pages = shown_pages(survey, question, name, path, heading)
            return pages
        question = self._filtered(question, name, path)
        if question is None:
            return ()
        question, heading = self._filled(question, path), self._fill(heading, path)
        return shown_pages(survey, question, name, path, heading)

    def _filtered(self, question: Question, name: str, path: tuple[int, ...]) -> Question | None:
        rules = question.rules
        if not rules.choice_filter or not hasattr(question, "choices"):
            return question
        offered = set(self._run.choices(name, path))
        choices = tuple(choice for choice in question.choices if choice.code in offered)
        return replace(question, choices=choices) if choices else None  # type: ignore[arg-type]

    def _filled(self, question: Question, path: tuple[int, ...]) -> Question:
        changed: dict[str, Any] = {}
        for name in ("text", "hint"):
            wording = getattr(question, name)
            if refers(wording):
                changed[name] = self._fill(wording, path)
        choices = getattr(question, "choices", ())
        if any(refers(choice.text) for choice in choices):
            changed["choices"] = tuple(replace(one, text=self._fill(one.text, path)) for one in choices)
        return replace(question, **changed) if changed else question

    def _fill(self, wording: Wording, path: tuple[int, ...]) -> Wording:
        if not refers(wording):
            return wording
        return Wording(
            {
                tag: REFERENCE.sub(lambda found, tag=tag: self._told(found[1], path, tag), written)  # type: ignore[misc]
                for tag, written in wording.texts.items()
            }
        )

    def _told(self, name: str, path: tuple[int, ...], tag: LanguageTag) -> str:
        """What was answered, as a person reads it: choices by their text in the language around them."""
        standing = self._form.standings.get(name)
        if standing is None:
            return ""
        value = self._run.value(name, path[: len(standing.repeats)])
        codes = value if isinstance(value, list) else [value] if isinstance(value, str) else []
        named = [label for code in codes if (label := _label(self._form, standing, str(code), tag))]
        return ", ".join(named) if named else text(tuple(value) if isinstance(value, list) else value)  # type: ignore[arg-type]

    def _ends(self, cell: Cell, following: Cell | None) -> Iterator[Page]:
        """A page after the last round of each repeat that ends here and may have another one."""
        repeats = self._form.standings[cell[0]].repeats
        for depth in range(len(repeats) - 1, -1, -1):
            repeat, outer, rounds = repeats[depth], cell[1][:depth], cell[1][depth] + 1
            if self._goes_on(repeats[: depth + 1], outer, following):
                return
            if not repeat.rules.repeat_count and rounds < repeat.most_rounds:
                yield MorePage(repeat, outer, rounds)

    def _goes_on(self, repeats: tuple[Repeat, ...], outer: tuple[int, ...], following: Cell | None) -> bool:
        """Whether the following page is inside the same repeat, in this round or a later one."""
        if following is None or self._form.standings[following[0]].repeats[: len(repeats)] != repeats:
            return False
        return following[1][: len(outer)] == outer

    # -- what is worked out, wanted, put in ---------------------------------------------------

    def worked(self) -> Mapping[str, str]:
        """What calculations came to, those that tell the time or chance left out."""
        found: dict[str, str] = {}
        for name, path in self._cells():
            entry = self._form.standings[name].entry
            if (
                isinstance(entry, Calculated)
                and not entry.is_hidden
                and name not in self._form.graph.not_stored
            ):
                value = text(self._value(name, path))
                if value:
                    found[stored_name(name, path)] = value[:_LONGEST_WORKED]
        return found

    def _value(self, name: str, path: tuple[int, ...]) -> Any:
        value = self._run.value(name, path)
        return " ".join(value) if isinstance(value, list) else value

    def fault(self, page: QuestionPage, answer: Answer | None) -> Fault | None:
        """A rule of the question that the answer breaks. Preferring not to answer breaks none."""
        rules = page.question.rules
        if isinstance(answer, Refused):
            return None
        if isinstance(answer, Answered) and not self._run.valid(page.name, page.path):
            return Fault(self._fill(rules.constraint_message, page.path), is_missing=False)
        if not isinstance(answer, Answered) and self._run.required(page.name, page.path):
            return Fault(self._fill(rules.required_message, page.path), is_missing=True)
        return None

    def preset(self, page: QuestionPage) -> str:
        """The default of the question, or what is calculated for it; none that tells the time or chance."""
        rules = page.question.rules
        if not (rules.default or rules.calculation) or page.name in self._form.graph.not_stored:
            return ""
        return text(self._value(page.name, page.path))
