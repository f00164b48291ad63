"""Reading a form: from a file to `Form`, with everything that is to be said about it."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.xlsform.checking import LogicCheck
from icc_consult.formats.xlsform.choices import lists_in
from icc_consult.formats.xlsform.entries import Entries
from icc_consult.formats.xlsform.form import ChoiceList, Form, Node
from icc_consult.formats.xlsform.headers import canonical, headers_in
from icc_consult.formats.xlsform.languages import Languages, languages_in
from icc_consult.formats.xlsform.problems import At, Findings, Problem, What
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal
from icc_consult.formats.xlsform.settings import settings_in
from icc_consult.formats.xlsform.sniffing import MOST_BYTES, workbook_of
from icc_consult.formats.xlsform.survey import SurveyReader
from icc_consult.formats.xlsform.tongues import UNDETERMINED
from icc_consult.formats.xlsform.translating import tell_missing
from icc_consult.formats.xlsform.workbook import Sheet, Workbook
from icc_consult.verifying.regular_files import read_regular

_READ = ("survey", "choices", "external_choices", "settings")
_EMPTY = Sheet("", ())
Lists = Mapping[str, ChoiceList]


@dataclass(frozen=True, slots=True)
class Reading:
    """What became of a file: a whole form, or none where anything is an error."""

    form: Form | None
    problems: tuple[Problem, ...]


def read_form(source: Path | bytes, *, name: str = "") -> Reading:
    """Read an XLSForm; `name` stands for the title of a form that has none, the file's own by default.

    Whatever is wrong with single cells is a problem with its place. Raises FormRefused where the file as a
    whole cannot be read.
    """
    content = source if isinstance(source, bytes) else _content(source)
    findings = Findings()
    book = workbook_of(content, findings)
    sheets = _sheets(book, findings)
    called = name or (_decent(source.stem) if isinstance(source, Path) else "")
    form = _FormReader(sheets, findings).form(called, _others(book, sheets, findings))
    problems = findings.in_order(tuple(sheet.name for sheet in book.sheets))
    return Reading(None if findings.has_errors else form, problems)


def _content(path: Path) -> bytes:
    try:
        size = path.stat().st_size
        if size > MOST_BYTES:
            raise FormRefused(Refusal.TOO_LARGE, str(path), str(size))
        return read_regular(path, MOST_BYTES)
    except FileNotFoundError:
        raise FormRefused(Refusal.NOT_FOUND, str(path)) from None
    except OSError as error:
        raise FormRefused(Refusal.UNREADABLE, str(path), error.strerror or "") from None


def _decent(stem: str) -> str:
    """The name of a file, whose bytes need not be text."""
    return stem.encode("utf-8", "replace").decode()


def _sheets(book: Workbook, findings: Findings) -> Mapping[str, Sheet]:
    """The sheets of a form by their plain names. A single sheet is the survey, whatever it is called."""
    found: dict[str, Sheet] = {}
    for sheet in book.sheets:
        known = sheet.name.strip().casefold()
        if known in _READ:
            if known in found:
                findings.fail(What.SHEET_TWICE, At(sheet.name), other=found[known].name)
            found.setdefault(known, sheet)
    filled = [sheet for sheet in book.sheets if sheet.rows]
    if "survey" not in found:
        if len(filled) != 1 or not _has_types(filled[0]):
            raise FormRefused(Refusal.NO_SURVEY, detail=", ".join(sheet.name for sheet in book.sheets))
        found["survey"] = filled[0]
    return found


def _has_types(sheet: Sheet) -> bool:
    return any(canonical(cell, "survey") == "type" for cell in sheet.rows[0].cells)


def _others(
    book: Workbook, sheets: Mapping[str, Sheet], findings: Findings
) -> dict[str, tuple[tuple[str, ...], ...]]:
    kept: dict[str, tuple[tuple[str, ...], ...]] = {}
    for sheet in book.sheets:
        if sheet.rows and not any(sheet is known for known in sheets.values()):
            kept[sheet.name] = tuple(tuple(row.cells) for row in sheet.rows)
            if not sheet.name.startswith("_"):
                findings.warn(What.SHEET_KEPT, At(sheet.name))
    return kept


class _FormReader:
    def __init__(self, sheets: Mapping[str, Sheet], findings: Findings) -> None:
        self._sheets = sheets
        self._findings = findings
        self._settings = settings_in(sheets.get("settings"), findings)
        self._headers = {
            kind: headers_in(sheets[kind], kind, findings) for kind in _READ[:3] if kind in sheets
        }
        pairs = [(sheets[kind], headers) for kind, headers in self._headers.items()]
        if "settings" in sheets:
            pairs.append((sheets["settings"], self._settings.headers))
        self._languages = languages_in(pairs, self._settings, findings)

    def form(self, name: str, others: Mapping[str, tuple[tuple[str, ...], ...]]) -> Form:
        choices, external = self._entries("choices"), self._entries("external_choices")
        survey = self._entries("survey")
        lists, externals = self._lists(choices), self._lists(external)
        reader = SurveyReader(survey, lists, externals, self._findings)
        self._check_columns(survey, ("type", "name"))
        nodes = reader.nodes()
        self._check_logic(nodes, (lists, externals), survey)
        read = (survey, choices, external)
        for entries in read:
            tell_missing(entries, self._languages.in_order, self._findings)
        return self._whole(name, nodes, (lists, externals), read, others)

    def _entries(self, kind: str) -> Entries:
        sheet, headers = self._sheets.get(kind, _EMPTY), self._headers.get(kind, ())
        return Entries(sheet, headers, self._languages.tags, self._languages.default, self._findings)

    def _lists(self, entries: Entries) -> dict[str, ChoiceList]:
        if entries.all:
            self._check_columns(entries, ("list_name", "name"))
        return lists_in(entries, self._findings, may_repeat=self._settings.may_repeat_choices)

    def _check_columns(self, entries: Entries, wanted: tuple[str, ...]) -> None:
        present = {header.column for header in entries.headers}
        for column in wanted:
            if column not in present:
                self._findings.fail(What.COLUMN_MISSING, entries.at(0, ""), column=column)

    def _check_logic(self, nodes: tuple[Node, ...], lists: tuple[Lists, Lists], survey: Entries) -> None:
        """A form without bottom is not walked."""
        if not self._findings.has(What.TOO_DEEP):
            LogicCheck(nodes, *lists, survey, self._findings).run()

    def _whole(
        self,
        name: str,
        nodes: tuple[Node, ...],
        lists: tuple[Lists, Lists],
        read: Iterable[Entries],
        others: Mapping[str, tuple[tuple[str, ...], ...]],
    ) -> Form:
        values = self._settings.values
        entries = list(read)
        used = {
            tag: None for each in entries for entry in each for texts in entry.texts.values() for tag in texts
        }
        languages = self._languages.listed(used, self._settings.default_language)
        unknown = {each.sheet.name: each.unknown for each in entries if each.unknown}
        if "settings" in self._sheets and self._settings.unknown:
            unknown[self._sheets["settings"].name] = self._settings.unknown
        spoken = [language.tag for language in languages]
        form_id = values.get("form_id", name)
        if spoken == [UNDETERMINED]:
            self._findings.warn(What.LANGUAGE_NOT_SAID, entries[0].at(0, ""))
        return Form(
            title=values.get("form_title", form_id),
            form_id=form_id,
            version=values.get("version", ""),
            default_language=_default(self._languages, spoken),
            languages=languages,
            nodes=nodes,
            lists=lists[0],
            external_lists=lists[1],
            titles={self._languages.tags[written]: text for written, text in self._settings.titles.items()},
            settings=values,
            unknown_columns=unknown,
            unknown_sheets=others,
            may_refer=any(each.with_braces for each in entries),
        )


def _default(languages: Languages, spoken: list[LanguageTag]) -> LanguageTag:
    if languages.default in spoken:
        return LanguageTag(languages.default)
    return spoken[0] if spoken else UNDETERMINED
