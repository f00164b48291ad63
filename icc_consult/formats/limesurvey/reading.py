"""A survey of LimeSurvey as a form, and from there as the document of a pack."""

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import count, groupby
from pathlib import Path
from typing import Any

from icc_consult.domain.logic import Aspect
from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.forms.packing import packed
from icc_consult.formats.limesurvey.gathering import survey_in
from icc_consult.formats.limesurvey.kinds import variables_of
from icc_consult.formats.limesurvey.losses import SHEETS, LimeLoss, Losses
from icc_consult.formats.limesurvey.nodes import Nodes
from icc_consult.formats.limesurvey.parts import Parts
from icc_consult.formats.limesurvey.plain_text import plain_text
from icc_consult.formats.limesurvey.relevances import Relevances
from icc_consult.formats.limesurvey.rows import rows_in
from icc_consult.formats.limesurvey.script import NotTranslatable
from icc_consult.formats.limesurvey.sniffing import Shape, shape_of
from icc_consult.formats.limesurvey.structure import Asked, Section, Survey, Texts
from icc_consult.formats.limesurvey.table_reading import survey_of
from icc_consult.formats.limesurvey.tables import MOST_BYTES, tables_in
from icc_consult.formats.limesurvey.variables import Value, Variables
from icc_consult.formats.limesurvey.wording import Wording
from icc_consult.formats.xlsform.form import Form, Group, Node, Place, Question, TextAspect
from icc_consult.formats.xlsform.problems import Problem
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal
from icc_consult.verifying.regular_files import read_regular

Document = Mapping[str, Any]
_SETTINGS = Place("surveys_languagesettings", 1)


@dataclass(frozen=True, slots=True)
class LimeSurvey:
    """What a survey becomes: a document, none where something stands against it, and all there is to say."""

    title: str
    document: Document | None
    problems: tuple[Problem, ...]


def read_survey(source: Path | bytes, *, name: str = "survey", leaves_out: bool = False) -> LimeSurvey:
    """Read an .lss file or a table of tab-separated values, whatever it is called. Changes nothing.

    `leaves_out`: go on without questions that no kiosk can ask. Raises `FormRefused`.
    """
    content = source if isinstance(source, bytes) else _content(source)
    shape = shape_of(content)
    if shape is None:
        raise FormRefused(Refusal.NOT_A_SURVEY)
    survey = survey_in(tables_in(content)) if shape is Shape.STRUCTURE else survey_of(rows_in(content))
    stem = name if isinstance(source, bytes) else source.stem
    return document_of(survey, stem, leaves_out=leaves_out)


def _content(path: Path) -> bytes:
    try:
        if path.stat().st_size > MOST_BYTES:
            raise FormRefused(Refusal.TOO_LARGE, str(path), str(path.stat().st_size))
        return read_regular(path, MOST_BYTES)
    except FileNotFoundError:
        raise FormRefused(Refusal.NOT_FOUND, str(path)) from None
    except OSError as error:
        raise FormRefused(Refusal.UNREADABLE, str(path), error.strerror or "") from None


def document_of(survey: Survey, name: str, *, leaves_out: bool = False) -> LimeSurvey:
    """The document of a survey."""
    losses = Losses(leaves_out=leaves_out)
    maker = _Maker(_with_codes(survey, losses), losses)
    form = maker.form(name)
    made = packed(form, leaves_out=leaves_out)
    moved = (replace(one, sheet=SHEETS.get(one.sheet, one.sheet)) for one in made.problems)
    problems = (*losses.found, *moved)
    if made.document is None or any(problem.is_error for problem in problems):
        return LimeSurvey(form.title, None, problems)
    return LimeSurvey(form.title, {**made.document, **maker.frame(made.document)}, problems)


def _with_codes(survey: Survey, losses: Losses) -> Survey:
    """The survey with a code of its own for every question."""
    taken: set[str] = set()
    numbers: defaultdict[str, Iterator[int]] = defaultdict(lambda: count(2))

    def coded(question: Asked) -> Asked:
        code = question.code or f"q{question.number or len(taken) + 1}"
        while code.casefold() in taken:
            code = f"{question.code or 'q'}x{next(numbers[question.code.casefold()])}"
        taken.add(code.casefold())
        if not question.code:
            losses.warn(LimeLoss.NO_CODE, question.place, "title", new=code)
        elif code != question.code:
            losses.warn(LimeLoss.DUPLICATE_CODE, question.place, "title", name=question.code, new=code)
        return replace(question, code=code)

    sections = tuple(replace(one, questions=tuple(map(coded, one.questions))) for one in survey.sections)
    return replace(survey, sections=sections)


def _inside(equation: str) -> str:
    """The expression in braces, where there is nothing else."""
    inner = equation[1:-1]
    if not (equation.startswith("{") and equation.endswith("}")) or set("{}") & set(inner):
        raise NotTranslatable(equation[:40])
    return inner


