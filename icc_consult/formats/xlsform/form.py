"""A form as its author wrote it, cell by cell, before anything is made of it."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from types import MappingProxyType
from typing import Any, NamedTuple

from icc_consult.domain.logic import Aspect
from icc_consult.domain.wording import LanguageTag

Texts = Mapping[LanguageTag, str]


class TextAspect(StrEnum):
    """What is given in languages; the value is the name of the column. A medium is the name of a file."""

    LABEL = "label"
    HINT = "hint"
    GUIDANCE_HINT = "guidance_hint"
    CONSTRAINT_MESSAGE = "constraint_message"
    REQUIRED_MESSAGE = "required_message"
    IMAGE = "image"
    BIG_IMAGE = "big-image"
    AUDIO = "audio"
    VIDEO = "video"

    @property
    def is_media(self) -> bool:
        """Whether the text is the name of a file."""
        return self in _MEDIA


_MEDIA = frozenset({TextAspect.IMAGE, TextAspect.BIG_IMAGE, TextAspect.AUDIO, TextAspect.VIDEO})
TextsByAspect = Mapping[TextAspect, Texts]
_NOTHING: Mapping[Any, Any] = MappingProxyType({})


class Place(NamedTuple):
    """The row of the file that something comes from."""

    sheet: str
    row: int


class Question(NamedTuple):
    """One row that asks, says or works out something.

    `type` is the plain name of its kind (`select_one`, `text`), `written` what stands in the cell. `logic`
    has no default unless it is worked out; a fixed one is `default`. `rest` are the columns that no part of a
    question comes from, by their header as written, and of the known ones by name (`read_only`).
    """

    type: str
    name: str
    place: Place
    written: str = ""
    list_name: str = ""
    has_other: bool = False
    default: str = ""
    texts: TextsByAspect = _NOTHING
    logic: Mapping[Aspect, str] = _NOTHING
    appearance: tuple[str, ...] = ()
    parameters: Mapping[str, str] = _NOTHING
    rest: Mapping[str, str] = _NOTHING


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that belong together."""

    name: str
    place: Place
    children: tuple["Node", ...] = ()
    texts: TextsByAspect = field(default_factory=dict)
    logic: Mapping[Aspect, str] = field(default_factory=dict)
    appearance: tuple[str, ...] = ()
    parameters: Mapping[str, str] = field(default_factory=dict)
    rest: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Repeat(Group):
    """Rows that are asked again and again; how often may stand in `logic`."""


Node = Question | Group | Repeat


@dataclass(frozen=True, slots=True)
class Choice:
    """One row of a list. `columns` are its other columns, which filters may name, by header as written."""

    name: str
    place: Place
    texts: TextsByAspect = field(default_factory=dict)
    columns: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ChoiceList:
    """The choices that questions of one list offer. `columns` are the names a filter may use."""

    name: str
    choices: tuple[Choice, ...]
    columns: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class FormLanguage:
    """A language of the form and the names it goes by there."""

    tag: LanguageTag
    written: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Form:
    """Everything in the file. Texts without a stated language are under `und`.

    `unknown_columns` are headers by sheet; their cells are in `rest` and `columns`. `unknown_sheets` are
    whole sheets with all their rows. `may_refer` is False where no text puts in what was answered.
    """

    title: str
    form_id: str
    version: str
    default_language: LanguageTag
    languages: tuple[FormLanguage, ...]
    nodes: tuple[Node, ...]
    lists: Mapping[str, ChoiceList]
    external_lists: Mapping[str, ChoiceList] = field(default_factory=dict)
    titles: Texts = field(default_factory=dict)
    settings: Mapping[str, str] = field(default_factory=dict)
    unknown_columns: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    unknown_sheets: Mapping[str, tuple[tuple[str, ...], ...]] = field(default_factory=dict)
    may_refer: bool = field(default=True, compare=False, repr=False)

    @property
    def style(self) -> tuple[str, ...]:
        """The words of the setting `style`, such as `pages`."""
        return tuple(self.settings.get("style", "").split())


def walk(nodes: tuple[Node, ...], parent: str = "") -> Iterator[tuple[Node, str]]:
    """All nodes in the order of the form, each with the name of what encloses it."""
    for node in nodes:
        yield node, parent
        if isinstance(node, Group):
            yield from walk(node.children, node.name)
