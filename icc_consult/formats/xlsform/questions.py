"""One row as a question, and what a row says of a question, a group or a repeat alike."""

import re
from collections.abc import Mapping
from typing import Final

from icc_consult.domain.logic import Aspect
from icc_consult.formats.xlsform.entries import Entries, Entry
from icc_consult.formats.xlsform.form import ChoiceList, Place, Question, TextsByAspect
from icc_consult.formats.xlsform.headers import SILENT as SILENT_COLUMNS
from icc_consult.formats.xlsform.kinds import CHOOSING, FROM_FILE, SILENT, Kind
from icc_consult.formats.xlsform.marks import plain
from icc_consult.formats.xlsform.names import Names
from icc_consult.formats.xlsform.problems import At, Findings, What
from icc_consult.formats.xlsform.repairs import is_clean, with_plain_signs, with_references, without_marks

_TRUTH: Final = {"yes": "true()", "true": "true()", "no": "false()", "false": "false()"}
_DYNAMIC = re.compile(r"\$\{|[A-Za-z][\w:-]*\(|^\s*[\d.]+(?:\s*[-+*]\s*[\d.]+)+\s*$")
_DAY = re.compile(r"\s*\d{1,4}-\d{1,2}-\d{1,4}\s*")
_PARAMETER = re.compile(r"([\w-]+)\s*=\s*([^\s;,]+)")
_BETWEEN = re.compile(r"[\s;,]*")
_REFERENCE = re.compile(r"\$\{[^{}]+\}")
_COLUMNS = tuple((aspect, aspect.value) for aspect in Aspect)
_SEVERAL = frozenset({"select_multiple", "rank"})
_FROM_ELSEWHERE = FROM_FILE | {"select_one_external"}
_KEPT = SILENT_COLUMNS - {"disabled"} | {"read_only"}


Parts = tuple[TextsByAspect, Mapping[Aspect, str], tuple[str, ...], Mapping[str, str], Mapping[str, str]]


