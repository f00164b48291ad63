"""Languages a resident may wish for when theirs is not here."""

import json
from functools import cache

from icc_consult.assets import resources


@cache
def wishable_languages() -> tuple[tuple[str, str], ...]:
    """Pairs of BCP 47 tag and the name to show, in the order of their English names."""
    rows = json.loads((resources() / "wishes.json").read_text(encoding="utf-8"))["languages"]
    return tuple((row["tag"], row["name"]) for row in rows)
