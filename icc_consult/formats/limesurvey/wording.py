"""Texts of LimeSurvey as a form has them: by tags of languages, plain, with names for answers."""

import re
from collections.abc import Iterable, Mapping

from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.limesurvey.losses import LimeLoss, Losses
from icc_consult.formats.limesurvey.plain_text import plain_text
from icc_consult.formats.limesurvey.structure import Texts
from icc_consult.formats.limesurvey.variables import Value, Variables
from icc_consult.formats.xlsform.form import FormLanguage, Place
from icc_consult.formats.xlsform.tongues import tags_for, tongue_of
from icc_consult.i18n import Say
from icc_consult.languages import UnknownLanguage, language

_OPEN, _CLOSE = "\ue000", "\ue001"
_MARKED = str.maketrans({"{": _OPEN, "}": _CLOSE})
_PLAIN = str.maketrans({_OPEN: "{", _CLOSE: "}"})
_PIECE = re.compile(rf"(?<!\\){_OPEN}(?P<inside>[^\s{_OPEN}{_CLOSE}][^{_OPEN}{_CLOSE}]{{0,2000}}){_CLOSE}")
_VARIABLE = re.compile(r"(?P<name>\w+)(?:\.(?:NAOK|shown|code|value))?")


class Wording:
    """The languages of a survey, and its texts in them."""

    def __init__(self, languages: Iterable[str], variables: Variables, losses: Losses) -> None:
        written = list(languages)
        tongues = {code: tongue_of(code) for code in written}
        tags = tags_for(tongues.values())
        self._tags: Mapping[str, LanguageTag] = {code: tags[tongues[code].written] for code in written}
        self._variables = variables
        self._losses = losses

    @property
    def languages(self) -> tuple[FormLanguage, ...]:
        """Each language once, the first of the survey first."""
        named: dict[LanguageTag, list[str]] = {}
        for code, tag in self._tags.items():
            named.setdefault(tag, []).append(code)
        return tuple(FormLanguage(tag, tuple(codes)) for tag, codes in named.items())

    def texts(self, texts: Texts, name: str, place: Place, column: str) -> dict[LanguageTag, str]:
        """The plain texts that are not empty."""
        found: dict[LanguageTag, str] = {}
        for code, html in texts.items():
            tag = self._tags.get(code)
            if tag is None or tag in found:
                continue
            if text := self._plain(html, name, place, column):
                found[tag] = text
        return found

    def said(self, sentence: str) -> dict[LanguageTag, str]:
        """A sentence of the program in every language of the survey that it speaks."""
        tags = [one.tag for one in self.languages]
        voices = {tag: Say(tag) for tag in tags if _is_known(tag)}
        spoken = {tag: say(sentence) for tag, say in voices.items() if say.spoken_in(sentence) == tag}
        return spoken or {tags[0]: sentence}

    def _plain(self, html: str, name: str, place: Place, column: str) -> str:
        """Braces that are spelt as entities are letters, the others begin an expression."""
        text, lost = plain_text(html.translate(_MARKED))
        for file in lost:
            self._losses.warn(LimeLoss.IMAGE, place, column, name=name, file=file)

        def replaced(found: re.Match[str]) -> str:
            inside = found["inside"].strip()
            variable = _VARIABLE.fullmatch(inside)
            meaning = self._variables.of(variable["name"]) if variable else None
            if meaning and isinstance(meaning[0], Value):
                return f"${{{meaning[0].name}}}"
            self._losses.warn(LimeLoss.EXPRESSION_IN_TEXT, place, column, name=name, expression=inside)
            return "…"

        return _PIECE.sub(replaced, text).translate(_PLAIN).replace("\\{", "{").replace("\\}", "}")


def _is_known(tag: str) -> bool:
    try:
        return language(tag).tag == tag
    except UnknownLanguage:
        return False
