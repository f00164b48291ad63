"""The logic of a form, checked as one thing, each fault with its cell."""

from collections.abc import Iterator, Mapping
from dataclasses import fields
from functools import cached_property
from typing import Any, cast

from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.logic import (
    Aspect,
    CircularReference,
    EarlierAnswersWanted,
    ExpressionTooDeep,
    ExpressionTooLong,
    LogicError,
    LogicGraph,
    LogicItem,
    NotAnExpression,
    NotAReference,
    PatternNotConstant,
    PatternRefused,
    UnknownFunction,
    UnknownName,
    UnknownTable,
    World,
    WrongArgumentCount,
    are_plain,
    faults_in,
    parse,
)
from icc_consult.formats.regex import GoogleRe2
from icc_consult.formats.xlsform.entries import Entries
from icc_consult.formats.xlsform.form import ChoiceList, Group, Node, Question, Repeat, walk
from icc_consult.formats.xlsform.kinds import EXTERNAL, FROM_FILE
from icc_consult.formats.xlsform.problems import At, Findings, What
from icc_consult.formats.xlsform.repairs import looks_up, references_in

_WHATS: Mapping[type[BrokenRule], What] = {
    NotAnExpression: What.NOT_AN_EXPRESSION,
    ExpressionTooLong: What.EXPRESSION_TOO_LONG,
    ExpressionTooDeep: What.EXPRESSION_TOO_DEEP,
    UnknownFunction: What.UNKNOWN_FUNCTION,
    WrongArgumentCount: What.WRONG_ARGUMENT_COUNT,
    UnknownName: What.UNKNOWN_REFERENCE,
    UnknownTable: What.UNKNOWN_TABLE,
    NotAReference: What.NOT_A_REFERENCE,
    EarlierAnswersWanted: What.EARLIER_ANSWERS_WANTED,
    PatternRefused: What.PATTERN_REFUSED,
    PatternNotConstant: What.PATTERN_NOT_CONSTANT,
}
_ROW_COLUMNS = frozenset({"name", "label", "itextId"})
_LAST_SAVED = "last-saved#"


class LogicCheck:
    """One look at the logic of all nodes."""

    def __init__(
        self,
        nodes: tuple[Node, ...],
        lists: Mapping[str, ChoiceList],
        externals: Mapping[str, ChoiceList],
        entries: Entries,
        findings: Findings,
    ) -> None:
        self._nodes = [(node, parent) for node, parent in walk(nodes) if node.name]
        self._lists = lists
        self._externals = externals
        self._entries = entries
        self._findings = findings

    @cached_property
    def _rows(self) -> dict[str, int]:
        return {node.name: node.place.row for node, _ in self._nodes}

    @cached_property
    def _files(self) -> frozenset[str]:
        return frozenset(_files_of(node for node, _ in self._nodes))

    def run(self) -> None:
        """Tell everything that is wrong with expressions, and with names in texts."""
        self._texts()
        if not are_plain((node.name, node.logic.items()) for node, _ in self._nodes):
            self._look_closer()

    def _look_closer(self) -> None:
        items = [self._item(node, parent) for node, parent in self._nodes]
        tables = self._tables()
        world = World(regex=GoogleRe2())
        try:
            LogicGraph(items, tables=tables, world=world)
        except BrokenRule:
            pass
        else:
            return
        faults = faults_in(items, tables=tables, world=world)
        for fault in faults:
            self._tell(self._entries.at(self._rows[fault.item], fault.aspect.value), fault.error)
        is_sound = all(isinstance(fault.error, UnknownTable) for fault in faults)
        if is_sound and not self._findings.has(What.DUPLICATE_NAME):
            self._loops(items, world)

    def _tables(self) -> dict[str, frozenset[str]] | None:
        """The columns of lists by name, where any expression looks into one."""
        written = (text for node, _ in self._nodes for text in node.logic.values())
        if not any(map(looks_up, written)):
            return None
        return {name: found.columns | _ROW_COLUMNS for name, found in self._lists.items()}

    def _loops(self, items: list[LogicItem], world: World) -> None:
        try:
            LogicGraph(items, world=world)
        except CircularReference as error:
            at = self._entries.at(self._rows[error.path[0]], "")
            self._findings.fail(What.CIRCULAR_REFERENCE, at, path=" → ".join(error.path))
        except LogicError as error:
            self._tell(self._entries.at(0, ""), error)

    def _tell(self, at: At, error: BrokenRule) -> None:
        if isinstance(error, UnknownTable) and (error.table in self._files or not self._is_list(error.table)):
            self._findings.warn(What.FILE_WANTED, at, file=error.table)
            return
        self._findings.fail(_WHATS[type(error)], at, **_detail(error))

    def _is_list(self, table: str) -> bool:
        """Whether the name is near that of a list, so that it is rather a slip than an attached file."""
        return any(name.casefold() == table.casefold() for name in self._lists)

    def _item(self, node: Node, parent: str) -> LogicItem:
        columns = self._columns(node) if Aspect.CHOICE_FILTER in node.logic else frozenset()
        is_repeat = isinstance(node, Repeat)
        is_group = isinstance(node, Group) and not is_repeat
        logic = cast("Mapping[str, Any]", node.logic)
        return LogicItem(node.name, parent, is_group, is_repeat, columns=columns, **logic)

    def _columns(self, node: Node) -> frozenset[str]:
        """What a filter may name; of a file or a repeat nobody knows, so whatever it does name."""
        if isinstance(node, Question) and node.type not in FROM_FILE:
            lists = self._externals if node.type == "select_one_external" else self._lists
            if node.list_name in lists:
                return lists[node.list_name].columns | _ROW_COLUMNS
        try:
            return parse(node.logic[Aspect.CHOICE_FILTER]).facts.columns
        except LogicError:
            return frozenset()

    def _texts(self) -> None:
        for node, _ in self._nodes:
            if node.place.row in self._entries.with_braces:
                self._references(node)
            if isinstance(node, Question) and "{" in node.list_name:
                self._named(self._entries.at(node.place.row, "type"), references_in(node.list_name))

    def _references(self, node: Node) -> None:
        for aspect, texts in node.texts.items():
            for tag, text in texts.items():
                self._named(self._entries.at(node.place.row, aspect.value, tag), references_in(text))

    def _named(self, at: At, names: list[str]) -> None:
        for name in names:
            if name.startswith(_LAST_SAVED):
                self._findings.fail(What.EARLIER_ANSWERS_WANTED, at, name=name.removeprefix(_LAST_SAVED))
            elif name not in self._rows:
                self._findings.fail(What.UNKNOWN_REFERENCE, at, name=name)


def _files_of(nodes: Iterator[Node]) -> Iterator[str]:
    """The names by which expressions know attached files."""
    for node in nodes:
        if isinstance(node, Question):
            if node.type in EXTERNAL:
                yield node.name
            elif node.type in FROM_FILE:
                yield node.list_name.rpartition(".")[0]


def _detail(error: BrokenRule) -> dict[str, str]:
    return {field.name: str(getattr(error, field.name))[:200] for field in fields(error)}  # type: ignore[arg-type]
