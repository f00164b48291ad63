"""The paper about the data directory says what the program does."""

from pathlib import Path

from icc_consult.assets import resources
from icc_consult.domain.response import AnswerState, Ended
from icc_consult.services.errors import Fault
from icc_consult.storage import schema
from icc_consult.storage.engine import PRAGMAS

from tests.builders import opened
from tests.sketches import pack_drawn

PAPER = (resources().parent / "docs" / "data-directory.md").read_text("utf-8")


def test_every_file_is_described(place: Path) -> None:
    opened(place, pack_drawn())
    assert [path.name for path in place.iterdir() if f"| `{path.name}` |" not in PAPER] == []


def test_every_table_and_column_is_described() -> None:
    names = {name for table in schema.answers.tables.values() for name in (table.name, *table.columns.keys())}
    assert [name for name in names if f"`{name}`" not in PAPER] == []


def test_every_setting_of_the_databases_is_named() -> None:
    assert [name for name, value in PRAGMAS.items() if f"`{name}={value}`" not in PAPER] == []


def test_every_fault_state_and_ending_is_named() -> None:
    assert [word for word in (*Fault, *AnswerState, *Ended) if f"`{word}`" not in PAPER] == []
