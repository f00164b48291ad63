"""The project speaks of itself only."""

import re
from pathlib import Path

from tests.rules.tree import ROOT, name_of, project_files, sources

TEXT = (".py", ".qml", ".md", ".toml", ".json", ".sh", ".cfg", ".po", ".pot", "")
SOMEBODYS_MACHINE = re.compile(r"(?<![^\s\"'`(=])/(?:home|root|Users|work|mnt)/\w")
LEFTOVERS = re.compile(
    r"\b(?:FIXME|lorem ipsum|language model|as an ai|as requested|issues? #?\d+)\b|\.\./shared\b",
    re.IGNORECASE,
)
LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


def _lines(pattern: re.Pattern[str]) -> list[str]:
    return [
        f"{name_of(path)}: {line.strip()[:80]}"
        for path in sources(*TEXT)
        if path != Path(__file__).resolve()
        for line in path.read_text("utf-8").splitlines()
        if pattern.search(line)
    ]


def test_no_file_names_a_place_on_somebodys_machine() -> None:
    assert _lines(SOMEBODYS_MACHINE) == []


def test_no_file_keeps_what_was_meant_for_its_author() -> None:
    assert _lines(LEFTOVERS) == []


def test_every_link_in_the_papers_leads_to_a_file_of_the_project() -> None:
    papers = sources(".md")
    wrong = [
        f"{name_of(paper)}: {target}"
        for paper in papers
        for target in LINK.findall(paper.read_text("utf-8"))
        if not _is_ours((paper.parent / target).resolve())
    ]
    assert papers
    assert wrong == []


def _is_ours(target: Path) -> bool:
    return target.is_relative_to(ROOT) and (target.is_dir() or target in project_files())
