"""What every node of a form is made with: its texts, its rules, its list of choices."""

import re
from collections.abc import Iterable, Mapping
from typing import Any

from icc_consult.domain.logic import Aspect
from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.limesurvey import kinds
from icc_consult.formats.limesurvey.checks import Checks
from icc_consult.formats.limesurvey.losses import LimeLoss, Losses
from icc_consult.formats.limesurvey.relevances import Relevances
from icc_consult.formats.limesurvey.structure import Asked, Item
from icc_consult.formats.limesurvey.wording import Wording
from icc_consult.formats.xlsform.form import Choice, ChoiceList, Question, TextAspect
from icc_consult.i18n import N_

Told = Mapping[LanguageTag, str]
_OTHER = N_("Other")
_SHUFFLING = ("random_order", "answer_order", "subquestion_order")


class Parts:
    """Makes nodes and the lists they use, which gather in `lists`."""

    def __init__(self, wording: Wording, relevances: Relevances, losses: Losses) -> None:
        self.wording = wording
        self.relevances = relevances
        self.checks = Checks(relevances, losses)
        self.losses = losses
        self.lists: dict[str, ChoiceList] = {}

    def node(self, question: Asked, *, constraint: str = "", **members: Any) -> Question:
        """A node that goes by the code of its question."""
        logic = dict(members.pop("logic", {}))
        if relevant := self.relevances.of_question(question):
            logic[Aspect.RELEVANT] = relevant
        if constraint:
            logic[Aspect.CONSTRAINT] = constraint
        if question.is_mandatory and members["type"] not in {"note", "calculate"}:
            logic[Aspect.REQUIRED] = "true()"
        rest = {name: cell for name, cell in members.pop("rest", {}).items() if cell}
        if kinds.is_on(question, "hidden") and members["type"] != "calculate":
            rest["icc::hidden"] = "yes"
        if "texts" not in members:
            members["texts"] = self.texts(question)
        given = {"written": members["type"], "default": self._default(question), **members}
        return Question(name=question.code, place=question.place, logic=logic, rest=rest, **given)

    def texts(self, question: Asked) -> dict[TextAspect, Told]:
        """What is asked, the help beside it, and what is said where an answer does not fit."""
        tip = self.attribute(question, "em_validation_q_tip")
        code, place, told = question.code, question.place, self.wording.texts
        found = {
            TextAspect.LABEL: told(question.texts, code, place, "question"),
            TextAspect.HINT: told(question.helps, code, place, "help"),
            TextAspect.CONSTRAINT_MESSAGE: tip,
        }
        return {aspect: texts for aspect, texts in found.items() if texts}

    def label(self, item: Item, name: str) -> Told:
        """The text of a subquestion or an answer."""
        column = "answer" if item.place.sheet == "answers" else "question"
        return self.wording.texts(item.texts, name, item.place, column)

    def attribute(self, question: Asked, name: str) -> Told:
        """An attribute that has a text in every language."""
        return self.wording.texts(question.attributes.get(name, {}), question.code, question.place, name)

    def _default(self, question: Asked) -> str:
        value = question.defaults.get("", "")
        if question.type in kinds.SEVERAL:
            value = " ".join(code for code, mark in question.defaults.items() if code and mark == "Y")
        if "{" in value or ("'" in value and '"' in value) or (value and question.type in "DR*"):
            detail = {"name": question.code, "value": value}
            self.losses.warn(LimeLoss.DEFAULT, question.place, "defaultvalue", **detail)
            return ""
        return value

    def text(self, question: Asked, name: str, label: Told, relevant: str) -> Question:
        """A text that belongs to another question."""
        logic = {Aspect.RELEVANT: relevant} if relevant else {}
        return Question("text", name, question.place, "text", texts={TextAspect.LABEL: label}, logic=logic)

    def add_list(self, question: Asked, name: str, items: Iterable[Item], other: str = "") -> None:
        """A list of choices; `other` is the code of the one that LimeSurvey adds by itself."""
        alone = set(re.split(r"[;,\s]+", question.attribute("exclude_all_others")))
        choices = []
        for item in items:
            if item.relevance not in {"", "1"}:
                detail = {"name": question.code, "code": item.code, "expression": item.relevance}
                self.losses.warn(LimeLoss.CHOICE_RELEVANCE, item.place, "relevance", **detail)
            columns = {"exclusive": "yes"} if item.code in alone else {}
            label = self.label(item, question.code)
            texts = {TextAspect.LABEL: label} if label else {}
            choices.append(Choice(item.code, item.place, texts, columns))
        if other:
            choices.append(Choice(other, question.place, {TextAspect.LABEL: self._other_text(question)}))
        self.lists[name] = ChoiceList(name, tuple(choices), frozenset({"exclusive"}))

    def _other_text(self, question: Asked) -> Told:
        own = self.attribute(question, "other_replace_text")
        return own or self.wording.said(_OTHER)

    def add_fixed_list(self, question: Asked) -> None:
        """The list of a type that brings its answers along."""
        choices = [
            Choice(code, question.place, {TextAspect.LABEL: self.wording.said(text)})
            for code, text in kinds.FIXED_ANSWERS[question.type]
        ]
        self.lists[question.code] = ChoiceList(question.code, tuple(choices))

    def cell(
        self, question: Asked, row: Item, name: str, entry: Mapping[str, Any], more: Told | None = None
    ) -> Question:
        """One question of an array: its label is the row, and the column where there are several."""
        label = self.label(row, question.code)
        if more:
            label = {tag: f"{text} – {more[tag]}" if tag in more else text for tag, text in label.items()}
        logic = {}
        if relevant := self.relevances.of_row(row.relevance, row.place, name):
            logic[Aspect.RELEVANT] = relevant
        if constraint := entry.get("constraint", ""):
            logic[Aspect.CONSTRAINT] = constraint
        if question.is_mandatory:
            logic[Aspect.REQUIRED] = "true()"
        entry = {"written": entry["type"], **entry, "logic": logic}
        entry.pop("constraint", None)
        default = question.defaults.get(row.code, "")
        return Question(
            name=name,
            place=row.place,
            texts={TextAspect.LABEL: label} if label else {},
            default=default,
            **entry,
        )


def one_of(list_name: str) -> dict[str, str]:
    """What makes a node a single choice from a list."""
    return {"type": "select_one", "written": f"select_one {list_name}", "list_name": list_name}


def is_shuffled(question: Asked) -> bool:
    """Whether chance decides the order of its choices or rows."""
    return any(question.attribute(name) in {"1", "random"} for name in _SHUFFLING)
