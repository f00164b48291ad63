"""Texts of a form by languages that the kiosk can show."""

from collections.abc import Mapping
from dataclasses import dataclass

from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.forms.losses import Loss, Losses
from icc_consult.formats.xlsform.form import Form, Place, TextAspect, Texts
from icc_consult.formats.xlsform.tongues import UNDETERMINED
from icc_consult.languages import UnknownLanguage, language

_ENGLISH = LanguageTag("en")


@dataclass(frozen=True, slots=True)
class Spoken:
    """The languages a form is shown in, and the one that texts without a language are taken to be in.

    `is_all`: it is shown in every language that it has.
    """

    tags: tuple[LanguageTag, ...]
    source: LanguageTag
    is_all: bool = True

    def document(self, texts: Texts) -> Texts:
        """A text for a document; one without a stated language stands in where the source has none."""
        if UNDETERMINED not in texts:
            return texts
        found = dict(texts)
        unsaid = found.pop(UNDETERMINED)
        if unsaid and not found.get(self.source):
            found[self.source] = unsaid
        elif unsaid and unsaid not in found.values():
            found[UNDETERMINED] = unsaid
        return found

    def has_shown(self, texts: Texts) -> bool:
        """Whether any language of the kiosk has the text."""
        return self.source in texts or not texts.keys().isdisjoint(self.tags)


def spoken_in(form: Form, losses: Losses) -> Spoken:
    """The languages of a form that the registry knows; the others keep their texts and are not shown."""
    place = Place("survey", 1)
    known: list[LanguageTag] = []
    for one in form.languages:
        if one.tag == UNDETERMINED:
            continue
        if _is_known(one.tag):
            known.append(one.tag)
        else:
            losses.warn(Loss.LANGUAGE_NOT_SHOWN, place, language=" / ".join(one.written) or one.tag)
    if not known and any(one.tag == UNDETERMINED for one in form.languages):
        losses.warn(Loss.LANGUAGE_TAKEN, place)
        known = [_ENGLISH]
    if not known:
        losses.fail(Loss.NO_LANGUAGE_SHOWN, place)
        known = [_ENGLISH]
    source = form.default_language if form.default_language in known else known[0]
    is_all = all(one.tag in known or one.tag == UNDETERMINED for one in form.languages)
    return Spoken(tuple(known), source, is_all)


def _is_known(tag: LanguageTag) -> bool:
    try:
        return language(tag).tag == tag
    except UnknownLanguage:
        return False


def label_of(texts: Mapping[TextAspect, Texts], spoken: Spoken, *instead: str) -> Texts:
    """What is asked: the label, else the hint, else whatever is left to call it."""
    label = texts.get(TextAspect.LABEL)
    if label and spoken.source in label and UNDETERMINED not in label:
        return label
    for aspect in (TextAspect.LABEL, TextAspect.HINT):
        if aspect in texts and spoken.has_shown(found := spoken.document(texts[aspect])):
            return found
    return {spoken.source: next((text for text in instead if text), "?")}
