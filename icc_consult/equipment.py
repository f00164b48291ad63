"""What the program itself brings for a language: its own sentences in it, and letters to write it in."""

from functools import cache

from icc_consult.assets import resources
from icc_consult.i18n import translated_share
from icc_consult.languages import UnknownLanguage, language
from icc_consult.services.readiness import Equipment


def tag_of(tag: str) -> str:
    """The tag as the registry writes it; one that the registry does not know stays as it is."""
    try:
        return language(tag).tag
    except UnknownLanguage:
        return tag


@cache
def equipment(tag: str) -> Equipment:
    """What there is for a language, or nothing where the registry does not know it."""
    try:
        known = language(tag)
    except UnknownLanguage:
        return Equipment(tag, interface=0.0, has_fonts=False, is_mainly_oral=False)
    families = known.font_families[:1]
    files = [resources() / "fonts" / f"{family.replace(' ', '')}-Regular.ttf" for family in families]
    return Equipment(
        known.english,
        interface=translated_share(known.tag),
        has_fonts=bool(files) and all(file.is_file() for file in files),
        is_mainly_oral=known.mainly_oral,
    )
