"""From bytes to a workbook, by what the bytes are."""

from icc_consult.formats.xlsform.biff import biff_workbook
from icc_consult.formats.xlsform.ooxml import ooxml_workbook
from icc_consult.formats.xlsform.problems import Findings
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal
from icc_consult.formats.xlsform.tables import table_workbook
from icc_consult.formats.xlsform.workbook import Workbook

MOST_BYTES = 64 * 2**20
_ZIP = b"PK"
_COMPOUND = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_BARE_BIFF = (b"\x09\x00\x04\x00", b"\x09\x02\x06\x00", b"\x09\x04\x06\x00", b"\x09\x08\x08\x00")


def workbook_of(content: bytes, findings: Findings) -> Workbook:
    """The sheets in the bytes of an .xlsx, .xlsm, .xls, .csv or markdown file. Raises FormRefused."""
    if not content.strip(b"\0 \t\r\n"):
        raise FormRefused(Refusal.EMPTY)
    if len(content) > MOST_BYTES:
        raise FormRefused(Refusal.TOO_LARGE, detail=str(len(content)))
    if content.startswith(_ZIP):
        return ooxml_workbook(content, findings)
    if content.startswith(_COMPOUND):
        return biff_workbook(content, findings)
    if content.startswith(_BARE_BIFF):
        raise FormRefused(Refusal.OLD_WORKBOOK)
    return table_workbook(content, findings)
