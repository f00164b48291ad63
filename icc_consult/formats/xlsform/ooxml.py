""".xlsx and .xlsm: what Excel, LibreOffice, Google Sheets and KoboToolbox write."""

import re
from collections.abc import Iterator
from io import BytesIO
from posixpath import join, normpath
from xml.etree import ElementTree as ET

from icc_consult.formats.xlsform.calamine import rows_by_sheet
from icc_consult.formats.xlsform.merges import merges_first
from icc_consult.formats.xlsform.problems import At, Findings, What
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal
from icc_consult.formats.xlsform.scanning import Oddities, scanned
from icc_consult.formats.xlsform.workbook import Workbook
from icc_consult.formats.xlsform.zipped import has_macros, packed, parts_of, without_surrogates

_MOST_INDEX = 4 * 2**20
_WORKSHEET = re.compile(r"(?:^|/)worksheets/[^/]+\.xml$")


def ooxml_workbook(content: bytes, findings: Findings) -> Workbook:
    """The sheets of the workbook. Raises FormRefused."""
    return rows_by_sheet(*checked(content, findings), findings)


def checked(content: bytes, findings: Findings) -> tuple[BytesIO, dict[str, Oddities]]:
    """A workbook of what is read alone, all that stays of it in memory, and the oddities of its sheets."""
    parts = parts_of(content)
    if has_macros(content):
        findings.warn(What.MACROS_LEFT_OUT, At())
    titles = dict(_titles(parts))
    oddities: dict[str, Oddities] = {}
    for name, part in list(parts.items()):
        clean = without_surrogates(part)
        if clean is not part:
            findings.warn(What.SURROGATES_REPLACED, At(titles.get(name, "")))
        if _WORKSHEET.search(name) or name in titles:
            title = titles.get(name, name)
            clean, oddities[title] = scanned(clean, title)
            clean = merges_first(clean)
        parts[name] = clean
    return packed(parts), oddities


def _titles(parts: dict[str, bytes]) -> Iterator[tuple[str, str]]:
    """Pairs of the part of a worksheet and the name on its tab."""
    book = next((name for name in parts if re.search(r"(?:^|/)workbook\d*\.xml$", name)), None)
    if book is None:
        raise FormRefused(Refusal.NOT_A_FORM)
    folder, _, leaf = book.rpartition("/")
    links = parts.get(join(folder, "_rels", f"{leaf}.rels"))
    if links is None:
        raise FormRefused(Refusal.DAMAGED, book)
    targets = {link.get("Id"): link.get("Target", "") for link in _tree(links, book)}
    for element in _tree(parts[book], book).iter():
        if element.tag.rpartition("}")[2] == "sheet":
            link = next((value for key, value in element.items() if key.endswith("}id")), None)
            target = targets.get(link, "").replace("\\", "/")
            path = target.lstrip("/") if target.startswith("/") else normpath(join(folder, target))
            yield path, element.get("name", "")


def _tree(part: bytes, name: str) -> ET.Element:
    if len(part) > _MOST_INDEX:
        raise FormRefused(Refusal.TOO_LARGE, name, str(len(part)))
    try:
        return ET.fromstring(part)  # noqa: S314 - parts that declare entities were refused before
    except (ET.ParseError, LookupError, ValueError):  # the latter two for encodings that nobody knows
        raise FormRefused(Refusal.DAMAGED, name) from None
