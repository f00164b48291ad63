"""Texts of a pack as LimeSurvey has them: HTML in every language, with its names for answers."""

import re
from collections.abc import Iterable, Mapping
from html import escape

from icc_consult.formats.limesurvey.changes import Change, Notes
from icc_consult.formats.limesurvey.scope import One, Scope
from icc_consult.formats.limesurvey.script import NotTranslatable
from icc_consult.formats.limesurvey.structure import Texts
from icc_consult.formats.limesurvey.variables import Sort
from icc_consult.i18n import Say
from icc_consult.languages import UnknownLanguage, language

_THEIRS = {"pt-PT": "pt", "fa-AF": "prs", "kmr": "ku"}
_REFERENCE = re.compile(r"\$\{\s*(?P<name>[^{}]+?)\s*\}")
_BRACES = {"{": "&#123;", "}": "&#125;"}


def theirs(tag: str) -> str:
    """LimeSurvey's code of a language."""
    return _THEIRS.get(tag, tag)


class Words:
    """The languages of a pack, the source first."""

    def __init__(self, tags: Iterable[str], source: str, notes: Notes) -> None:
        self.tags = tuple(dict.fromkeys((source, *tags)))
        self._source = source
        self._notes = notes

    def texts(self, text: Mapping[str, str] | None, scope: Scope, name: str = "") -> Texts:
        """A text in every language; where one is missing, the source stands in, which is told."""
        given = {tag: written for tag, written in (text or {}).items() if written.strip()}
        if not given:
            return {}
        instead = given.get(self._source) or next(iter(given.values()))
        for tag in self.tags:
            if tag not in given:
                self._notes.tell(Change.LANGUAGE, language=_english(tag))
        return {theirs(tag): self._html(given.get(tag, instead), scope, name) for tag in self.tags}

    def plain(self, text: Mapping[str, str]) -> Texts:
        """A text without names for answers."""
        return self.texts(text, Scope({}))

    def said(self, sentence: str) -> dict[str, str]:
        """A sentence of the program in every language that it speaks."""
        voices = {tag: Say(tag) for tag in self.tags if _english(tag) != tag}
        return {tag: say(sentence) for tag, say in voices.items()} or {self._source: sentence}

    def joined(self, *texts: Mapping[str, str] | None) -> dict[str, str]:
        """Texts one under the other, language by language."""
        found: dict[str, list[str]] = {}
        for text in texts:
            for tag, written in (text or {}).items():
                found.setdefault(tag, []).append(written)
        return {tag: "\n\n".join(lines) for tag, lines in found.items()}

    def _html(self, text: str, scope: Scope, name: str) -> str:
        pieces: list[str] = []
        end = 0
        for found in _REFERENCE.finditer(text):
            pieces += [_escaped(text[end : found.start()]), self._answer(found["name"], scope, name)]
            end = found.end()
        return "".join([*pieces, _escaped(text[end:])])

    def _answer(self, asked: str, scope: Scope, name: str) -> str:
        try:
            known = scope.of(asked)
        except NotTranslatable:
            known = None
        if isinstance(known, One):
            return f"{{{known.code}.{'shown' if known.sort is Sort.CODE else 'NAOK'}}}"
        self._notes.tell(Change.TEXT, name=name, answer=asked)
        return "…"


def _escaped(text: str) -> str:
    html = escape(text, quote=False)
    for brace, spelt in _BRACES.items():
        html = html.replace(brace, spelt)
    return html.replace("\r\n", "\n").replace("\n", "<br />")


def _english(tag: str) -> str:
    try:
        return language(tag).english
    except UnknownLanguage:
        return tag
