"""What editors do to expressions and names, undone: marks of direction, typographic signs, `{name}$`."""

import re
from collections.abc import Collection

from icc_consult.domain.logic import LogicError, parse
from icc_consult.formats.xlsform.marks import BIDI, straightened
from icc_consult.formats.xlsform.problems import At, Findings, What

_NAME = r"[^\W\d][\w.:-]*"
_BEHIND = re.compile(rf"(?<!\$)\{{\s*({_NAME})\s*\}}\s*\$(?!\{{)")
_APART = re.compile(rf"\$\s+\{{\s*({_NAME})\s*\}}")
_ROUND = re.compile(rf"\}}\s*({_NAME})\s*\{{\$|\$\}}\s*({_NAME})\s*\{{")
_PADDED = re.compile(r"\$\{\s*([^{}]*?)\s*\}")
_REFERENCE = re.compile(r"\$\{([^{}]*)\}")


def is_clean(text: str) -> bool:
    """Whether a glance shows that nothing here needs repair: `$` and `{` only as `${`, nothing padded."""
    return (
        text.isascii()
        and text.isprintable()
        and text.count("$") == text.count("{") == text.count("${")
        and "{ " not in text
        and " }" not in text
    )


def without_marks(text: str, at: At, findings: Findings) -> str:
    """The text without bidi controls and the like."""
    clean = BIDI.sub("", text)
    if clean != text:
        findings.warn(What.BIDI_REMOVED, at, text=clean)
    return clean.strip()


def with_references(text: str, names: Collection[str], at: At, findings: Findings) -> str:
    """The text with `{name}$` as `${name}`, where the form has a question of that name."""
    if "{" not in text or "$" not in text:
        return text
    bare = text if text.isascii() else _without_marks_near_references(text)
    fixed = bare
    for shape in (_BEHIND, _APART, _ROUND):
        fixed = shape.sub(lambda found: _reference(found, names), fixed)
    fixed = _PADDED.sub(r"${\1}", fixed)
    if fixed != text:
        findings.warn(What.REFERENCE_REPAIRED, at, text=fixed[:200])
    return fixed


def with_plain_signs(expression: str, at: At, findings: Findings) -> str:
    """The expression with straight quotes and plain signs, where it cannot be read as it is."""
    expression = expression.replace("\u00a0", " ")
    if expression.isascii() or _is_readable(expression):
        return expression
    straight = straightened(expression)
    if straight == expression or not _is_readable(straight):
        return expression
    findings.warn(What.SIGNS_STRAIGHTENED, at, text=straight[:200])
    return straight


def references_in(text: str) -> list[str]:
    """The names that a text for people asks for."""
    return _REFERENCE.findall(text) if "${" in text else []


def looks_up(expression: str) -> bool:
    """Whether a glance shows that it may look something up in a list."""
    return "instance" in expression or "pulldata" in expression


def _reference(found: re.Match[str], names: Collection[str]) -> str:
    name = next(filter(None, found.groups()))
    return f"${{{name}}}" if name in names else found[0]


def _without_marks_near_references(text: str) -> str:
    return re.sub(r"[$\s]*\{[^{}]*\}[^\w\s{}]*", lambda found: BIDI.sub("", found[0]), text)


def _is_readable(expression: str) -> bool:
    try:
        parse(expression)
    except LogicError as error:
        return type(error).__name__ != "NotAnExpression"
    return True
