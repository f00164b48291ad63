"""What expressions look up: lists of the form, and files beside it."""

import re
from collections.abc import Mapping

from icc_consult.domain.logic import Aspect, LogicError, parse
from icc_consult.domain.logic.facts import Facts
from icc_consult.formats.forms.files import Rows, rows_in
from icc_consult.formats.forms.losses import Loss, Losses
from icc_consult.formats.forms.media import Shelf
from icc_consult.formats.xlsform.form import Choice, ChoiceList, Form, Node, Place, Question, TextAspect
from icc_consult.formats.xlsform.kinds import EXTERNAL, FROM_FILE
from icc_consult.formats.xlsform.repairs import looks_up
from icc_consult.verifying.regular_files import read_regular

_LOOKS_UP = re.compile(r"(?:instance|pulldata)\(\s*(['\"])(?P<name>[^'\"]+)\1")
_ROW_COLUMNS = frozenset({"name", "label"})
_SEPARATOR = ", "

Spot = tuple[Place, str]
Lookup = tuple[Place, str, str]


def tables_of(form: Form, nodes: tuple[Node, ...], shelf: Shelf, losses: Losses) -> dict[str, Rows]:
    """The rows of whatever expressions look up, by name; a column that is not there is an error.

    `nodes` are all of the form, those inside of others too.
    """
    lookups = [
        (node.place, aspect.value, written)
        for node in nodes
        for aspect, written in node.logic.items()
        if looks_up(written)
    ]
    tables: dict[str, Rows] = {}
    for name, (place, column) in _looked_up(nodes, lookups).items():
        found = form.lists.get(name) or form.external_lists.get(name)
        path = None if found else shelf.find(f"{name}.csv")
        if found is not None:
            tables[name] = [_row(choice) for choice in found.choices]
        elif path and (rows := rows_in(read_regular(path))):
            tables[name] = rows
        else:
            losses.warn(Loss.LIST_MISSING, place, column, file=f"{name}.csv")
    if lookups:
        _check_columns(frozenset(node.name for node in nodes), lookups, tables, losses)
    return tables


def check_filter(question: Question, found: ChoiceList, names: frozenset[str], losses: Losses) -> None:
    """A filter of choices from a file may name its columns and the questions of the form."""
    facts = _facts(question.logic.get(Aspect.CHOICE_FILTER, ""))
    if facts is None or question.type not in FROM_FILE:
        return
    known = found.columns | _ROW_COLUMNS
    for name in sorted(facts.columns - known - names):
        _fail(losses, (question.place, Aspect.CHOICE_FILTER), name, found.name, known)


def _looked_up(nodes: tuple[Node, ...], lookups: list[Lookup]) -> dict[str, Spot]:
    """The names of lists in expressions, and where each is first asked for."""
    wanted: dict[str, Spot] = {}
    for place, column, written in lookups:
        for found in _LOOKS_UP.finditer(written):
            wanted.setdefault(found["name"], (place, column))
    for node in nodes:
        if isinstance(node, Question) and node.type in EXTERNAL:
            wanted.setdefault(node.name, (node.place, "type"))
    return wanted


def _check_columns(
    names: frozenset[str], lookups: list[Lookup], tables: Mapping[str, Rows], losses: Losses
) -> None:
    """In files only: what is wrong with lists of the form was told when it was read."""
    for place, column, written in lookups:
        facts = _facts(written)
        if facts is None or not facts.tables <= tables.keys():
            continue
        known = frozenset(name for table in facts.tables for row in tables[table] for name in row)
        for name in sorted(facts.row_columns - known - names):
            _fail(losses, (place, column), name, _SEPARATOR.join(sorted(facts.tables)), known)


def _fail(losses: Losses, spot: Spot, name: str, file: str, known: frozenset[str]) -> None:
    place, column = spot
    columns = _SEPARATOR.join(sorted(known))
    losses.fail(Loss.COLUMN_NOT_THERE, place, column, name=name, file=file, known=columns)


def _facts(written: str) -> Facts | None:
    try:
        return parse(written).facts if written else None
    except LogicError:
        return None


def _row(choice: Choice) -> Mapping[str, str]:
    texts = choice.texts.get(TextAspect.LABEL, {})
    return {**choice.columns, "name": choice.name, "label": next(iter(texts.values()), "")}
