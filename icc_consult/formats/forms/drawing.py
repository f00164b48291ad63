"""What a form comes to, once everything about it is decided: a document and a consultation are made of it."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any, NamedTuple

from icc_consult.formats.forms.files import Rows
from icc_consult.formats.forms.naming import Names
from icc_consult.formats.forms.texts import Spoken
from icc_consult.formats.xlsform.form import Form, Node, Texts

Members = dict[str, Any]


class Drawn(NamedTuple):
    """An entry of a survey. `members` and `rules` are those of a document, with texts that many may share.

    `node` is the row it comes from; an entry that stands in for another has none and brings `kept` itself.
    A group or a repeat, and nothing else, has something `inner`.
    """

    kind: str
    members: Members
    rules: Mapping[str, Any]
    node: Node | None = None
    kept: Members | None = None
    inner: tuple["Drawn", ...] = ()


class Drawing(NamedTuple):
    """All of a form. `is_plain`: nothing in it can be refused by whoever reads packs.

    `id` and `part` are free names for the consultation and its survey.
    """

    form: Form
    spoken: Spoken
    names: Names
    entries: tuple[Drawn, ...]
    tables: Mapping[str, Rows]
    title: Texts
    id: str
    part: str
    minutes: int
    is_plain: bool


def questions_in(entries: Iterable[Drawn]) -> Iterator[Drawn]:
    """The entries that are no groups, in order."""
    for entry in entries:
        if entry.inner:
            yield from questions_in(entry.inner)
        else:
            yield entry
