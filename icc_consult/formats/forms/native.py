"""The columns in which this program keeps what XLSForm has no word for."""

from collections.abc import Mapping
from typing import Any

OWN_PREFIX = "icc::"
_PART = "icc::part"
_FLAGS = {"icc::sensitive": "sensitive", "icc::hidden": "hidden"}
_NUMBERS = {"icc::max_length": "max_length", "icc::max_choices": "max_choices"}
_OF_GROUPS = {"icc::draw": "draw"}
OWN_COLUMNS = frozenset({_PART, "icc::kind", "icc::shuffled", *_FLAGS, *_NUMBERS, *_OF_GROUPS, "read_only"})


def native(cells: Mapping[str, str]) -> dict[str, Any]:
    """The members of a question that its own columns say."""
    if not cells:
        return {}
    flags = {member: True for column, member in _FLAGS.items() if cells.get(column)}
    return flags | _numbers(cells, _NUMBERS)


def native_group(cells: Mapping[str, str]) -> dict[str, Any]:
    """The members of a group that its own columns say."""
    shuffled = {"shuffled": True} if cells.get("icc::shuffled") else {}
    return shuffled | _numbers(cells, _OF_GROUPS)


def _numbers(cells: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, int]:
    return {
        member: int(cells[column])
        for column, member in columns.items()
        if cells.get(column, "").isdecimal() and 0 < int(cells[column]) <= 10_000
    }
