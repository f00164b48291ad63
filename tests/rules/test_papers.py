"""Documents can fail: they name only what exists."""

import re
import subprocess
import sys
import tomllib
from functools import cache

import pytest

from tests.rules.tree import ROOT, name_of, sources

CODE = re.compile(r"```[^\n]*\n(.*?)```|`([^`\n]+)`", re.DOTALL)
MAKE = re.compile(r"(?:^|[\s;&])make((?: +[a-z]+)+)", re.MULTILINE)
PROGRAM = re.compile(r"(?:^|[\s/;&])icc-consult +([a-z]+)", re.MULTILINE)
DECISIONS = sorted((ROOT / "docs" / "decisions").glob("*.md"))


def _code_in_papers() -> list[tuple[str, str]]:
    return [
        (name_of(paper), block or span)
        for paper in sources(".md")
        for block, span in CODE.findall(paper.read_text("utf-8"))
    ]


def _named(command: re.Pattern[str]) -> dict[str, str]:
    found = ((paper, found) for paper, code in _code_in_papers() for found in command.findall(code))
    return {word: paper for paper, words in found for word in words.split()}


@cache
def _targets() -> dict[str, str]:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    return dict(re.findall(r"^([a-z]+):[^#\n]*(?:## (.*))?$", makefile, re.MULTILINE))


@cache
def _help() -> str:
    ask = [sys.executable, "-m", "icc_consult", "--help"]
    return subprocess.run(ask, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_papers_name_only_targets_that_make_has() -> None:
    named = _named(MAKE)
    assert named
    assert {target: paper for target, paper in named.items() if target not in _targets()} == {}


def test_papers_name_only_commands_that_the_program_has() -> None:
    named = _named(PROGRAM)
    assert named
    assert {
        command: paper for command, paper in named.items() if not re.search(rf"\b{command}\b", _help())
    } == {}


def test_every_target_of_make_explains_itself() -> None:
    assert [target for target, said in _targets().items() if not said] == []


def test_make_starts_only_programs_that_are_there() -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8")
    modules = re.findall(r"-m ((?:ui|icc_consult|benchmarks)\.[a-z_]+)", makefile)
    started = [
        *(module.replace(".", "/") + ".py" for module in modules),
        *re.findall(r"scripts/\w+\.\w+", makefile),
    ]
    assert started
    assert [path for path in started if not (ROOT / path).exists()] == []


def test_make_alone_says_what_can_be_done() -> None:
    told = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert [target for target in _targets() if f"make {target} " not in told] == []


def test_decisions_are_numbered_without_a_gap() -> None:
    assert [path.name[:4] for path in DECISIONS] == [
        f"{number:04}" for number in range(1, len(DECISIONS) + 1)
    ]
    assert DECISIONS


@pytest.mark.parametrize("record", DECISIONS, ids=lambda path: path.stem)
def test_a_decision_ends_with_the_alternatives_that_were_dropped(record) -> None:
    text = record.read_text("utf-8")
    assert text.startswith(f"# {int(record.name[:4])}. ")
    heading, _, alternatives = text.rpartition("\n## ")
    assert heading
    assert alternatives.startswith("Dropped alternatives\n\n- *")


def test_the_changelog_knows_the_version() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    first = re.search(r"^## (\S+?),", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert first
    assert first[1] == version
