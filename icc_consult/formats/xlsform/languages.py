"""The languages of a form, gathered from its sheets and settings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.xlsform.form import FormLanguage
from icc_consult.formats.xlsform.headers import Header, languages_of
from icc_consult.formats.xlsform.problems import At, Findings, What
from icc_consult.formats.xlsform.settings import Settings
from icc_consult.formats.xlsform.tongues import Tongue, tags_for, tongue_of
from icc_consult.formats.xlsform.workbook import Sheet


@dataclass(frozen=True, slots=True)
class Languages:
    """Tags by the names that headers use, and the default language; empty where the form says none."""

    tags: Mapping[str, LanguageTag]
    default: str

    @property
    def in_order(self) -> tuple[LanguageTag, ...]:
        """Each language that a column is written in, once."""
        return tuple(dict.fromkeys(self.tags.values()))

    def listed(self, used: Iterable[LanguageTag], default_as: str) -> tuple[FormLanguage, ...]:
        """All languages with the names they go by; those found in texts alone come last."""
        names: dict[LanguageTag, list[str]] = {tag: [] for tag in (*self.in_order, *used)}
        for written, tag in self.tags.items():
            names[tag].append(written)
        if self.default and not names.get(LanguageTag(self.default), ["no"]):
            names[LanguageTag(self.default)].append(default_as)
        return tuple(FormLanguage(tag, tuple(written)) for tag, written in names.items())


def languages_in(
    sheets: Iterable[tuple[Sheet, tuple[Header, ...]]], settings: Settings, findings: Findings
) -> Languages:
    """Read every name of a language once; each reading that is not plain is told where it first stands."""
    tongues: dict[str, Tongue] = {}
    for sheet, headers in sheets:
        for written, header in languages_of(headers).items():
            if written not in tongues:
                at = sheet.at(sheet.rows[0].number, header.position)
                tongues[written] = _told(written, at, findings)
    named = {tongue.known for tongue in tongues.values()}
    default = settings.default_language
    if not default:
        return Languages(tags_for(tongues.values()), "")
    if default in tongues:
        tags = tags_for(tongues.values())
        return Languages(tags, tags[default])
    tongue = tongue_of(default)
    if tongue.known not in named:
        return _absent(default, tongue, tongues, settings.language_at, findings)
    tags = tags_for(tongues.values())
    same = next(written for written, one in tongues.items() if one.known == tongue.known)
    return Languages(tags, tags[same])


def _absent(
    default: str, tongue: Tongue, tongues: Mapping[str, Tongue], at: At, findings: Findings
) -> Languages:
    """No column is in the default language: plain columns are, where there are any."""
    _told(default, at, findings)
    if tongues:
        findings.warn(What.DEFAULT_LANGUAGE_ABSENT, at, written=default)
    return Languages(tags_for(tongues.values()), tongue.known)


def _told(written: str, at: At, findings: Findings) -> Tongue:
    tongue = tongue_of(written)
    if tongue.what:
        findings.warn(tongue.what, at, written=written, tag=tongue.known)
    return tongue
