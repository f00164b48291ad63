"""Sticks that are in, as pages offer them."""

from collections.abc import Sequence
from pathlib import Path

from ui.desk.scene import Row
from ui.desk.state import DeskState, Field


def stick_rows(state: DeskState, sticks: Sequence[Path], field: Field = Field.PLACE) -> tuple[Row, ...]:
    """Each by its name; chosen is the one that the field holds, or a folder on it."""
    typed = state.text(field).strip()
    return tuple(
        {"name": stick.name or str(stick), "path": str(stick), "chosen": _lies_on(typed, stick)}
        for stick in sticks
    )


def _lies_on(typed: str, stick: Path) -> bool:
    return bool(typed) and Path(typed).is_relative_to(stick)
