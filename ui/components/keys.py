"""Keys of a keyboard as QML lays them out."""

from collections.abc import Mapping, Sequence

from icc_consult.keyboards import Erase, Key, Row, Space, Turn

LaidOut = Mapping[str, str | bool | float]
_SIGNS = {Erase: "erase", Space: "space", Turn: "turn"}


def keys_of_rows(rows: Sequence[Row]) -> tuple[LaidOut, ...]:
    """Every key of a layer with its row and its column."""
    return tuple(
        _laid_out(row, column, key) for row, keys in enumerate(rows) for column, key in enumerate(keys)
    )


def keys_of_strip(picks: Sequence[Key]) -> tuple[LaidOut, ...]:
    """The candidates above the keys."""
    return tuple(_laid_out(0, index, pick) for index, pick in enumerate(picks))


def _laid_out(row: int, column: int, key: Key) -> LaidOut:
    return {
        "row": row,
        "column": column,
        "label": key.label,
        "width": key.width,
        "sign": _SIGNS.get(type(key), ""),
    }
