"""Header cells: which column they name, and in which language."""

import re
from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from icc_consult.formats.xlsform.form import TextAspect
from icc_consult.formats.xlsform.marks import plain
from icc_consult.formats.xlsform.problems import Findings, What
from icc_consult.formats.xlsform.tongues import is_language
from icc_consult.formats.xlsform.workbook import Row, Sheet

_ALIASES = {
    "caption": "label",
    "labels": "label",
    "hints": "hint",
    "relevance": "relevant",
    "calculate": "calculation",
    "constraining_message": "constraint_message",
    "jr_constraintmsg": "constraint_message",
    "constraintmsg": "constraint_message",
    "jr_requiredmsg": "required_message",
    "requiredmsg": "required_message",
    "jr_noapperrorstring": "no_app_error_string",
    "noapperrorstring": "no_app_error_string",
    "readonly": "read_only",
    "count": "repeat_count",
    "jr_count": "repeat_count",
    "big_image": "big-image",
    "command": "type",
    "tag": "name",
    "value": "name",
    "list": "list_name",
    "saveto": "save_to",
}
_TITLES = {
    "title": "form_title",
    "set_form_title": "form_title",
    "id_string": "form_id",
    "set_form_id": "form_id",
}
_TEXTS = frozenset(aspect.value for aspect in TextAspect)
_LOGIC = frozenset(
    "relevant constraint required calculation choice_filter default trigger repeat_count read_only".split()
)
_SURVEY = _LOGIC | frozenset("type name appearance parameters".split())
_SURVEY_SILENT = frozenset(
    "disabled autoplay rows save_to no_app_error_string query accuracythreshold intent compact_tag "
    "sms_field sms_option sms_separator sms_allow_media sms_date_format sms_datetime_format "
    "sms_response".split()
)
_SETTINGS = frozenset(
    "form_title form_id version default_language style instance_name public_key submission_url name "
    "allow_choice_duplicates clean_text_values auto_send auto_delete client_editable add_none_option "
    "omit_instanceid namespaces sms_keyword prefix delimiter attribute flat".split()
)
COLUMNS: Mapping[str, frozenset[str]] = {
    "survey": _SURVEY | _SURVEY_SILENT,
    "choices": frozenset({"list_name", "name"}),
    "external_choices": frozenset({"list_name", "name"}),
    "settings": _SETTINGS,
}
SILENT = _SURVEY_SILENT
_PREFIXES = frozenset({"bind", "control", "body", "media", "instance"})
_FOREIGN = re.compile(r"[$_#]|kobo--|hxl|(?:bind|body|control|instance|attribute)\s*:", re.IGNORECASE)
_COLONS = re.compile(r"\s*([:：]+)\s*")
_GLUED = re.compile(
    r"(?P<column>label|caption|hint|guidance[ _]hint|constraint[ _]message|required[ _]message)"
    r"(?:\s*[\[(]\s*(?P<inside>[^\])]+?)\s*[\])]|[\s_.-]+(?P<after>.+))",
    re.IGNORECASE,
)
_NOT_A_LANGUAGE = frozenset({"id", "no", "is", "en_id"})


class Header(NamedTuple):
    """A column of a sheet. `column` is empty for one that no XLSForm has; `language` is as written."""

    position: int
    written: str
    column: str
    language: str = ""

    @property
    def is_text(self) -> bool:
        """Whether its cells are for people to read, see or hear."""
        return self.column in _TEXTS


def headers_in(sheet: Sheet, kind: str, findings: Findings) -> tuple[Header, ...]:
    """The columns by the first row of the sheet; what is in columns without a header is told and kept."""
    if not sheet.rows:
        return ()
    first = sheet.rows[0]
    found = [_header(sheet, first, index, kind, findings) for index, cell in enumerate(first.cells) if cell]
    return (*found, *_unnamed(sheet, {header.position for header in found}, findings))


def _header(sheet: Sheet, first: Row, index: int, kind: str, findings: Findings) -> Header:
    written = first.cells[index]
    column, language, is_odd = _read(written, kind)
    if column and is_odd:
        shown = f"{column}::{language}" if language else column
        findings.warn(What.HEADER_READ_AS, sheet.at(first.number, index), written=written, read=shown)
    if not column and kind in ("survey", "settings") and not _FOREIGN.match(written):
        findings.warn(What.UNKNOWN_COLUMN, sheet.at(first.number, index), written=written)
    return Header(index, written, column, language)


def _unnamed(sheet: Sheet, named: set[int], findings: Findings) -> Iterator[Header]:
    width = max(len(row.cells) for row in sheet.rows)
    for index in sorted(set(range(width)) - named):
        filled = (row.number for row in sheet.rows[1:] if index < len(row.cells) and row.cells[index])
        if number := next(filled, 0):
            at = sheet.at(number, index)
            findings.warn(What.COLUMN_WITHOUT_HEADER, at)
            yield Header(index, at.column, "")


def _read(written: str, kind: str) -> tuple[str, str, bool]:
    """Column, language and whether the header was not written as it should be."""
    clean = plain(written)
    known = COLUMNS[kind]
    pieces = _COLONS.split(re.sub(r"\bjr\s*:\s*", "jr_", clean, flags=re.IGNORECASE))
    names, colons = pieces[::2], pieces[1::2]
    if len(names) > 1 and names[0].casefold() in _PREFIXES:
        names, colons = names[1:], colons[1:]
    column = canonical(names[0], kind)
    language = "::".join(filter(None, names[1:]))
    if column in _TEXTS and kind != "settings":
        odd = clean != written or any(colon != "::" for colon in colons)
        return column, language, odd
    if column in known and (not language or column == "form_title"):
        return column, language, clean != written
    glued = _glued(clean)
    return (*glued, True) if glued else ("", "", False)


def canonical(name: str, kind: str) -> str:
    """The name of a column among its aliases, whatever its case, with spaces or hyphens."""
    snake = re.sub(r"[\s_-]+", "_", name.strip().casefold())
    if kind == "settings":
        return _TITLES.get(snake, snake)
    found = _ALIASES.get(snake, snake)
    if kind == "survey" and snake in ("list", "list_name"):
        return snake
    if kind != "survey" and snake in ("command", "tag", "count", "calculate", "relevance"):
        return snake
    return found


def _glued(clean: str) -> tuple[str, str] | None:
    """`label_fr`, `label (French)`, `Hint French`: read where the rest is a language beyond doubt."""
    found = _GLUED.fullmatch(clean)
    if found is None:
        return None
    language = found["inside"] or found["after"]
    if language.casefold() in _NOT_A_LANGUAGE or not is_language(language):
        return None
    return canonical(found["column"], "survey"), language


def languages_of(headers: Iterable[Header]) -> dict[str, Header]:
    """The languages named in headers, with the first header that names each."""
    found: dict[str, Header] = {}
    for header in headers:
        if header.language:
            found.setdefault(header.language, header)
    return found
