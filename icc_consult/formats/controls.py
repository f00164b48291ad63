"""Control answers as a table: a phrase a row, and what was written down in the columns of `answers.csv`."""

import csv
import io
from collections.abc import Iterable, Sequence

from icc_consult.domain.consultation import Consultation
from icc_consult.domain.response import Answered, Response
from icc_consult.formats.answer_columns import columns_of, value_cells
from icc_consult.services.frequencies import asked_in
from icc_consult.services.observing import Cells, Control

PHRASE = "phrase"


class NoControls(ValueError):
    """The table is none of control answers; `args[0]` says what is wrong with it."""


def controls_text(consultation: Consultation, phrases: Iterable[str]) -> str:
    """A table to fill in: every column of `answers.csv`, empty."""
    out = io.StringIO()
    rows = csv.writer(out)
    rows.writerow([PHRASE, *_columns(consultation)])
    rows.writerows([phrase] for phrase in phrases)
    return out.getvalue()


def read_controls(consultation: Consultation, text: str) -> tuple[Control, ...]:
    """What was written down; an empty cell is not compared. Raises `NoControls`."""
    try:
        rows = list(csv.reader(io.StringIO(text), delimiter=";" if ";" in text.partition("\n")[0] else ","))
    except csv.Error as error:
        raise NoControls(str(error)) from error
    head = rows[0] if rows else []
    if head[:1] != [PHRASE] or not {*head[1:]} <= {*_columns(consultation)}:
        raise NoControls("columns")
    filled = [row for row in rows[1:] if any(map(str.strip, row))]
    if any(not row[0].strip() or len(row) > len(head) for row in filled):
        raise NoControls("rows")
    return tuple(Control(row[0].strip(), _cells(head, row)) for row in filled)


def shown_cells(consultation: Consultation, response: Response) -> Cells:
    """The columns of one response as `answers.csv` has them."""
    cells: dict[str, str] = {}
    for asked in asked_in(consultation):
        answer = response.answers.get(asked.id)
        value, language = (answer.value, answer.language) if isinstance(answer, Answered) else (None, "")
        row = [*value_cells(asked, value), language, response.state(asked.id).value]
        cells.update(zip(columns_of(asked), row, strict=True))
    return cells


def _columns(consultation: Consultation) -> list[str]:
    return [column for asked in asked_in(consultation) for column in columns_of(asked)]


def _cells(head: Sequence[str], row: Sequence[str]) -> Cells:
    pairs = zip(head[1:], row[1:], strict=False)
    return {column: cell.strip() for column, cell in pairs if cell.strip()}
