"""The files that belong to the project: all but what .gitignore names."""

from functools import cache
from pathlib import Path

from pathspec import GitIgnoreSpec

ROOT = Path(__file__).resolve().parents[2]


@cache
def project_files() -> tuple[Path, ...]:
    """Every file of the project, whether or not it was committed yet."""
    ignored = GitIgnoreSpec.from_lines([".git/", *(ROOT / ".gitignore").read_text("utf-8").splitlines()])
    return tuple(sorted(ROOT / name for name in ignored.match_tree_files(str(ROOT), negate=True)))


def sources(*suffixes: str) -> list[Path]:
    """The project's files that end in one of these, such as `.py`."""
    return [path for path in project_files() if path.suffix in suffixes]


def name_of(path: Path) -> str:
    """A path as it is written in messages."""
    return path.relative_to(ROOT).as_posix()
