"""From bytes to text, where nobody says in which encoding they were written."""

import codecs

from icc_consult.formats.xlsform.problems import At, Findings, What
from icc_consult.formats.xlsform.refusals import FormRefused, Refusal

_MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_SAMPLE = 4_096
_MOSTLY = 0.3
_NEVER_WRITTEN = frozenset(range(32)) - {9, 10, 12, 13, 27}


def text_of(content: bytes, findings: Findings) -> str:
    """The text of a file: by its mark, else UTF-8, else UTF-16, else Windows-1252 with a warning.

    Halves of surrogate pairs are left for the cells to tell. Raises FormRefused for what is no text.
    """
    for mark, encoding in _MARKS:
        if content.startswith(mark):
            return _decoded(content.removeprefix(mark), encoding).replace("\0", "")
    if (wide := _without_mark(content)) is not None:
        return _decoded(content, wide)
    if not _NEVER_WRITTEN.isdisjoint(content):
        raise FormRefused(Refusal.NOT_A_FORM)
    try:
        return content.decode("utf-8", "surrogatepass")
    except UnicodeDecodeError:
        findings.warn(What.ENCODING_GUESSED, At(), encoding="Windows-1252")
        return content.decode("cp1252", "replace")


def _decoded(content: bytes, encoding: str) -> str:
    """The text; halves of pairs stay, and whatever else is no character is replaced."""
    try:
        return content.decode(encoding, "replace" if encoding == "utf-8" else "surrogatepass")
    except UnicodeDecodeError:
        return content.decode(encoding, "replace")


def _without_mark(content: bytes) -> str | None:
    """UTF-16 shows in Latin letters, of which every other byte is nought."""
    sample = content[:_SAMPLE]
    even, odd = sample[::2].count(0), sample[1::2].count(0)
    if not max(even, odd) or max(even, odd) < _MOSTLY * len(sample) / 2 or min(even, odd):
        return None
    return "utf-16-be" if even else "utf-16-le"