class _Maker:
    def __init__(self, survey: Survey, losses: Losses) -> None:
        self._survey = survey
        self._losses = losses
        self._variables = Variables()
        for _, question in survey.asked():
            self._variables.numbers.setdefault(question.number, question.code)
            for name, meaning in variables_of(question):
                self._variables.add(name, meaning)
        self._wording = Wording(survey.languages, self._variables, losses)
        self._relevances = Relevances(survey, self._variables, losses)
        self._parts = Parts(self._wording, self._relevances, losses)
        self._nodes = Nodes(self._parts, dict(self._equations()))

    def _equations(self) -> Iterator[tuple[str, str]]:
        """What equations work out; only those that have a translation become variables."""
        for _, question in self._survey.asked():
            if question.type != "*":
                continue
            written = plain_text(next(iter(question.texts.values()), "")).text
            try:
                text, sort = self._relevances.script().value(_inside(written))
            except NotTranslatable as broken:
                detail = {"name": question.code, "expression": written, "piece": broken.piece}
                self._losses.warn(LimeLoss.EQUATION, question.place, "question", **detail)
            else:
                self._variables.add(question.code, Value(question.code, sort, question.code))
                yield question.code, text

    def form(self, name: str) -> Form:
        """The survey as a form."""
        languages = self._wording.languages
        titles = self._told(self._survey.titles, "surveyls_title")
        return Form(
            next(iter(titles.values()), name),
            f"survey-{self._survey.number}" if self._survey.number else name,
            "",
            languages[0].tag,
            languages,
            tuple(self._all_sections()),
            self._parts.lists,
            titles=titles,
        )

    def frame(self, document: Document) -> dict[str, Any]:
        """What stands around the questions: welcome, consent and end."""
        consent = self._lines(self._survey.welcomes, "surveyls_welcometext", document)
        end = self._lines(self._survey.ends, "surveyls_endtext", document)
        welcome = self._told(self._survey.descriptions, "surveyls_description")
        return {
            **({"welcome": dict(welcome)} if welcome else {}),
            "consent": {**document["consent"], "lines": consent},
            "finish": {"lines": end},
        }

    def _lines(self, texts: Texts, column: str, document: Document) -> list[dict[str, str]]:
        """Paragraph by paragraph, those of one place together; all in one where their numbers differ."""
        shown = set(document["languages"])
        told = {str(tag): text for tag, text in self._told(texts, column).items() if tag in shown}
        split = {tag: [line for line in text.split("\n\n") if line.strip()] for tag, text in told.items()}
        if len({len(lines) for lines in split.values()}) > 1:
            return [told]
        return [dict(zip(split, line, strict=True)) for line in zip(*split.values(), strict=True)]

    def _told(self, texts: Texts, column: str) -> Mapping[LanguageTag, str]:
        return self._wording.texts(texts, column, _SETTINGS, column)

    # -- groups -------------------------------------------------------------------------------

    def _all_sections(self) -> Iterator[Node]:
        numbered = enumerate(self._survey.sections, 1)
        nodes = [(one.shuffled_with, self._section(one, number)) for number, one in numbered]
        names = [name for name, _ in groupby(nodes, key=lambda one: one[0]) if name]
        for name, found in groupby(nodes, key=lambda one: one[0]):
            groups = tuple(group for _, group in found)
            if not name or len(groups) == 1:
                yield from groups
                if name and names.count(name) > 1:
                    where = groups[0].place
                    self._losses.warn(
                        LimeLoss.ORDER, where, "randomization_group", name=groups[0].name, order=name
                    )
                continue
            yield Group(f"{groups[0].name}-shuffled", groups[0].place, groups, rest={"icc::shuffled": "yes"})

    def _section(self, section: Section, number: int) -> Group:
        name = f"group-{number}"
        relevant = self._relevances.of_section(section)
        label = self._wording.texts(section.texts, name, section.place, "group_name")
        about = self._wording.texts(section.descriptions, name, section.place, "description")
        children = list(self._children(section))
        if about:
            told = {TextAspect.LABEL: about}
            children.insert(0, Question("note", f"{name}-about", section.place, "note", texts=told))
        logic = {Aspect.RELEVANT: relevant} if relevant else {}
        texts = {TextAspect.LABEL: label} if label else {}
        return Group(name, section.place, tuple(children), texts, logic)

    def _children(self, section: Section) -> Iterator[Node]:
        """The questions; neighbours that chance puts in order make a group of their own."""
        for name, found in groupby(section.questions, key=lambda one: one.attribute("random_group")):
            questions = list(found)
            nodes = [node for question in questions for node in self._nodes.of(question)]
            if name and len(questions) > 1 and nodes:
                where = questions[0].place
                yield Group(
                    f"{questions[0].code}-shuffled", where, tuple(nodes), rest={"icc::shuffled": "yes"}
                )
            else:
                yield from nodes
