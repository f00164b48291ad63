"""A document seen as texts to translate: every text that stands anywhere in it, under a key that lasts."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from icc_consult.domain.consultation import TranslationState

NOTES = "translations"
TagOf = Callable[[str], str]

_TAG = re.compile(r"[A-Za-z]{2,8}(-[A-Za-z0-9]{1,8})*")
_NAMES = ("id", "code", "key")
_SHORT = "text"
_DATA = frozenset({"tables", "columns"})
_MEDIA = "media/"
_STATED = frozenset(TranslationState) - {TranslationState.MISSING}


@dataclass(frozen=True, slots=True)
class Unit:
    """One text: a key of ids and members, the way to it, the page it stands on and its texts by language.

    `role` names the members on the way, such as `questions choices`; the ids are left out.
    """

    key: str
    pointer: tuple[str | int, ...]
    page: str
    role: str
    texts: Mapping[str, str]
    is_hidden: bool = False

    def text(self, tag: str) -> str:
        """Its text in a language, empty where there is none."""
        return self.texts.get(tag, "")


@dataclass(frozen=True)
class Manuscript:
    """A document and the registry's way to write a tag; neither is changed."""

    document: Mapping[str, Any]
    tag_of: TagOf

    @property
    def consultation(self) -> str:
        """The name of the consultation."""
        return str(self.document["id"])

    @property
    def source_language(self) -> str:
        """The language that the others are translated from."""
        return self.tag_of(self.document["source_language"])

    @cached_property
    def languages(self) -> tuple[str, ...]:
        """Every language of the consultation, the source included, in the document's order."""
        return tuple(self.tag_of(tag) for tag in self.document["languages"])

    @property
    def targets(self) -> tuple[str, ...]:
        """The languages that are translated into."""
        return tuple(tag for tag in self.languages if tag != self.source_language)

    @cached_property
    def units(self) -> Mapping[str, Unit]:
        """Every text by its key, in the order of the document."""
        members = ((name, value) for name, value in self.document.items() if name not in {NOTES, *_DATA})
        found = (
            unit
            for name, value in members
            for unit in self._walk(value, _Step((name,), _escaped(name), name))
        )
        return {unit.key: unit for unit in found}

    @cached_property
    def to_translate(self) -> tuple[Unit, ...]:
        """The texts that have a source."""
        return tuple(unit for unit in self.units.values() if unit.text(self.source_language))

    def entry(self, tag: str) -> Mapping[str, Any]:
        """What the document notes about a language's translation."""
        entries = self.document.get(NOTES) or {}
        named = {self.tag_of(written): entry for written, entry in entries.items()}
        found = entries.get(tag, named.get(tag))
        return found if isinstance(found, Mapping) else {}

    def record(self, tag: str, key: str) -> Mapping[str, Any]:
        """What the document notes about one text in one language."""
        records = self.entry(tag).get("texts")
        found = records.get(key) if isinstance(records, Mapping) else None
        return found if isinstance(found, Mapping) else {}

    def state(self, tag: str, unit: Unit) -> TranslationState:
        """How far one text has come: as noted for it, else as noted for its language."""
        if not unit.text(tag):
            return TranslationState.MISSING
        for noted in (self.record(tag, unit.key), self.entry(tag)):
            state = noted.get("state")
            if isinstance(state, str) and state in _STATED:
                return TranslationState(state)
        return TranslationState.DRAFT

    def weakest(self, tag: str) -> TranslationState:
        """The least state of any text of a language, which is all that can be said of the language."""
        order = list(TranslationState)
        states = [self.state(tag, unit) for unit in self.to_translate]
        return min(states, key=order.index, default=TranslationState.DRAFT)

    def _walk(self, value: Any, step: "_Step") -> Iterator[Unit]:
        match value:
            case dict() if self._is_text(value):
                yield step.unit(self._by_tag(value))
            case dict():
                here = step.into(value)
                for name, inner in value.items():
                    if name not in _DATA:
                        yield from self._walk(inner, here.member(name))
            case list():
                for index, (name, inner) in enumerate(zip(_names(value), value, strict=True)):
                    yield from self._walk(inner, step.item(index, name))

    def _is_text(self, value: Mapping[str, Any]) -> bool:
        if not all(isinstance(text, str) and _TAG.fullmatch(tag) for tag, text in value.items()):
            return False
        if any(value.values()) and all(text.startswith(_MEDIA) for text in value.values() if text):
            return False
        return any(self.tag_of(tag) in self.languages for tag in value)

    def _by_tag(self, value: Mapping[str, str]) -> Mapping[str, str]:
        named = {self.tag_of(tag): text for tag, text in value.items()}
        return named | {tag: text for tag, text in value.items() if self.tag_of(tag) == tag}


@dataclass(frozen=True, slots=True)
class _Step:
    pointer: tuple[str | int, ...]
    key: str
    page: str
    is_hidden: bool = False

    def member(self, name: str) -> "_Step":
        page = f"{self.page}-help" if name == "help" else self.page
        return _Step((*self.pointer, name), f"{self.key}/{_escaped(name)}", page, self.is_hidden)

    def item(self, index: int, name: str) -> "_Step":
        return _Step((*self.pointer, index), f"{self.key}/{_escaped(name)}", self.page, self.is_hidden)

    def into(self, value: Mapping[str, Any]) -> "_Step":
        own = value.get("id")
        page = own if isinstance(own, str) and own else self.page
        return _Step(self.pointer, self.key, page, self.is_hidden or value.get("hidden") is True)

    def unit(self, texts: Mapping[str, str]) -> Unit:
        names = [step for step in self.pointer if isinstance(step, str)]
        role = " ".join(names[:-1] if names[-1] == _SHORT and len(names) > 1 else names)
        return Unit(self.key, self.pointer, self.page, role, texts, self.is_hidden)


def _names(entries: list[Any]) -> list[str]:
    """The names of a list's entries where each has one of its own, else their places from 1."""
    for name in _NAMES:
        found = [entry.get(name) if isinstance(entry, dict) else None for entry in entries]
        if all(isinstance(one, str) and one for one in found) and len(set(found)) == len(found):
            return [str(one) for one in found]
    return [str(place) for place in range(1, len(entries) + 1)]


def _escaped(name: str) -> str:
    return name.replace("~", "~0").replace("/", "~1")
