"""The numbers in `docs/torture.md`: a table a part, each from the last run of that part that had no fault."""

import os
import platform
import sqlite3
from collections.abc import Sequence
from datetime import UTC, datetime

from icc_consult.assets import resources

ROOT = resources().parent
PAPER = ROOT / "docs" / "torture.md"
MARK = "<!-- below this line `make torture` writes -->\n"
_HEAD = "\n## "

Rows = Sequence[tuple[str, str]]


def record(title: str, rows: Rows) -> None:
    """Put these numbers in place of those that this part had."""
    head, mark, tables = PAPER.read_text("utf-8").partition(MARK)
    PAPER.write_text(head + mark + with_table(tables, title, [*_surroundings(), *rows]), "utf-8")


def with_table(tables: str, title: str, rows: Rows) -> str:
    """The same tables, one of them new."""
    others = [one for one in tables.split(_HEAD) if one.strip() and not one.startswith(f"{title}\n")]
    lines = "".join(f"| {name} | {told} |\n" for name, told in rows)
    new = f"{title}\n\n| what | how much |\n|---|---|\n{lines}"
    return "".join(_HEAD + one for one in sorted([*others, new]))


def _surroundings() -> Rows:
    return [
        ("day", datetime.now(UTC).date().isoformat()),
        ("machine", f"{os.cpu_count()} cores, {platform.system()} {platform.machine()}"),
        ("versions", f"Python {platform.python_version()}, SQLite {sqlite3.sqlite_version}"),
    ]
