"""The rows of LimeSurvey's table of tab-separated values, read and written."""

import csv
from collections.abc import Iterable, Iterator, Mapping
from io import StringIO

from icc_consult.formats.limesurvey.tables import MOST_BYTES, MOST_ROWS, Row
from icc_consult.formats.xlsform.form import Place
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal

COLUMNS = (
    "id related_id class type/scale name relevance text help language validation mandatory encrypted other "
    "default same_default"
).split()
CLASSES = frozenset({"S", "SL", "G", "Q", "SQ", "A"})
SHEET = "limesurvey"


def rows_in(content: bytes) -> tuple[Row, ...]:
    """The rows below the headers, numbered as a spreadsheet does. Raises `FormRefused`."""
    if len(content) > MOST_BYTES:
        raise FormRefused(Refusal.TOO_LARGE, detail=str(len(content)))
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise FormRefused(Refusal.DAMAGED) from None
    rows = tuple(_read(text))
    if len(rows) > MOST_ROWS:
        raise FormRefused(Refusal.TOO_LARGE, detail=str(len(content)))
    return rows


def _read(text: str) -> Iterator[Row]:
    try:
        reader = csv.reader(StringIO(text, newline=""), delimiter="\t")
        headers = [header.strip() for header in next(reader, [])]
        for number, cells in enumerate(reader, 2):
            yield Row(Place(SHEET, number), dict(zip(headers, cells, strict=False)))
    except csv.Error:
        raise FormRefused(Refusal.DAMAGED) from None


def bytes_of(rows: Iterable[Mapping[str, str]]) -> bytes:
    """The table: UTF-8 with its mark, every attribute that any row has in a column of its own."""
    lines = list(rows)
    attributes = sorted({name for row in lines for name in row} - set(COLUMNS))
    stream = StringIO(newline="")
    writer = csv.DictWriter(stream, [*COLUMNS, *attributes], "", delimiter="\t", lineterminator="\n")
    writer.writeheader()
    writer.writerows(lines)
    return stream.getvalue().encode("utf-8-sig")
