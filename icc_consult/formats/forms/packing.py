"""A form as what a pack holds: everything about it decided, and everything lost on the way told."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

from icc_consult.formats.forms.choices import Lists
from icc_consult.formats.forms.drafting import document_of
from icc_consult.formats.forms.drawing import Drawing, Drawn, questions_in
from icc_consult.formats.forms.entries import Entries
from icc_consult.formats.forms.lookups import tables_of
from icc_consult.formats.forms.losses import Loss, Losses
from icc_consult.formats.forms.media import Shelf
from icc_consult.formats.forms.naming import Names
from icc_consult.formats.forms.texts import Spoken, spoken_in
from icc_consult.formats.xlsform.form import Form, Node, Place, Texts, walk
from icc_consult.formats.xlsform.problems import Problem

_SECONDS_A_QUESTION = 15
_LONGEST = 600


@dataclass(frozen=True)
class Packed:
    """What a form becomes, nothing where something stands against it; its media by name."""

    drawing: Drawing | None
    problems: tuple[Problem, ...]
    media: Mapping[str, Path]

    @cached_property
    def document(self) -> Mapping[str, Any] | None:
        """The document, written when somebody asks: a form that is only looked at needs none."""
        return document_of(self.drawing) if self.drawing else None


def packed(form: Form, *, beside: Path | None = None, leaves_out: bool = False) -> Packed:
    """Decide what becomes of a form. `beside` is the directory of its media and attached lists.

    `leaves_out`: go on without the questions that no kiosk can ask, which are told either way.
    """
    losses = Losses(leaves_out=leaves_out)
    nodes = tuple(node for node, _ in walk(form.nodes))
    spoken = spoken_in(form, losses)
    names = _names_of(nodes, losses)
    shelf = Shelf(beside, spoken, losses)
    lists = Lists(form, nodes, spoken, shelf, losses)
    entries = Entries(nodes, spoken, names, lists, shelf, losses)
    drawn = entries.of(form.nodes)
    tables = tables_of(form, nodes, shelf, losses)
    if not any(entry.kind not in {"note", "calculated"} for entry in questions_in(drawn)):
        losses.fail(Loss.NOTHING_ASKED, Place("survey", 0))
    problems = tuple(losses.found)
    if any(problem.is_error for problem in problems):
        return Packed(None, problems, {})
    title = _title(form, spoken)
    part, own = names.free("survey"), names.free(form.form_id)
    is_plain = entries.is_plain and lists.are_all_in_form and spoken.is_all and any(title.values())
    drawing = Drawing(form, spoken, names, drawn, tables, title, own, part, _minutes(drawn), is_plain)
    return Packed(drawing, problems, shelf.used)


def _names_of(nodes: Iterable[Node], losses: Losses) -> Names:
    names = Names(node.name for node in nodes)
    for node in nodes if names.changed else ():
        if node.name in names.changed:
            losses.warn(Loss.NAME_CHANGED, node.place, "name", name=node.name, new=names[node.name])
    return names


def _title(form: Form, spoken: Spoken) -> Texts:
    title = dict(spoken.document(form.titles))
    title.setdefault(spoken.source, form.title)
    return title


def _minutes(entries: Iterable[Drawn]) -> int:
    count = sum(1 for _ in questions_in(entries))
    return min(max(1, round(count * _SECONDS_A_QUESTION / 60)), _LONGEST)
