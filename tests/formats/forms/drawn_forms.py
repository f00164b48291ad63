"""The forms that stand in the tests as files; `python -m scripts.build_forms` writes them."""

from functools import cache
from pathlib import Path

from icc_consult.packs import Pack
from icc_consult.sources import usable_pack

FORMS = Path(__file__).parents[2] / "data" / "forms"
PATHS = sorted(path for path in FORMS.iterdir() if path.is_file() and path.suffix != ".json")
NAMES = [path.name for path in PATHS]
LARGE = "four_hundred.xlsx"


@cache
def pack_of_form(name: str) -> Pack:
    """What a form becomes."""
    return usable_pack(FORMS / name)
