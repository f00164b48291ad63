"""Carves a small face out of one that takes long to read, for the names of the languages written in it.

On the picker Nastaliq writes one word; reading all its rules for that costs a tenth of the start. The carved
face has the letters of those names and the rules that join them, so it draws them as the whole one does.
"""

import shutil
import sys

from fontTools.subset import Options, Subsetter
from fontTools.ttLib import TTFont

from icc_consult.assets import resources
from icc_consult.languages import known_languages

PLACE = resources() / "fonts"
FAMILIES = ("Noto Nastaliq Urdu",)
_NAMES = (1, 3, 4, 6, 16)  # those of the name table that tell the family apart


def names(family: str) -> list[str]:
    """The names of all languages that are written in this family first."""
    return [one.endonym for one in known_languages() if one.font_families[0] == family]


def main() -> int:
    """Carve every weight of every such family anew."""
    for family in FAMILIES:
        stem = family.replace(" ", "")
        for whole in sorted(PLACE.glob(f"{stem}-*.ttf")):
            font = TTFont(whole)
            _carve(font, family)
            font.save(whole.with_name(whole.name.replace(stem, f"{stem}Names")))
        shutil.copyfile(PLACE / f"{stem}-OFL.txt", PLACE / f"{stem}Names-OFL.txt")
    return 0


def _carve(font: TTFont, family: str) -> None:
    options = Options(layout_features=["*"], name_IDs=["*"], drop_tables=["meta"])
    subsetter = Subsetter(options)
    subsetter.populate(text="".join(names(family)))
    subsetter.subset(font)
    stem = family.replace(" ", "")
    for record in font["name"].names:
        if record.nameID in _NAMES:
            told = record.toUnicode().replace(family, f"{family} Names")
            record.string = told.replace(stem, f"{stem}Names")


if __name__ == "__main__":
    sys.exit(main())
