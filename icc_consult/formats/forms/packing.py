"""A form as the document of a pack."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from icc_consult.formats.forms.choices import Lists
from icc_consult.formats.forms.entries import Entries
from icc_consult.formats.forms.files import Rows, rows_in
from icc_consult.formats.forms.losses import Loss, Losses
from icc_consult.formats.forms.media import Shelf
from icc_consult.formats.forms.naming import Names
from icc_consult.formats.forms.texts import Spoken, spoken_in
from icc_consult.formats.xlsform.form import Form, Place, Question, TextAspect, walk
from icc_consult.formats.xlsform.kinds import EXTERNAL
from icc_consult.formats.xlsform.problems import Problem
from icc_consult.formats.xlsform.repairs import looks_up, references_in
from icc_consult.verifying.regular_files import read_regular

_SECONDS_A_QUESTION = 15
_LONGEST = 600
_LOOKS_UP = re.compile(r"(?:instance|pulldata)\(\s*(['\"])(?P<name>[^'\"]+)\1")


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
    tables = _tables(form, shelf, losses)
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


def _tables(form: Form, shelf: Shelf, losses: Losses) -> dict[str, Rows]:
    """Whatever expressions look up: lists of the form, and files beside it."""
    tables: dict[str, Rows] = {}
    for name, place in _looked_up(form).items():
        found = form.lists.get(name) or form.external_lists.get(name)
        if found is not None:
            tables[name] = [
                {**choice.columns, "name": choice.name, "label": _plain_label(choice.texts)}
                for choice in found.choices
            ]
        elif path := shelf.find(f"{name}.csv"):
            tables[name] = rows_in(read_regular(path))
        else:
            losses.warn(Loss.LIST_MISSING, place, file=f"{name}.csv")
    return tables


def _looked_up(form: Form) -> dict[str, Place]:
    """The names of lists in expressions, and where each is first asked for."""
    wanted: dict[str, Place] = {}
    for node, _ in walk(form.nodes):
        for written in node.logic.values():
            if looks_up(written):
                for found in _LOOKS_UP.finditer(written):
                    wanted.setdefault(found["name"], node.place)
        if isinstance(node, Question) and node.type in EXTERNAL:
            wanted.setdefault(node.name, node.place)
    return wanted


def _plain_label(texts: Mapping[TextAspect, Mapping[Any, str]]) -> str:
    return next(iter(texts.get(TextAspect.LABEL, {}).values()), "")
