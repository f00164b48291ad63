"""Arrays: every row is one question of a group, or one for each of its columns."""

from collections.abc import Iterator, Mapping
from typing import Any

from icc_consult.domain.logic import Aspect
from icc_consult.formats.limesurvey import kinds
from icc_consult.formats.limesurvey.losses import LimeLoss
from icc_consult.formats.limesurvey.parts import Parts, is_shuffled, one_of
from icc_consult.formats.limesurvey.structure import Asked, Item
from icc_consult.formats.xlsform.form import Group, Node, Question, TextAspect


class Arrays:
    """Makes groups of arrays."""

    def __init__(self, parts: Parts) -> None:
        self._parts = parts

    def of(self, question: Asked) -> list[Node]:
        """One group, its questions the rows; nothing where there are none."""
        rows = question.on_scale(0)
        children = [node for row in rows for node in self._row(question, row)]
        if not children:
            self._parts.losses.refuse(LimeLoss.NOTHING_TO_ANSWER, question.place, "title", name=question.code)
            return []
        if question.type == "K" and (
            total := self._parts.checks.of_sum(question, [one.name for one in children])
        ):
            last = children[-1]
            own = last.logic.get(Aspect.CONSTRAINT, "")
            both = f"({own}) and ({total})" if own else total
            children[-1] = _with_logic(last, {**last.logic, Aspect.CONSTRAINT: both})
        texts = self._parts.texts(question)
        relevant = self._parts.relevances.of_question(question)
        logic = {Aspect.RELEVANT: relevant} if relevant else {}
        hints = texts.pop(TextAspect.HINT, {})
        if hints:
            note = f"{question.code}-hint"
            children.insert(
                0, Question("note", note, question.place, "note", texts={TextAspect.LABEL: hints})
            )
        rest = {"icc::shuffled": "yes"} if is_shuffled(question) and not hints else {}
        return [Group(question.code, question.place, tuple(children), texts, logic, rest=rest)]

    def _row(self, question: Asked, row: Item) -> Iterator[Question]:
        kind, name = question.type, f"{question.code}_{row.code}"
        if kind in "QK":
            yield self._parts.cell(question, row, name, self._entry_of_row(question))
        elif kind == "1":
            yield from self._dual(question, row, name)
        elif kind in ":;":
            yield from self._grid(question, row, name)
        elif question.answers or kind not in "FH":
            if question.code not in self._parts.lists:
                self._answers(question)
            scale = {"rest": {"icc::kind": "scale"}} if kind in kinds.SCALES else {}
            yield self._parts.cell(question, row, name, {**one_of(question.code), **scale})

    def _answers(self, question: Asked) -> None:
        if question.type in "FH":
            self._parts.add_list(question, question.code, question.answers_on(0))
        else:
            self._parts.add_fixed_list(question)

    def _entry_of_row(self, question: Asked) -> dict[str, Any]:
        if question.type == "Q" and not kinds.is_on(question, "numbers_only"):
            return {"type": "text"}
        constraint = self._parts.checks.of(question, "", bounds=("min_num_value_n", "max_num_value_n"))
        slider = _slider(question)
        if slider:
            return {"type": "range", "parameters": slider}
        whole = kinds.is_on(question, "num_value_int_only")
        return {"type": "integer" if whole else "decimal", "constraint": constraint}

    def _dual(self, question: Asked, row: Item, name: str) -> Iterator[Question]:
        for scale in (0, 1):
            items = question.answers_on(scale)
            if not items:
                continue
            listed = f"{question.code}_{scale}"
            if listed not in self._parts.lists:
                self._parts.add_list(question, listed, items)
            header = self._parts.attribute(
                question, "dualscale_headerA" if scale == 0 else "dualscale_headerB"
            )
            yield self._parts.cell(question, row, f"{name}_{scale}", one_of(listed), header)

    def _grid(self, question: Asked, row: Item, name: str) -> Iterator[Question]:
        columns = question.on_scale(1)
        if question.type == ":" and kinds.is_on(question, "multiflexible_checkbox"):
            if columns and question.code not in self._parts.lists:
                self._parts.add_list(question, question.code, columns)
            if columns:
                several = f"select_multiple {question.code}"
                entry = {"type": "select_multiple", "written": several, "list_name": question.code}
                yield self._parts.cell(question, row, name, entry)
            return
        for column in columns:
            head = self._parts.label(column, question.code)
            yield self._parts.cell(question, row, f"{name}_{column.code}", _grid_entry(question), head)


def _with_logic(node: Question, logic: Mapping[Aspect, str]) -> Question:
    return Question(
        node.type, node.name, node.place, node.written, texts=node.texts, logic=logic, default=node.default
    )


def _slider(question: Asked) -> dict[str, str]:
    if not kinds.is_on(question, "slider_layout"):
        return {}
    given = (("start", "slider_min", "0"), ("end", "slider_max", "100"), ("step", "slider_accuracy", "1"))
    return {name: question.attribute(attribute) or usual for name, attribute, usual in given}


def _grid_entry(question: Asked) -> dict[str, Any]:
    if question.type == ";":
        return {"type": "text"}
    if kinds.is_on(question, "input_boxes"):
        return {"type": "decimal"}
    given = (("start", "min", "1"), ("end", "max", "10"), ("step", "step", "1"))
    found = {name: question.attribute(f"multiflexible_{end}") or usual for name, end, usual in given}
    return {"type": "range", "parameters": found}
