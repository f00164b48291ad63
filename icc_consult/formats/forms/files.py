"""Lists and tables that lie beside a form as files of their own."""

import csv
from collections.abc import Mapping, Sequence
from io import StringIO

from icc_consult.domain.wording import LanguageTag
from icc_consult.formats.xlsform.form import Choice, ChoiceList, Place, TextAspect
from icc_consult.formats.xlsform.problems import Findings
from icc_consult.formats.xlsform.refusals import FormRefused
from icc_consult.formats.xlsform.texts import text_of
from icc_consult.formats.xlsform.tongues import UNDETERMINED, tongue_of

Rows = Sequence[Mapping[str, str]]


def rows_in(content: bytes) -> Rows:
    """The rows of a file of comma-separated values, by its headers; none where it cannot be read."""
    try:
        text = text_of(content, Findings()).encode("utf-8", "replace").decode()
        delimiter = max(",;\t", key=text.partition("\n")[0].count)
        reader = csv.DictReader(StringIO(text, newline=""), delimiter=delimiter)
        return [
            {name.strip(): cell.strip() for name, cell in row.items() if name and isinstance(cell, str)}
            for row in reader
        ]
    except (FormRefused, csv.Error):
        return []


def list_in(content: bytes, name: str, value: str = "name", label: str = "label") -> ChoiceList:
    """The choices in a file; `value` and `label` are the columns that hold codes and texts."""
    rows = rows_in(content)
    choices = [
        Choice(row[value], Place(name, number), _texts(row, label), row)
        for number, row in enumerate(rows, 2)
        if row.get(value)
    ]
    return ChoiceList(name, tuple(choices), frozenset(rows[0]) if rows else frozenset())


def _texts(row: Mapping[str, str], label: str) -> dict[TextAspect, dict[LanguageTag, str]]:
    found: dict[LanguageTag, str] = {}
    for header, cell in row.items():
        column, colon, written = header.partition(":")
        if column.strip() == label and cell:
            found[tongue_of(written.strip(": ")).known if colon else UNDETERMINED] = cell
    return {TextAspect.LABEL: found} if found else {}
