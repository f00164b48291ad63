"""What holds for single translations: placeholders, letters that files can carry, a length to aim at."""

import hashlib
import re

_PLACEHOLDER = re.compile(r"\$?\{[^{}]*\}")
_BRACE = re.compile(r"[{}]")
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_GROWTH = ((10, 3.0), (20, 2.0), (30, 1.8), (50, 1.6), (70, 1.5))
_LONG, _LEAST = 1.3, 20
_DIGITS = 16


def placeholders(text: str) -> list[str]:
    """The references such as `${name}` and `{name}`, and the single braces that are left over, sorted."""
    return sorted([*_PLACEHOLDER.findall(text), *_BRACE.findall(_PLACEHOLDER.sub("", text))])


def unwritable(text: str) -> str:
    """The first letter that XML, PO or a spreadsheet could not carry, spelt out, or nothing."""
    found = _UNWRITABLE.search(text)
    return f"U+{ord(found[0]):04X}" if found else ""


def length_to_aim_at(source: str) -> int:
    """How many characters a translation should not exceed: short sources grow threefold, long ones by 30 %.

    Source: the table of text expansion that W3C's article on text size in translation quotes from IBM.
    """
    size = len(source)
    factor = next((factor for most, factor in _GROWTH if size <= most), _LONG)
    return max(_LEAST, round(size * factor))


def mark_of(source: str) -> str:
    """A short mark of a source text: it tells an edited source from an outdated file."""
    return hashlib.sha256(source.encode()).hexdigest()[:_DIGITS]
