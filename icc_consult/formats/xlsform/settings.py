"""The sheet `settings`: one row about the form as a whole."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from icc_consult.formats.xlsform.headers import Header, headers_in
from icc_consult.formats.xlsform.marks import plain
from icc_consult.formats.xlsform.problems import At, Findings, What
from icc_consult.formats.xlsform.workbook import Sheet

_YES = frozenset({"yes", "true", "true()", "1"})
_NO_LANGUAGE = frozenset({"", "default"})


@dataclass(frozen=True, slots=True)
class Settings:
    """What the row says, by the plain names of its columns; `titles` by language as written."""

    values: Mapping[str, str] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    headers: tuple[Header, ...] = ()
    unknown: tuple[str, ...] = ()
    language_at: At = field(default_factory=At)

    @property
    def default_language(self) -> str:
        """As written; empty where the form says none."""
        written = self.values.get("default_language", "")
        return "" if plain(written).casefold() in _NO_LANGUAGE else written

    @property
    def may_repeat_choices(self) -> bool:
        """Whether one list may have the same choice twice."""
        return self.values.get("allow_choice_duplicates", "").casefold() in _YES


def settings_in(sheet: Sheet | None, findings: Findings) -> Settings:
    """Read the first row below the headers; more rows are told and left out."""
    if sheet is None or not sheet.rows:
        return Settings()
    headers = headers_in(sheet, "settings", findings)
    rows = sheet.rows[1:]
    if len(rows) > 1:
        findings.warn(What.SETTINGS_TWICE, At(sheet.name, rows[1].number))
    if not rows:
        return Settings(headers=headers)
    number, cells = rows[0]
    values: dict[str, str] = {}
    titles: dict[str, str] = {}
    unknown: list[str] = []
    place = At(sheet.name, number)
    for header in headers:
        cell = cells[header.position] if header.position < len(cells) else ""
        if not header.column:
            unknown.append(header.written)
        if header.column == "default_language":
            place = sheet.at(number, header.position)
        if header.language:
            titles[header.language] = cell
        elif cell and values.setdefault(header.column or header.written, cell) != cell:
            other = values[header.column or header.written]
            findings.fail(What.CELLS_CONTRADICT, sheet.at(number, header.position), text=cell, other=other)
    return Settings(values, {k: v for k, v in titles.items() if v}, headers, tuple(unknown), place)
