"""All there is to say about a file, told to a person: what is wrong with it, and what could be plainer."""

import csv
from collections.abc import Iterable, Iterator
from pathlib import Path

from icc_consult.formats.xlsform.problems import Severity
from icc_consult.i18n import N_
from icc_consult.packs import Pack
from icc_consult.remark_sentences import told_remarks, unchecked
from icc_consult.sentences import Voice, joined, plainly
from icc_consult.sources import Finding, Source

_LETTERS = 2
_COLUMNS = ("severity", "sheet", "row", "column", "message", "fix")


def every_finding(source: Source, say: Voice = plainly) -> tuple[Finding, ...]:
    """Whatever was found in the file, then remarks on the language it is written in."""
    return (*source.told(say), *_remarks(source.pack, say))


def _remarks(pack: Pack | None, say: Voice) -> Iterator[Finding]:
    if pack is None:
        return
    for remark in told_remarks(pack.consultation, say):
        where = f"{remark.place} ({remark.language})" if remark.place else remark.language
        yield Finding(Severity.WARNING, "", 0, where, remark.message, remark.fix)
    for line in unchecked(pack.consultation, say):
        yield Finding(Severity.WARNING, "", 0, "", line, "")


def place_of(finding: Finding, say: Voice = plainly) -> str:
    """Where to look: `survey, B5`, or `survey, row 5, relevant` where a column is known by its name."""
    row, column = finding.row, finding.column
    if row and (len(column) > _LETTERS or not column):
        return joined((finding.sheet, say(_ROW, row=str(row)), column), say)
    return joined((finding.sheet, f"{column}{row or ''}"), say)


_ROW = N_("row {row}")


def write_findings(path: Path, findings: Iterable[Finding]) -> None:
    """A table that a spreadsheet opens, one finding a row."""
    from icc_consult.formats.csv import text_cell  # noqa: PLC0415 - most files are opened without it

    with path.open("w", encoding="utf-8-sig", newline="") as file:
        rows = csv.writer(file)
        rows.writerow(_COLUMNS)
        for one in findings:
            cells = (one.severity.value, one.sheet, str(one.row or ""), one.column, one.message, one.fix)
            rows.writerow([text_cell(cell) for cell in cells])
