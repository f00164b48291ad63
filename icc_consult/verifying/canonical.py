"""JSON in one form: RFC 8785 for objects of texts, whole numbers, lists and objects with ASCII names."""

import json
from typing import Any

MOST_BYTES = 1_000_000
_MOST_NUMBER = 2**53


class NotCanonical(ValueError):
    """These bytes are no JSON object in its one form."""


def canonical(document: dict[str, Any]) -> bytes:
    """The one form; raises `NotCanonical` for what has none here, such as a fraction."""
    _check(document)
    text = json.dumps(document, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    try:
        return text.encode()
    except UnicodeEncodeError as error:
        raise NotCanonical("text") from error


def parse(content: bytes) -> dict[str, Any]:
    """The object whose one form this is, byte for byte; raises `NotCanonical`."""
    if len(content) > MOST_BYTES:
        raise NotCanonical("size")
    try:
        document = json.loads(content)
        if isinstance(document, dict) and canonical(document) == content:
            return document
    except (ValueError, RecursionError) as error:
        raise NotCanonical("form") from error
    raise NotCanonical("form")


def _check(value: object) -> None:
    match value:
        case bool() | None | str():
            return
        case int() if abs(value) < _MOST_NUMBER:
            return
        case list():
            for one in value:
                _check(one)
        case dict():
            for name, one in value.items():
                if not isinstance(name, str) or not name.isascii():
                    raise NotCanonical("name")
                _check(one)
        case _:
            raise NotCanonical(type(value).__name__)