class Builder:
    """Makes questions of rows of one sheet."""

    def __init__(
        self,
        entries: Entries,
        lists: Mapping[str, ChoiceList],
        externals: Mapping[str, ChoiceList],
        names: Names,
        findings: Findings,
    ) -> None:
        self._entries = entries
        self._lists = lists
        self._externals = externals
        self._names = names
        self._findings = findings
        columns = {header.column for header in entries.headers}
        self._kept = _KEPT & columns
        self._logical = [(aspect, column) for aspect, column in _COLUMNS if column in columns]
        self._looked_at: set[str] = set()

    def question(self, entry: Entry, kind: Kind) -> Question:
        """The question in a row; what is wrong with it is among the findings."""
        parts, values = self.parts(entry), entry.values
        self._check(entry, kind, parts[1])
        return Question(
            kind.type,
            self._names.of(entry),
            Place(self._entries.sheet.name, entry.row),
            values["type"],
            kind.list_name,
            kind.has_other,
            values["default"] if "default" in values and Aspect.DEFAULT not in parts[1] else "",
            *parts,
        )

    def parts(self, entry: Entry) -> Parts:
        """What the row says of a question, a group or a repeat alike, as they have it in order: texts, logic,
        appearance, parameters and the rest.
        """
        rest, values = entry.rest, entry.values
        if self._kept and (kept := self._kept & values.keys()):
            rest = {column: values[column] for column in sorted(kept)} | rest
        return (
            self._referring(entry) if entry.row in self._entries.with_braces else entry.texts,
            self._logic(entry),
            tuple(plain(values["appearance"]).split()) if "appearance" in values else (),
            self._parameters(entry, values["parameters"]) if "parameters" in values else {},
            rest,
        )

    def _referring(self, entry: Entry) -> TextsByAspect:
        return {
            aspect: {
                tag: with_references(
                    text, self._names.rows, self._entries.at(entry.row, aspect.value, tag), self._findings
                )
                for tag, text in texts.items()
            }
            for aspect, texts in entry.texts.items()
        }

    def _logic(self, entry: Entry) -> Mapping[Aspect, str]:
        found: dict[Aspect, str] = {}
        values = entry.values
        for aspect, column in self._logical:
            if column not in values:
                continue
            cell = values[column]
            if aspect is Aspect.DEFAULT and not _is_dynamic(cell):
                continue
            clean = cell if is_clean(cell) else self._repaired(entry, aspect, cell)
            found[aspect] = _TRUTH.get(clean.casefold(), clean)
        return found

    def _repaired(self, entry: Entry, aspect: Aspect, cell: str) -> str:
        at = self._entries.at(entry.row, aspect.value)
        clean = without_marks(cell, at, self._findings)
        clean = with_references(clean, self._names.rows, at, self._findings)
        return with_plain_signs(clean, at, self._findings)

    def _parameters(self, entry: Entry, cell: str) -> Mapping[str, str]:
        cell = plain(cell)
        if _BETWEEN.sub("", _PARAMETER.sub("", cell)):
            self._findings.fail(What.BAD_PARAMETERS, self._entries.at(entry.row, "parameters"), text=cell)
        return {key.casefold(): value for key, value in _PARAMETER.findall(cell)}

    def _check(self, entry: Entry, kind: Kind, logic: Mapping[Aspect, str]) -> None:
        if kind.type in CHOOSING:
            self._check_list(entry, kind, logic)
        if kind.type == "calculate" and not (entry.values.keys() & {"calculation", "default"}):
            at = self._entries.at(entry.row, Aspect.CALCULATION.value)
            self._findings.fail(What.NO_CALCULATION, at, name=self._names.of(entry))
        shown = kind.type not in SILENT and Aspect.CALCULATION not in logic
        if shown and not entry.texts:
            self._findings.warn(
                What.NO_LABEL, self._entries.at(entry.row, "label"), name=self._names.of(entry)
            )

    def _check_list(self, entry: Entry, kind: Kind, logic: Mapping[Aspect, str]) -> None:
        name = kind.list_name
        if not kind.has_other and name in self._lists and kind.type not in _FROM_ELSEWHERE:
            self._check_choices(kind)
            return
        at = self._entries.at(entry.row, "type")
        if kind.has_other:
            if Aspect.CHOICE_FILTER in logic:
                self._findings.fail(What.OTHER_WITH_FILTER, at)
            else:
                self._findings.warn(What.OTHER_IN_ENGLISH, at)
        if kind.type in FROM_FILE and name:
            self._findings.warn(What.FILE_WANTED, at, file=name)
        elif name in self._lists and kind.type != "select_one_external":
            self._check_choices(kind)
        elif not name or (" " in name and not _REFERENCE.fullmatch(name)):
            self._findings.fail(What.NO_LIST_NAME, at, text=entry.values["type"])
        elif not _REFERENCE.fullmatch(name):
            self._check_known(at, kind)

    def _check_known(self, at: At, kind: Kind) -> None:
        lists = self._externals if kind.type == "select_one_external" else self._lists
        if kind.list_name not in lists:
            alike = next((one for one in lists if one.casefold() == kind.list_name.casefold()), "")
            self._findings.fail(What.UNKNOWN_LIST, at, list=kind.list_name, alike=alike)

    def _check_choices(self, kind: Kind) -> None:
        if kind.type not in _SEVERAL or kind.list_name in self._looked_at:
            return
        self._looked_at.add(kind.list_name)
        for choice in self._lists[kind.list_name].choices:
            if len(choice.name.split()) > 1:
                at = At(choice.place.sheet, choice.place.row)
                self._findings.fail(What.CHOICE_WITH_SPACE, at, name=choice.name)


def _is_dynamic(default: str) -> bool:
    return bool(_DYNAMIC.search(default)) and not _DAY.fullmatch(default)
