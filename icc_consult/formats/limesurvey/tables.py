"""The tables in an .lss file: the rows of LimeSurvey's database as XML."""

from collections.abc import Mapping
from typing import NamedTuple
from xml.etree.ElementTree import Element, ParseError

from defusedxml.common import DefusedXmlException
from defusedxml.ElementTree import fromstring

from icc_consult.formats.xlsform.form import Place
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal

MOST_BYTES = 16 * 2**20
MOST_ROWS = 200_000


class Row(NamedTuple):
    """One row and where it stands, counted from 1."""

    place: Place
    cells: Mapping[str, str]

    def cell(self, name: str) -> str:
        """A cell without spaces around it; empty where there is none."""
        return self.cells.get(name, "").strip()


Tables = Mapping[str, tuple[Row, ...]]


def tables_in(content: bytes) -> Tables:
    """All tables by name. Raises `FormRefused` where it is no survey, or brings entities along."""
    if len(content) > MOST_BYTES:
        raise FormRefused(Refusal.TOO_LARGE, detail=str(len(content)))
    root = _root(content)
    kind = (root.findtext("LimeSurveyDocType") or "").strip()
    if root.tag != "document" or kind.casefold() != "survey":
        raise FormRefused(Refusal.NOT_A_SURVEY, detail=kind)
    tables = {table.tag: _rows(table) for table in root if table.find("rows") is not None}
    if sum(map(len, tables.values())) > MOST_ROWS:
        raise FormRefused(Refusal.TOO_LARGE, detail=str(len(content)))
    return tables


def _root(content: bytes) -> Element:
    try:
        root: Element = fromstring(content, forbid_dtd=True)
    except DefusedXmlException:
        raise FormRefused(Refusal.SURVEY_ENTITIES) from None
    except (ParseError, ValueError, LookupError, RecursionError):
        raise FormRefused(Refusal.DAMAGED) from None
    return root


def _rows(table: Element) -> tuple[Row, ...]:
    return tuple(
        Row(Place(table.tag, number), {cell.tag: cell.text or "" for cell in row})
        for number, row in enumerate(table.iterfind("rows/row"), 1)
    )
