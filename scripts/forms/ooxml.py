"""Workbooks as three programs write them, part by part: what stands in the XML is what is tested."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from icc_consult.formats.xlsform.cells import column_letter

Sheets = Mapping[str, list[list[str]]]
_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_LINKS = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PACKAGE = "http://schemas.openxmlformats.org/package/2006"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_NUMBER = re.compile(r"-?(?:0|[1-9]\d{0,8})(?:\.\d+)?")
_FORMULA = re.compile(r"=(?P<formula>.+) => (?P<result>.*)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Manner:
    """How one program writes a worksheet."""

    rows: int
    columns: int
    row: str
    before: str = ""
    after: str = ""
    is_inline: bool = False
    has_floats: bool = False


LIBREOFFICE = Manner(
    rows=1200,
    columns=1,
    row=' customFormat="false" ht="12.8" hidden="false" customHeight="false" '
    'outlineLevel="0" collapsed="false"',
    before='<sheetPr filterMode="false"><pageSetUpPr fitToPage="false"/></sheetPr>'
    '<dimension ref="A1:Z1200"/>',
    after='<printOptions headings="false"/><pageMargins left="0.8" right="0.8" top="1" bottom="1" '
    'header="0.8" footer="0.8"/>',
)
GOOGLE = Manner(
    rows=1000,
    columns=3,
    row=' ht="15.75" customHeight="1"',
    before='<sheetPr><outlinePr summaryBelow="0" summaryRight="0"/></sheetPr><sheetViews>'
    '<sheetView workbookViewId="0"/></sheetViews><sheetFormatPr customHeight="1" defaultColWidth="12.63" '
    'defaultRowHeight="15.75"/>',
    has_floats=True,
)
PLAIN = Manner(rows=0, columns=0, row="", is_inline=True)


def workbook(sheets: Sheets, manner: Manner) -> bytes:
    """The bytes of an .xlsx file."""
    strings: dict[str, int] = {}
    parts = {
        f"xl/worksheets/sheet{number}.xml": _sheet(rows, manner, strings)
        for number, rows in enumerate(sheets.values(), 1)
    }
    parts |= {
        "[Content_Types].xml": _types(len(sheets)),
        "_rels/.rels": _links([("officeDocument", "xl/workbook.xml")]),
        "xl/workbook.xml": _book(list(sheets)),
        "xl/_rels/workbook.xml.rels": _book_links(len(sheets)),
        "xl/styles.xml": _STYLES,
        "xl/sharedStrings.xml": _strings(strings),
    }
    return zipped({name: (_HEAD + text).encode() for name, text in parts.items()})


def zipped(parts: Mapping[str, bytes]) -> bytes:
    """A zip of these parts that is the same on every day."""
    stream = BytesIO()
    with ZipFile(stream, "w", ZIP_DEFLATED, compresslevel=9) as archive:
        for name, part in sorted(parts.items()):
            info = ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = ZIP_DEFLATED
            archive.writestr(info, part)
    return stream.getvalue()


def _sheet(rows: list[list[str]], manner: Manner, strings: dict[str, int]) -> str:
    lines = "".join(_rows(rows, manner, strings))
    return (
        f'<worksheet xmlns="{_MAIN}" xmlns:r="{_LINKS}">{manner.before}<sheetData>{lines}</sheetData>'
        f"{manner.after}</worksheet>"
    )


def _rows(rows: list[list[str]], manner: Manner, strings: dict[str, int]) -> Iterator[str]:
    for number in range(1, max(len(rows), manner.rows) + 1):
        cells = rows[number - 1] if number <= len(rows) else []
        width = max(len(cells), manner.columns)
        padded = cells + [""] * (width - len(cells))
        made = "".join(
            _cell(text, f"{column_letter(i)}{number}", manner, strings) for i, text in enumerate(padded)
        )
        yield f'<row r="{number}"{manner.row}>{made}</row>'


def _cell(text: str, place: str, manner: Manner, strings: dict[str, int]) -> str:
    if not text:
        return "" if manner.is_inline else f'<c r="{place}" s="1"/>'
    if formula := _FORMULA.fullmatch(text):
        written, result = escape(formula["formula"]), escape(formula["result"])
        return f'<c r="{place}" s="1" t="str"><f aca="false">{written}</f><v>{result}</v></c>'
    if text in ("TRUE", "FALSE"):
        return f'<c r="{place}" s="1" t="b"><v>{int(text == "TRUE")}</v></c>'
    if _NUMBER.fullmatch(text):
        value = f"{float(text)}" if manner.has_floats else text
        return f'<c r="{place}" s="1"><v>{value}</v></c>'
    if manner.is_inline:
        return f'<c r="{place}" t="inlineStr"><is><t xml:space="preserve">{escape(text)}</t></is></c>'
    return f'<c r="{place}" s="1" t="s"><v>{strings.setdefault(text, len(strings))}</v></c>'


def _strings(strings: Mapping[str, int]) -> str:
    entries = "".join(f'<si><t xml:space="preserve">{escape(text)}</t></si>' for text in strings)
    return f'<sst xmlns="{_MAIN}" count="{len(strings)}" uniqueCount="{len(strings)}">{entries}</sst>'


def _types(sheets: int) -> str:
    kind = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    named: list[tuple[str, str]] = [("/xl/workbook.xml", f"{kind}.sheet.main+xml")]
    named += [(f"/xl/worksheets/sheet{n}.xml", f"{kind}.worksheet+xml") for n in range(1, sheets + 1)]
    named += [
        ("/xl/styles.xml", f"{kind}.styles+xml"),
        ("/xl/sharedStrings.xml", f"{kind}.sharedStrings+xml"),
    ]
    overrides = "".join(f'<Override PartName="{name}" ContentType="{type_}"/>' for name, type_ in named)
    rels = "application/vnd.openxmlformats-package.relationships+xml"
    return (
        f'<Types xmlns="{_PACKAGE}/content-types"><Default Extension="rels" ContentType="{rels}"/>'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>'
    )


def _links(links: list[tuple[str, str]]) -> str:
    lines = "".join(
        f'<Relationship Id="rId{number}" Type="{_LINKS}/{kind}" Target="{target}"/>'
        for number, (kind, target) in enumerate(links, 1)
    )
    return f'<Relationships xmlns="{_PACKAGE}/relationships">{lines}</Relationships>'


def _book_links(sheets: int) -> str:
    worksheets = [("worksheet", f"worksheets/sheet{number}.xml") for number in range(1, sheets + 1)]
    return _links([*worksheets, ("styles", "styles.xml"), ("sharedStrings", "sharedStrings.xml")])


def _book(names: list[str]) -> str:
    sheets = "".join(
        f'<sheet name="{escape(name)}" sheetId="{number}" r:id="rId{number}"/>'
        for number, name in enumerate(names, 1)
    )
    return f'<workbook xmlns="{_MAIN}" xmlns:r="{_LINKS}"><sheets>{sheets}</sheets></workbook>'


_STYLES = (
    f'<styleSheet xmlns="{_MAIN}"><fonts count="1"><font><sz val="10"/><name val="Arial"/></font></fonts>'
    '<fills count="2"><fill><patternFill patternType="none"/></fill><fill>'
    '<patternFill patternType="gray125"/></fill></fills>'
    '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs>'
    '<cellXfs count="2"><xf/><xf applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf></cellXfs>'
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>'
)
