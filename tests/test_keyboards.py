"""Keyboards: every letter of every language, on keys that fit and can be drawn."""

import gzip
import json
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from icc_consult.assets import resources
from icc_consult.keyboards import (
    Erase,
    Layer,
    Space,
    Turn,
    Types,
    keyboard,
    typable,
)
from icc_consult.keyboards.layout import FULL_ROW
from icc_consult.languages import UnknownLanguage, known_languages, language

TAGS = tuple(one.tag for one in known_languages())
EXEMPLARS: dict[str, dict[str, str]] = json.loads(
    Path(__file__).with_name("rules").joinpath("exemplars.json").read_text("utf-8")
)
ROMANI = "abcćčdefghijklmnoprsśštuvxzźžʒθçëäǎěǐǒǔ"
SENTENCE_SIGNS = {
    "Arab": "،؟.!:",
    "Beng": "।,?!:",
    "Cyrl": ".,?!:",
    "Deva": "।,?!:",
    "Ethi": "።፣?!:",
    "Geor": ".,?!:",
    "Guru": "।,?!:",
    "Hans": "。，？！：、",
    "Latn": ".,?!:",
    "Taml": ".,?!:",
}


@pytest.mark.parametrize("tag", TAGS)
def test_every_letter_of_a_language_can_be_typed(tag: str) -> None:
    letters = ROMANI if tag == "rom" else EXEMPLARS.get(tag, EXEMPLARS.get("pt", {}))["letters"]
    wanted = {letter for letter in letters if letter.isalpha() or unicodedata.category(letter)[0] == "M"}
    assert wanted
    assert wanted - typable(tag) == set()
    if keyboard(tag).case != "none" and tag != "zh-Hans":
        assert {letter.upper() for letter in wanted if letter != "ß" and len(letter.upper()) == 1} <= typable(
            tag
        )


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_has_its_digits_the_latin_ones_and_its_sentence_signs(tag: str) -> None:
    one = language(tag)
    assert set(one.digits) | set("0123456789") | set(SENTENCE_SIGNS[one.script]) | set("()-") <= typable(
        tag
    ) | set("-")


@pytest.mark.parametrize("tag", TAGS)
def test_a_keyboard_fits_twelve_large_keys_a_row_and_four_rows_above_the_bar(tag: str) -> None:
    board = keyboard(tag)
    for layer in board.layers:
        rows = board.rows(layer)
        assert 3 <= len(rows) <= 5
        assert all(sum(key.width for key in row) <= FULL_ROW for row in rows)
        assert sum(key.width for key in rows[-1]) == FULL_ROW
        assert all(key.width >= 1 for row in rows for key in row)
        assert any(isinstance(key, Erase) for key in rows[-1])
        assert any(isinstance(key, Space) and key.width >= 3 for key in rows[-1])


@pytest.mark.parametrize("tag", TAGS)
def test_no_key_stands_twice_in_a_layer_and_every_layer_leads_back(tag: str) -> None:
    board = keyboard(tag)
    for layer in board.layers:
        body = [key.text for row in board.rows(layer)[:-1] for key in row if isinstance(key, Types)]
        assert len(body) == len(set(body))
    reached: set[Layer] = {"letters"}
    for _ in board.layers:
        reached |= {key.layer for layer in reached for key in board.rows(layer)[-1] if isinstance(key, Turn)}
    assert reached == set(board.layers)


FONTS = {
    str(TTFont(path)["name"].getDebugName(1)): {chr(code) for code in TTFont(path).getBestCmap()}
    for path in (resources() / "fonts").glob("Noto*-Regular.?tf")
}


@pytest.mark.parametrize("tag", TAGS)
def test_every_key_can_be_drawn_in_the_fonts_of_its_language(tag: str) -> None:
    drawn = set().union(*(FONTS[family] for family in language(tag).font_families))
    board = keyboard(tag)
    labels = "".join(key.label for layer in board.layers for row in board.rows(layer) for key in row)
    assert set(labels) - drawn - {"\u200c", "\u200d"} == set()
    assert {character for character in typable(tag) if character.isprintable()} - drawn == set()


def test_the_dictionary_reaches_every_character_of_chinas_common_set() -> None:
    common = set()
    for lead in range(0xB0, 0xD8):
        for trail in range(0xA1, 0xFF):
            common |= set(bytes((lead, trail)).decode("gb2312", "ignore"))
    assert len(common) == 3755
    assert common <= typable("zh-Hans")
    packed = resources() / "pinyin" / "words.json.gz"
    assert packed.stat().st_size < 1_000_000
    assert all(
        spelling.isascii() and spelling.isalpha()
        for spelling in json.loads(gzip.decompress(packed.read_bytes()))
    )


def test_there_is_no_keyboard_for_an_unknown_language() -> None:
    with pytest.raises(UnknownLanguage):
        keyboard("tlh")
