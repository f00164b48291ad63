"""The rows of a sheet, each cell sorted under its column and language."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.xlsform.form import TextAspect
from icc_consult.formats.xlsform.headers import Header
from icc_consult.formats.xlsform.problems import At, Findings, What
from icc_consult.formats.xlsform.tongues import UNDETERMINED
from icc_consult.formats.xlsform.workbook import Row, Sheet


@dataclass(slots=True)
class Entry:
    """One row: known columns by name, texts by aspect and language, and the rest by header as written."""

    row: int
    values: dict[str, str] = field(default_factory=dict)
    texts: dict[TextAspect, dict[LanguageTag, str]] = field(default_factory=dict)
    rest: dict[str, str] = field(default_factory=dict)


class Entries:
    """The rows below the headers of a sheet. `with_braces` are those with a text that may name a question.

    `default` is the language of texts without one, or empty where the form says none. Beside texts with
    languages such a text fills the gap of the default language, or stays under `und` where there is no gap.
    """

    def __init__(
        self,
        sheet: Sheet,
        headers: tuple[Header, ...],
        tags: Mapping[str, LanguageTag],
        default: str,
        findings: Findings,
    ) -> None:
        self.sheet = sheet
        self.headers = headers
        self._tags = tags
        self._default = LanguageTag(default)
        self._findings = findings
        self._index: dict[tuple[str, str], int] = {}
        self._first: dict[str, int] = {}
        self._beside: dict[TextAspect, list[At]] = {}
        self._places = [(header.position, *self._key(header)) for header in headers]
        self.with_braces: set[int] = set()
        self._has_languages = any(header.language for header in headers) or bool(tags)
        self.all = tuple(self._entry(row) for row in sheet.rows[1:])
        self._tell_beside()

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.all)

    def at(self, row: int, column: str, language: str = "") -> At:
        """The place of a column in a row, in another language if need be; without any the row."""
        index = self._index.get((column, language), self._first.get(column))
        return At(self.sheet.name, row) if index is None else self.sheet.at(row, index)

    @property
    def unknown(self) -> tuple[str, ...]:
        """The headers that no XLSForm has."""
        return tuple(dict.fromkeys(header.written for header in self.headers if not header.column))

    def _key(self, header: Header) -> tuple[TextAspect | str | None, str]:
        """Where cells go: an aspect with a tag, a known column, or None and the header."""
        tag = self._tags.get(header.language, LanguageTag("")) if header.language else LanguageTag("")
        key = (header.column, tag) if header.column else ("", header.written)
        if key in self._index and self.sheet.rows:
            at = self.sheet.at(self.sheet.rows[0].number, header.position)
            self._findings.warn(What.COLUMN_TWICE, at, written=header.written)
        self._index.setdefault(key, header.position)
        self._first.setdefault(key[0], header.position)
        if not header.column:
            return None, header.written
        return (TextAspect(header.column), tag) if header.is_text else (header.column, "")

    def _entry(self, row: Row) -> Entry:
        number, cells = row
        values: dict[str, str] = {}
        texts: dict[TextAspect, dict[LanguageTag, str]] = {}
        entry, width = Entry(number, values, texts, {}), len(cells)
        for index, column, tag in self._places:
            if index >= width or not (cell := cells[index]):
                continue
            if type(column) is TextAspect:
                there = (texts.get(column) or texts.setdefault(column, {})).setdefault(tag, cell)  # type: ignore[arg-type]
                if "{" in cell:
                    self.with_braces.add(number)
            elif column is None:
                there = entry.rest.setdefault(tag, cell)
            else:
                there = values.setdefault(column, cell)
            if there != cell:
                at = self.sheet.at(number, index)
                self._findings.fail(What.CELLS_CONTRADICT, at, text=cell, other=there)
        for aspect, by_tag in texts.items():
            if "" in by_tag:
                self._settle(entry, aspect, by_tag)
        return entry

    def _settle(self, entry: Entry, aspect: TextAspect, texts: dict[LanguageTag, str]) -> None:
        """Find the language of a text that names none."""
        text = texts.pop(LanguageTag(""))
        if aspect.is_media and self._has_languages:
            texts[UNDETERMINED] = text
        elif self._default and self._default not in texts:
            texts[self._default] = text
        elif not self._has_languages:
            texts[UNDETERMINED] = text
        elif text not in texts.values():
            texts[UNDETERMINED] = text
            self._beside.setdefault(aspect, []).append(self.at(entry.row, aspect.value))

    def _tell_beside(self) -> None:
        for places in self._beside.values():
            self._findings.warn(What.PLAIN_BESIDE_LANGUAGES, places[0], count=str(len(places)))
