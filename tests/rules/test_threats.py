"""Every threat of SECURITY.md says what is left of it, and names tests that are there."""

import re
from collections import defaultdict

import pytest

from tests.rules.tree import ROOT

PAPER = (ROOT / "SECURITY.md").read_text("utf-8")
THREATS = [f"T{number}" for number in range(1, 22)]
_ROW = re.compile(r"^\| (T\d+) \| (.*) \|$", re.MULTILINE)
_NAME = re.compile(r"`([^`]+)`")


def rows() -> dict[str, list[list[str]]]:
    found: defaultdict[str, list[list[str]]] = defaultdict(list)
    for threat, cells in _ROW.findall(PAPER):
        found[threat].append([cell.strip() for cell in cells.split(" | ")])
    return found


@pytest.mark.parametrize("threat", THREATS)
def test_a_threat_says_what_stands_against_it_and_what_is_left(threat: str) -> None:
    first, *_ = rows()[threat]
    assert len(first) == 3
    assert all(len(cell) > 10 for cell in first)


@pytest.mark.parametrize("threat", THREATS)
def test_a_threat_is_guarded_by_tests_that_are_there(threat: str) -> None:
    _, *guards = rows()[threat]
    assert guards
    for where, names in guards:
        (path,) = _NAME.findall(where)
        source = (ROOT / path).read_text("utf-8")
        assert names == "all of it" or _NAME.findall(names)
        for name in _NAME.findall(names):
            assert re.search(rf"^\s*(def {name}\(|{name} = |class {name}\b)", source, re.MULTILINE), name
