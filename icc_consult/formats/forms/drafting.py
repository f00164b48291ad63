"""The document of a pack, written from a drawn form when somebody wants to keep it."""

from collections.abc import Mapping
from typing import Any

from icc_consult.formats.forms.drawing import Drawing, Drawn, Members
from icc_consult.formats.forms.naming import Names
from icc_consult.formats.forms.native import OWN_COLUMNS
from icc_consult.formats.xlsform.form import Form, Group, Node, Question

_SELF_EVIDENT = frozenset({"text", "integer", "decimal", "date", "time", "note"})


def document_of(drawing: Drawing) -> dict[str, Any]:
    """The whole document; nothing in it is shared, so that it can be changed member by member."""
    spoken, source = drawing.spoken, str(drawing.spoken.source)
    questions = [_entry(drawn, drawing.names) for drawn in drawing.entries]
    return {
        "format": "icc-consult-pack",
        "version": 1,
        "id": drawing.id,
        "title": dict(drawing.title),
        "languages": [str(tag) for tag in spoken.tags],
        "source_language": source,
        "fallback_language": source,
        "policy": "keep",
        "minutes": drawing.minutes,
        "consent": {"title": dict(drawing.title), "lines": []},
        "parts": [{"id": drawing.part, "kind": "survey", "questions": questions}],
        "finish": {"lines": []},
        **_tables(drawing),
        "translations": {str(tag): {"state": "draft"} for tag in spoken.tags if tag != spoken.source},
        "xlsform": _around(drawing.form),
    }


def _tables(drawing: Drawing) -> Members:
    tables = {name: [dict(row) for row in rows] for name, rows in drawing.tables.items()}
    return {"tables": tables} if tables else {}


def _around(form: Form) -> Members:
    """What no entry comes from."""
    kept: Members = {
        "settings": {name: text for name, text in form.settings.items() if name != "form_title"},
    }
    if form.unknown_sheets:
        kept["sheets"] = {name: [list(row) for row in rows] for name, rows in form.unknown_sheets.items()}
    return kept


def _entry(drawn: Drawn, names: Names) -> Members:
    kept = drawn.kept if drawn.node is None else _kept(drawn.node, names)
    entry = {"id": drawn.members["id"], "kind": drawn.kind, **_own(drawn.members), **_own(drawn.rules)}
    if kept:
        entry["xlsform"] = kept
    if drawn.inner:
        entry["questions"] = [_entry(inner, names) for inner in drawn.inner]
    return entry


def _own(value: Any) -> Any:
    """A copy that can be translated in one question and not in another."""
    if isinstance(value, Mapping):
        return {name: _own(inner) for name, inner in value.items()}
    return [_own(inner) for inner in value] if isinstance(value, list) else value


def _kept(node: Node, names: Names) -> Members:
    """What no part of an entry comes from, kept for whoever writes the form again."""
    kept: Members = {}
    if rest := {name: cell for name, cell in node.rest.items() if name not in OWN_COLUMNS}:
        kept["rest"] = rest
    if node.parameters:
        kept["parameters"] = dict(node.parameters)
    if isinstance(node, Question) and node.type not in _SELF_EVIDENT:
        kept["type"] = node.written
    if isinstance(node, Group) and node.appearance:
        kept["appearance"] = list(node.appearance)
    if names[node.name] != node.name:
        kept["name"] = node.name
    return kept
