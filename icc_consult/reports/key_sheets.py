"""The papers of a key: one that it can be brought back from, and one that says it is gone."""

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from textwrap import wrap

from icc_consult.reports.qr_codes import QrCode, qr_code

_LINES_A_CODE = 14  # some 550 letters, which a telephone reads from paper
_PAGE = (
    "body{font:11pt sans-serif;margin:15mm;color:#000}pre,td{font-family:monospace}pre{font-size:10pt;"
    "line-height:1.4;white-space:pre-wrap}figure{display:inline-block;margin:0 4mm 4mm 0;width:56mm;"
    "break-inside:avoid}svg{width:100%;display:block}td{padding:1mm 4mm 1mm 0;vertical-align:top;"
    "overflow-wrap:anywhere}.line{border-bottom:1px solid #000;height:12mm}"
)
_TITLE = "The locked key"
_CARE = (
    "This paper opens nothing without the passphrase. Keep the two apart, in sealed envelopes, "
    "and destroy both when the key is destroyed."
)
_WAY = (
    "To bring the key back, scan the codes in their order, or type the lines, into a text file, and run "
    "icc-consult key restore with it. Case and spaces do not matter, 0 and O, 1 and I and L are the same, "
    "and the last sign of each line notices a slip."
)


@dataclass(frozen=True, slots=True)
class KeySheet:
    """What is printed: whose key it is, and its lines."""

    consultation: str
    fingerprint: str
    key: str
    day: str
    lines: Sequence[str]

    @property
    def facts(self) -> tuple[tuple[str, str], ...]:
        """What it is, each with its name."""
        return (
            ("Consultation", self.consultation),
            ("Fingerprint", self.fingerprint),
            ("Key", self.key),
            ("Printed", self.day),
        )

    def codes(self) -> list[QrCode]:
        """The lines as QR codes, as few as can be read well."""
        starts = range(0, len(self.lines), _LINES_A_CODE)
        return [qr_code("\n".join(self.lines[start : start + _LINES_A_CODE]), level="M") for start in starts]


def key_as_html(sheet: KeySheet) -> bytes:
    """A page to print."""
    figures = [
        f"<figure>{code.svg()}<figcaption>{number}</figcaption></figure>"
        for number, code in enumerate(sheet.codes(), start=1)
    ]
    lines = escape("\n".join(sheet.lines))
    body = f"<p>{_CARE}</p>{_table(sheet.facts)}<p>{_WAY}</p>{''.join(figures)}<pre>{lines}</pre>"
    return page(_TITLE, body)


def key_as_svg(sheet: KeySheet) -> bytes:
    """The same as one picture, 210 wide like A4 is in millimetres, and as high as it has to be."""
    codes, top = sheet.codes(), 20 + 6 * (len(sheet.facts) + 3)
    rows = -(-len(codes) // 3)
    told = [_TITLE, *wrap(_CARE, 80), *(f"{name}: {text}" for name, text in sheet.facts)]
    texts = [_text(15, 18 + 6 * place, text, 3.4) for place, text in enumerate(told)]
    pictures = [
        code.placed(15 + 62 * (place % 3), top + 62 * (place // 3), 58) for place, code in enumerate(codes)
    ]
    start, half = top + 62 * rows + 6, -(-len(sheet.lines) // 2)
    lines = [
        _text(15 + 93 * (place // half), start + 5 * (place % half), line, 3.3)
        for place, line in enumerate(sheet.lines)
    ]
    height = max(297, start + 5 * half + 10)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" width="210mm" height="{height}mm" '
        f'viewBox="0 0 210 {height}">'
        f'<rect width="210" height="{height}" fill="#fff"/>{"".join([*texts, *pictures, *lines])}</svg>\n'
    ).encode()


def page(title: str, body: str) -> bytes:
    """An HTML page that needs nothing from anywhere."""
    return (
        f'<!DOCTYPE html>\n<html lang="en"><head><meta charset="utf-8"><title>{escape(title)}</title>'
        f"<style>{_PAGE}</style></head><body><h1>{escape(title)}</h1>{body}</body></html>\n"
    ).encode()


def _table(facts: Sequence[tuple[str, str]]) -> str:
    rows = (f"<tr><td>{escape(name)}</td><td>{escape(text)}</td></tr>" for name, text in facts)
    return f"<table>{''.join(rows)}</table>"


def _text(x: int, y: int, text: str, size: float) -> str:
    return f'<text x="{x}" y="{y}" font-family="monospace" font-size="{size}">{escape(text)}</text>'


_GONE = (
    "The private key of this consultation was overwritten and removed. Answers that were sealed to it can no "
    "longer be read, wherever copies of them lie."
)
_REST = (
    "A computer cannot know of everything. Flash memory may keep what was overwritten; it is locked by the "
    "passphrase. Tick what was destroyed by hand:"
)
_BY_HAND = (
    "the words of every passphrase, on paper and in memory aids",
    "every paper copy of the key",
    "every key file on a stick or in a safe",
    "every backup that was made with keys",
    "the key in every place where bundles were merged, and in every hub",
)


def destruction_as_html(facts: Sequence[tuple[str, str]]) -> bytes:
    """The protocol of a destruction, with room for what was done by hand and for two signatures."""
    hand = "".join(f"<li>&#9744; {escape(one)}</li>" for one in _BY_HAND)
    signed = "".join(f"<p>{who}</p><p class=line></p>" for who in ("Place, date, name", "Witness"))
    return page(
        "The key was destroyed", f"<p>{_GONE}</p>{_table(facts)}<p>{_REST}</p><ul>{hand}</ul>{signed}"
    )
