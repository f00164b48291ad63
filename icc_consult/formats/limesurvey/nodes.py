"""The questions of a survey as the nodes and lists of a form."""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from icc_consult.domain.logic import Aspect
from icc_consult.formats.limesurvey import kinds
from icc_consult.formats.limesurvey.arrays import Arrays
from icc_consult.formats.limesurvey.losses import LimeLoss
from icc_consult.formats.limesurvey.parts import Parts, is_shuffled, one_of
from icc_consult.formats.limesurvey.structure import Asked, Item
from icc_consult.formats.xlsform.form import Node
from icc_consult.i18n import N_

_WHICH = N_("Which one?")
_COMMENT = N_("Would you like to say more about it?")
_LOST = ("array_filter", "array_filter_exclude", "em_validation_sq", "time_limit")
_DATES = re.compile(r"(?P<date>[dmyj./\- ]*)(?P<time>[HhMis: ]*)")


class Nodes:
    """Makes nodes of questions. `equations` are what those of type `*` work out, by code."""

    def __init__(self, parts: Parts, equations: Mapping[str, str]) -> None:
        self._parts = parts
        self._arrays = Arrays(parts)
        self._equations = equations

    def of(self, question: Asked) -> list[Node]:
        """The nodes of one question; none where a kiosk does otherwise, which is told."""
        for name in _LOST:
            if question.attribute(name) not in {"", "0"}:
                detail = {"name": question.code, "setting": name}
                self._parts.losses.warn(LimeLoss.SETTING, question.place, name, **detail)
        kind = question.type
        if kind == "I":
            self._parts.losses.warn(LimeLoss.LANGUAGE_SWITCH, question.place, "type", name=question.code)
            return []
        if kind in kinds.ARRAYS or kind in "1:;QK":
            return self._arrays.of(question)
        if kind in kinds.LISTS or kind in kinds.SEVERAL or kind == "R":
            return list(self._choosing(question))
        return self._plain(question)

    # -- one answer ---------------------------------------------------------------------------

    def _plain(self, question: Asked) -> list[Node]:
        kind = question.type
        if kind == "|":
            return [self._parts.node(question, type="file", written="file upload")]
        if kind == "X":
            return [self._parts.node(question, type="note")]
        if kind == "*":
            return self._equation(question)
        if kind in kinds.FIXED:
            return [self._fixed(question)]
        if kind in kinds.TEXTS or kind in "ND":
            return [
                self._parts.node(question, **self._entry(question), constraint=self._constraint(question))
            ]
        self._parts.losses.refuse(LimeLoss.UNKNOWN_TYPE, question.place, name=question.code, type=kind)
        return []

    def _constraint(self, question: Asked) -> str:
        bounds = {"N": ("min_num_value_n", "max_num_value_n"), "D": ("date_min", "date_max")}
        return self._parts.checks.of(question, question.code, bounds=bounds.get(question.type, ("", "")))

    def _entry(self, question: Asked) -> dict[str, Any]:
        """How it is typed: as text, a number, a day or a time."""
        if question.type == "N" or kinds.is_on(question, "numbers_only"):
            return {"type": "integer" if kinds.is_on(question, "num_value_int_only") else "decimal"}
        if question.type == "D":
            return _moment(question.attribute("date_format"))
        most = question.attribute("maximum_chars")
        rest = {"icc::max_length": most} if most.isdecimal() else {}
        return {"type": "text", "rest": rest, "appearance": ("multiline",) if question.type in "TU" else ()}

    def _equation(self, question: Asked) -> list[Node]:
        """Worked out and never shown; what has no translation was told when it was sought."""
        if question.code not in self._equations:
            return []
        logic = {Aspect.CALCULATION: self._equations[question.code]}
        return [self._parts.node(question, type="calculate", logic=logic, texts={})]

    def _fixed(self, question: Asked) -> Node:
        scale = {"icc::kind": "scale"} if question.type in kinds.SCALES else {}
        self._parts.add_fixed_list(question)
        return self._parts.node(question, **one_of(question.code), rest=scale)

    # -- choices ------------------------------------------------------------------------------

    def _choosing(self, question: Asked) -> Iterator[Node]:
        kind, code = question.type, question.code
        is_several = kind in kinds.SEVERAL
        items = question.on_scale(0) if is_several else question.answers_on(0)
        items = kinds.choices_of_ranking(question) if kind == "R" else items
        if not items:
            self._parts.losses.refuse(LimeLoss.NOTHING_TO_ANSWER, question.place, "title", name=code)
            return
        other = kinds.other_code(items) if question.has_other and kind != "R" else ""
        self._parts.add_list(question, code, items, other)
        type_ = "rank" if kind == "R" else "select_multiple" if is_several else "select_one"
        yield self._parts.node(
            question,
            type=type_,
            written=f"{type_} {code}",
            list_name=code,
            constraint=self._parts.checks.least_marked(question) if is_several or kind == "R" else "",
            rest={"icc::max_choices": self._parts.checks.most_marked(question)}
            if type_ != "select_one"
            else {},
            parameters={"randomize": "true"} if is_shuffled(question) else {},
            appearance=("minimal",) if kind == "!" else (),
        )
        yield from self._beside(question, items, other)

    def _beside(self, question: Asked, items: tuple[Item, ...], other: str) -> Iterator[Node]:
        """Texts that belong to choices: which other one, and remarks."""
        code = question.code
        if other:
            relevant = f"selected(${{{code}}}, '{other}')"
            yield self._parts.text(question, f"{code}_other", self._parts.wording.said(_WHICH), relevant)
        if question.type == "O":
            relevant = self._parts.relevances.of_question(question)
            yield self._parts.text(question, f"{code}_comment", self._parts.wording.said(_COMMENT), relevant)
        for item in items if question.type == "P" else ():
            relevant = f"selected(${{{code}}}, '{item.code}')"
            label = self._parts.label(item, code) or self._parts.wording.said(_COMMENT)
            yield self._parts.text(question, f"{code}_{item.code}comment", label, relevant)


def _moment(written: str) -> dict[str, Any]:
    """A day unless the format says month, year or time; both in one is refused by its name."""
    found = _DATES.fullmatch(written.strip())
    date, time = (found["date"], found["time"].strip()) if found else ("d", "")
    if time:
        return {"type": "datetime", "written": "date and time"} if date.strip() else {"type": "time"}
    if not written or "d" in date or "j" in date:
        return {"type": "date"}
    return {"type": "date", "appearance": ("month-year",) if "m" in date else ("year",)}
