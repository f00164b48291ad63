"""The values of a checked workbook, read by calamine."""

from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO

from python_calamine import CalamineError, CalamineSheet, CalamineWorkbook, PasswordError, SheetTypeEnum

from icc_consult.formats.xlsform.cells import LONG, Raw, as_text, decent, is_day
from icc_consult.formats.xlsform.problems import Findings, What
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal
from icc_consult.formats.xlsform.scanning import Oddities
from icc_consult.formats.xlsform.workbook import Row, Sheet, Workbook

_NOTHING = Oddities()


def rows_by_sheet(stream: BytesIO, oddities: Mapping[str, Oddities], findings: Findings) -> Workbook:
    """All worksheets with their rows; whatever calamine cannot read is FormRefused. The stream is used up."""
    try:
        with CalamineWorkbook.from_filelike(stream) as book:
            stream.close()
            names = [one.name for one in book.sheets_metadata if one.typ is SheetTypeEnum.WorkSheet]
            sheets = []
            for name in names:
                sheet = _sheet(name, book.get_sheet_by_name(name), findings)
                _tell(sheet, oddities.get(name, _NOTHING), findings)
                sheets.append(sheet)
    except PasswordError:
        raise FormRefused(Refusal.PASSWORD) from None
    except (CalamineError, ValueError, OSError) as error:
        raise FormRefused(Refusal.DAMAGED, detail=str(error)) from None
    except BaseException as error:
        if type(error).__name__ != "PanicException":
            raise
        raise FormRefused(Refusal.DAMAGED) from None
    return Workbook(tuple(sheets))


def _sheet(name: str, sheet: CalamineSheet, findings: Findings) -> Sheet:
    start = sheet.start
    if start is None:
        return Sheet(name, ())
    found = Sheet(name, tuple(_rows(Sheet(name, (), start[1]), sheet, findings)), start[1])
    for (top, left), (bottom, right) in sheet.merged_cell_ranges or ():
        if any(top < row.number <= bottom + 1 for row in found.rows):
            at = found.at(top + 1, left - start[1])
            findings.warn(What.MERGED_CELLS, at, last=f"{found.at(0, right - start[1]).column}{bottom + 1}")
    return found


def _rows(titled: Sheet, sheet: CalamineSheet, findings: Findings) -> Iterator[Row]:
    """The rows with something in them. Cells are looked at one by one where a glance shows a reason."""
    for number, values in enumerate(sheet.iter_rows(), 1):
        try:
            cells = list(map(str.strip, values))  # type: ignore[arg-type]
        except TypeError:
            cells = _texts(titled, number, values, findings)
        if joined := "".join(cells):
            if len(joined) > LONG or not joined.isprintable():
                cells = [decent(cell, titled.at(number, i), findings) for i, cell in enumerate(cells)]
            yield Row(number, cells)


def _texts(titled: Sheet, number: int, values: Sequence[Raw], findings: Findings) -> list[str]:
    """The cells of a row in which not everything is text."""
    cells = [as_text(value) for value in values]
    for index, (cell, value) in enumerate(zip(cells, values, strict=True)):
        if is_day(value):
            findings.warn(What.DATE_CELL, titled.at(number, index), text=cell)
    return cells


def _tell(sheet: Sheet, oddities: Oddities, findings: Findings) -> None:
    for what, spots in (
        (What.FORMULA_RESULT, oddities.results),
        (What.FORMULA_WITHOUT_RESULT, oddities.without_result),
        (What.ERROR_CELL, oddities.errors),
    ):
        say = findings.warn if what is What.FORMULA_RESULT else findings.fail
        for spot in spots:
            if what is not What.FORMULA_RESULT or spot not in oddities.errors:
                say(what, sheet.at(spot.row, spot.column - sheet.first))
