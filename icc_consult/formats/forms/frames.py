"""A form that this program wrote, read again: as it was, or with what it had around where it was changed."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from icc_consult.formats.forms.unpacking import OWN_SHEET, digest
from icc_consult.formats.xlsform.form import Form
from icc_consult.formats.xlsform.problems import Findings
from icc_consult.formats.xlsform.sniffing import workbook_of

Document = Mapping[str, Any]
_READ = ("survey", "choices", "settings")
_FRAME = (
    "id",
    "welcome",
    "policy",
    "minimum_age",
    "minutes",
    "consent",
    "finish",
    "routes",
    "translations",
)


def own_document(form: Form) -> tuple[str, Document] | None:
    """The document in the sheet that only this program writes, and the digest of the sheets beside it."""
    rows = form.unknown_sheets.get(OWN_SHEET)
    if not rows or len(rows) < 3:
        return None
    cells = [row[0] for row in rows if row]
    try:
        document = json.loads("".join(cell[1:-1] for cell in cells[2:]))
    except ValueError:
        return None
    return (cells[1], document) if isinstance(document, dict) and "parts" in document else None


def is_untouched(content: bytes, written: str) -> bool:
    """Whether the sheets still say what they said when the document was put beside them."""
    book = workbook_of(content, Findings())
    named = {sheet.name: sheet for sheet in book.sheets}
    sheets = ((name, [row.cells for row in named[name].rows]) for name in _READ if name in named)
    return digest(iter([(name, list(rows)) for name, rows in sheets])) == written


def framed(made: Document, own: Document) -> dict[str, Any]:
    """What the rows say now, with what no row says: consent and end, routes, statements and ballot papers."""
    kept = {name: own[name] for name in _FRAME if name in own}
    parts = list(_parts(made["parts"][0], own["parts"]))
    tables = {**tables_in(own), **tables_in(made)}
    return {**made, **kept, "parts": parts or made["parts"], **({"tables": tables} if tables else {})}


def tables_in(document: Document) -> Mapping[str, Any]:
    """What expressions look up, by name; no row says it."""
    tables = document.get("tables")
    return tables if isinstance(tables, dict) else {}


def _parts(survey: Document, own: Sequence[Document]) -> list[dict[str, Any]]:
    before = {part["id"]: part for part in own}
    parts: list[dict[str, Any]] = []
    loose: list[Any] = []
    for entry in survey["questions"]:
        part = before.get(entry["id"])
        if part is None:
            loose.append(entry)
        elif part["kind"] == "survey":
            parts.append({**part, "questions": entry["questions"]})
        else:
            parts.append(dict(part))
    if not loose:
        return parts
    alone = next((part for part in own if part["kind"] == "survey"), None)
    whole = {**(alone or survey), "questions": loose}
    return (
        [*parts, whole]
        if alone is None or all(part["id"] != alone["id"] for part in parts)
        else [
            {**part, "questions": [*part["questions"], *loose]} if part["id"] == alone["id"] else part
            for part in parts
        ]
    )
