"""A form as the document of a pack."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from icc_consult.formats.forms.choices import Lists
from icc_consult.formats.forms.entries import Entries
from icc_consult.formats.forms.files import Rows
from icc_consult.formats.forms.lookups import tables_of
from icc_consult.formats.forms.losses import Loss, Losses
from icc_consult.formats.forms.media import Shelf
from icc_consult.formats.forms.naming import Names
from icc_consult.formats.forms.texts import Spoken, spoken_in
from icc_consult.formats.xlsform.form import Form, Place, walk
from icc_consult.formats.xlsform.problems import Problem
from icc_consult.formats.xlsform.repairs import references_in

_SECONDS_A_QUESTION = 15
_LONGEST = 600


@dataclass(frozen=True, slots=True)
class Packed:
    """The document that a form becomes, none where something stands against it; its media by name."""

    document: Mapping[str, Any] | None
    problems: tuple[Problem, ...]
    media: Mapping[str, Path]


def packed(form: Form, *, beside: Path | None = None, leaves_out: bool = False) -> Packed:
    """Make a document of a form. `beside` is the directory of its media and attached lists.

    `leaves_out`: go on without the questions that no kiosk can ask, which are told either way.
    """
    losses = Losses(leaves_out=leaves_out)
    spoken = spoken_in(form, losses)
    names = Names(node.name for node, _ in walk(form.nodes))
    for node, _ in walk(form.nodes):
        if node.name in names.changed:
            losses.warn(Loss.NAME_CHANGED, node.place, "name", name=node.name, new=names[node.name])
    shelf = Shelf(beside, spoken, losses)
    lists = Lists(form, spoken, shelf, losses)
    entries = Entries(spoken, names, lists, shelf, losses, frozenset(_wanted(form)))
    questions = list(entries.of(form.nodes))
    tables = tables_of(form, shelf, losses)
    if not any(_asks(entry) for entry in questions):
        losses.fail(Loss.NOTHING_ASKED, Place("survey", 0))
    problems = tuple(losses.found)
    if any(problem.is_error for problem in problems):
        return Packed(None, problems, {})
    return Packed(_document(form, spoken, names, questions, tables), problems, shelf.used)


def _wanted(form: Form) -> Iterator[str]:
    """Every name that a rule or a text asks for."""
    for node, _ in walk(form.nodes):
        spoken = (text for texts in node.texts.values() for text in texts.values())
        for text in (*node.logic.values(), *spoken):
            if "${" in text:
                yield from references_in(text)


def _document(
    form: Form, spoken: Spoken, names: Names, questions: list[dict[str, Any]], tables: Mapping[str, Rows]
) -> dict[str, Any]:
    title = spoken.document(form.titles) or {}
    title.setdefault(str(spoken.source), form.title)
    part = names.free("survey")
    kept = {name: text for name, text in form.settings.items() if name != "form_title"}
    return {
        "format": "icc-consult-pack",
        "version": 1,
        "id": names.free(form.form_id),
        "title": title,
        "languages": [str(tag) for tag in spoken.tags],
        "source_language": str(spoken.source),
        "fallback_language": str(spoken.source),
        "policy": "keep",
        "minutes": min(max(1, round(_count(questions) * _SECONDS_A_QUESTION / 60)), _LONGEST),
        "consent": {"title": title, "lines": []},
        "parts": [{"id": part, "kind": "survey", "questions": questions}],
        "finish": {"lines": []},
        **({"tables": {name: list(rows) for name, rows in tables.items()}} if tables else {}),
        "translations": {str(tag): {"state": "draft"} for tag in spoken.tags if tag != spoken.source},
        "xlsform": {
            "settings": kept,
            **(
                {"sheets": {name: [list(row) for row in rows] for name, rows in form.unknown_sheets.items()}}
                if form.unknown_sheets
                else {}
            ),
        },
    }


def _asks(entry: Mapping[str, Any]) -> bool:
    inner = entry.get("questions")
    return any(map(_asks, inner)) if inner is not None else entry["kind"] not in {"note", "calculated"}


def _count(entries: list[dict[str, Any]]) -> int:
    return sum(_count(entry["questions"]) if "questions" in entry else 1 for entry in entries)
