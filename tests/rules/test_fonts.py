import hashlib
import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from fontTools.ttLib import TTFont

from scripts import fetch_fonts
from tests.rules.tree import ROOT

PLACE = ROOT / "resources" / "fonts"
LANGUAGES: dict[str, dict[str, str]] = json.loads(
    Path(__file__).with_name("exemplars.json").read_text(encoding="utf-8")
)
FACES = [face for faces in fetch_fonts.pinned().values() for face in faces]


@cache
def _font(name: str) -> Any:
    return TTFont(PLACE / name, lazy=True)


@pytest.mark.parametrize("weight", ["Regular", "Bold"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_every_language_can_be_written_in_its_own_font(language: str, weight: str) -> None:
    needed = LANGUAGES[language]
    own = _font(f"{needed['font']}-{weight}.ttf").getBestCmap()
    common = _font(f"NotoSans-{weight}.ttf").getBestCmap()
    written = set(needed["endonym"] + needed["letters"] + needed["letters"].upper())
    foreign = {letter for letter in written if ord(letter) not in own}
    assert {letter for letter in foreign if letter.isalpha() or ord(letter) not in common} == set()


def test_signs_have_a_glyph_somewhere() -> None:
    signs = [_font(f"NotoSansSymbols{second}-Regular.ttf").getBestCmap() for second in ("", "2")]
    assert [sign for sign in "✓✗?←→▶" if not any(ord(sign) in glyphs for glyphs in signs)] == []


@pytest.mark.parametrize("face", FACES, ids=lambda face: face.name)
def test_every_font_is_the_one_that_was_pinned(face: fetch_fonts.Face) -> None:
    assert hashlib.sha256((PLACE / face.name).read_bytes()).hexdigest() == face.sha256


def test_every_font_is_static_and_carries_its_licence() -> None:
    fonts = sorted(PLACE.glob("*.ttf"))
    assert fonts
    assert [font.name for font in fonts if "fvar" in _font(font.name)] == []
    licences = {path.name.removesuffix("-OFL.txt") for path in PLACE.glob("*-OFL.txt")}
    assert {font.stem.split("-")[0] for font in fonts} == licences


def test_a_font_that_is_not_the_pinned_one_is_refused(place: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    place.mkdir()
    monkeypatch.setattr(fetch_fonts, "PLACE", place)
    with pytest.raises(fetch_fonts.WrongFont):
        fetch_fonts._keep(fetch_fonts.Face("A.ttf", "package/A.ttf", "0" * 64), b"something else")
    assert list(place.iterdir()) == []
