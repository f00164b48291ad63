"""The registry beside Babel, Qt and the fonts: it agrees with them, save for the overrides named here."""

from __future__ import annotations

import unicodedata
from decimal import Decimal
from pathlib import Path

import pytest
from babel import Locale
from babel.numbers import format_decimal
from fontTools.ttLib import TTFont
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.assets import resources
from icc_consult.languages import (
    FSI,
    PDI,
    Language,
    MissingPluralForm,
    UnknownLanguage,
    format_number,
    is_rtl_text,
    isolated,
    known_languages,
    language,
    native_digits,
    picker_order,
    plural,
    script_groups,
)

from PySide6.QtCore import QLocale, Qt

TAGS = tuple(one.tag for one in known_languages())

REQUIRED = {
    *("uk", "ar", "fa-AF", "ps", "fa", "tr", "kmr", "ckb", "ti", "am", "so", "es", "fr", "pt-PT", "ru", "ka"),
    *(
        "sq",
        "bn",
        "ur",
        "hi",
        "pa",
        "pa-Arab",
        "ne",
        "ro",
        "pl",
        "bg",
        "zh-Hans",
        "vi",
        "ta",
        "sw",
        "ln",
        "rom",
    ),
    *("om", "ff", "it", "en", "de"),
}

NOT_IN_QT = {"rom", "kmr"}
NOT_IN_BABEL = {"rom"}
QT_WRITES_OTHER_NUMBERS = {"ar"}
QT_MIRRORS_WITHOUT_BEING_ASKED = {"ar", "fa", "fa-AF"}
QT_NAMES_OTHERWISE = {
    "ckb": "کوردیی ناوەندی",
    "es": "español de España",
    "en": "American English",
    "pt-PT": "português europeu",
    "om": "Oromoo",
    "ff": "Pulaar",
}
BABEL_NAMES_OTHERWISE = {
    "ckb": "کوردیی ناوەندی",
    "fa-AF": "فارسی",
    "ff": "Pulaar",
    "kmr": "kurdî (kurmancî)",
} | {
    "zh-Hans": "中文",
    "om": "Oromoo",
    "pt-PT": "português",
}
EXPONENTS = (0, 1, 2, 3, 4, 5, 6, 7, 10, 11, 12, 21, 22, 100, 103, 111, 1_000_000)


def known(tags: set[str], without: set[str]) -> list[str]:
    return sorted(tags - without)


def test_the_registry_holds_thirty_seven_languages_and_no_other() -> None:
    assert set(TAGS) == REQUIRED
    assert len(TAGS) == 37


@pytest.mark.parametrize("tag", known(set(TAGS), NOT_IN_BABEL))
def test_direction_and_name_are_babels(tag: str) -> None:
    one = language(tag)
    locale = Locale.parse(one.plural_locale)
    assert one.direction == {"left-to-right": "ltr", "right-to-left": "rtl"}[locale.character_order]
    name = Locale.parse(one.plural_locale).languages[locale.language]
    assert BABEL_NAMES_OTHERWISE.get(tag, one.endonym).casefold() == name.casefold()


@pytest.mark.parametrize("tag", known(set(TAGS), NOT_IN_QT))
def test_direction_name_and_script_are_qts(tag: str) -> None:
    one, qt = language(tag), QLocale(tag)
    assert (qt.textDirection() is Qt.LayoutDirection.RightToLeft) is one.is_rtl
    assert QT_NAMES_OTHERWISE.get(tag, one.endonym).casefold() == qt.nativeLanguageName().casefold()


@pytest.mark.parametrize("tag", sorted(NOT_IN_QT))
def test_qt_still_does_not_know_what_it_is_said_not_to_know(tag: str) -> None:
    assert QLocale(tag).language() is QLocale.Language.C


@pytest.mark.parametrize("tag", known(set(TAGS), NOT_IN_QT | QT_WRITES_OTHER_NUMBERS))
def test_numbers_are_written_as_qt_writes_them(tag: str) -> None:
    for whole in (0, 7, 999, 1234, 12345, 1234567):
        assert format_number(whole, tag) == QLocale(tag).toString(whole)
    assert format_number(1234.5, tag) == QLocale(tag).toString(1234.5, "f", 1)


@pytest.mark.parametrize("tag", known(set(TAGS), NOT_IN_BABEL))
def test_numbers_are_babels_once_its_digits_are_turned(tag: str) -> None:
    locale = Locale.parse(language(tag).plural_locale)
    theirs = format_decimal(1234567.5, locale=locale, numbering_system="default")
    assert format_number(1234567.5, tag) == native_digits(theirs, tag)


@pytest.mark.parametrize("tag", known(set(TAGS), NOT_IN_BABEL))
def test_digits_are_those_of_the_numbering_system_babel_names(tag: str) -> None:
    zero = {"latn": "0", "arab": "٠", "arabext": "۰", "beng": "০", "deva": "०"}
    system = Locale.parse(language(tag).plural_locale).default_numbering_system
    assert language(tag).digits[0] == zero[system]


@pytest.mark.parametrize("one", known_languages(), ids=lambda one: one.tag)
def test_ten_digits_count_from_nought_to_nine(one: Language) -> None:
    assert [unicodedata.digit(digit) for digit in one.digits] == list(range(10))


def test_arabic_counts_in_the_digits_of_the_screens_around_it() -> None:
    assert format_number(1234.5, "ar") == "1,234.5"
    assert QLocale("ar").toString(1234) == "١٬٢٣٤"


@pytest.mark.parametrize(
    ("tag", "written"),
    [("fa", "۱۲ از ۴۵"), ("fa-AF", "۱۲ از ۴۵"), ("ckb", "١٢ از ٤٥"), ("bn", "১২ از ৪৫"), ("ne", "१२ از ४५")],
)
def test_only_the_digits_of_a_text_are_turned(tag: str, written: str) -> None:
    assert native_digits("12 از 45", tag) == written


@given(st.integers(-(10**15), 10**15), st.sampled_from(TAGS))
def test_a_formatted_whole_number_reads_back_as_itself(number: int, tag: str) -> None:
    written = format_number(number, tag)
    digits = "".join(str(unicodedata.digit(c)) for c in written if unicodedata.digit(c, None) is not None)
    assert int(digits) == abs(number)
    assert written.startswith("−") == (number < 0)


def test_halves_are_rounded_to_even_and_noughts_kept() -> None:
    assert format_number(Decimal("2.5"), "en", places=0) == "2"
    assert format_number(Decimal("3.5"), "de", places=0) == "4"
    assert format_number(3, "fr", places=1) == "3,0"


FORMS = {name: name for name in ("zero", "one", "two", "few", "many", "other")}


@pytest.mark.parametrize(
    ("tag", "chosen"),
    [
        ("ar", ["zero", "one", "two", "few", "few", "few"]),
        ("pl", ["many", "one", "few", "few", "few", "many"]),
        ("ro", ["few", "one", "few", "few", "few", "few"]),
        ("fr", ["one", "one", "other", "other", "other", "other"]),
        ("am", ["one", "one", "other", "other", "other", "other"]),
        ("rom", ["other", "one", "other", "other", "other", "other"]),
        ("zh-Hans", ["other"] * 6),
    ],
)
def test_counted_forms_follow_cldr(tag: str, chosen: list[str]) -> None:
    assert [plural(tag, n, FORMS) for n in (0, 1, 2, 3, 4, 5)] == chosen


@pytest.mark.parametrize("tag", TAGS)
def test_every_language_has_a_plural_rule_that_ends_in_other(tag: str) -> None:
    rule = Locale.parse(language(tag).plural_locale).plural_form
    assert {rule(n) for n in EXPONENTS} <= rule.tags | {"other"}
    assert plural(tag, 1.5, {"other": "x"}) == "x"


def test_a_missing_plural_form_is_named() -> None:
    with pytest.raises(MissingPluralForm) as caught:
        plural("pl", 3, {"one": "x"})
    assert (caught.value.tag, caught.value.category) == ("pl", "few")


@pytest.mark.parametrize(
    ("asked", "meant"),
    [
        ("pt", "pt-PT"),
        ("pt-BR", "pt-PT"),
        ("PT_pt", "pt-PT"),
        ("prs", "fa-AF"),
        ("fa_AF", "fa-AF"),
        ("fa-IR", "fa"),
        ("pnb", "pa-Arab"),
        ("pa-Arab-PK", "pa-Arab"),
        ("pa-PK", "pa-Arab"),
        ("pa-Guru-IN", "pa"),
        ("ku", "kmr"),
        ("ku-Latn-TR", "kmr"),
        ("rmy", "rom"),
        ("zh", "zh-Hans"),
        ("zh-CN", "zh-Hans"),
        ("cmn-Hans-SG", "zh-Hans"),
        ("en-GB", "en"),
        ("ara", "ar"),
        ("es-419", "es"),
    ],
)
def test_a_tag_finds_the_language_it_stands_for(asked: str, meant: str) -> None:
    assert language(asked).tag == meant


@pytest.mark.parametrize(
    "asked", ["zh-TW", "zh-Hant", "zh-Hant-CN", "ku-Arab", "ff-Adlm", "rhg", "", "ar-Latn"]
)
def test_a_tag_never_comes_back_in_another_script(asked: str) -> None:
    with pytest.raises(UnknownLanguage) as caught:
        language(asked)
    assert caught.value.tag == asked


def test_fallbacks_are_known_and_never_lead_back_by_another_script() -> None:
    for one in known_languages():
        for fallback in one.fallbacks:
            assert language(fallback).tag == fallback
            assert fallback != one.tag


def test_dari_is_called_dari() -> None:
    assert language("fa-AF").endonym == "دری"


def test_nobody_is_sent_back_to_the_language_of_the_state_they_may_have_fled() -> None:
    assert {one.tag: one.fallbacks for one in known_languages() if one.fallbacks} == {
        "fa": ("fa-AF",),
        "fa-AF": ("fa",),
        "ff": ("fr",),
        "ln": ("fr",),
        "pa-Arab": ("ur",),
    }


def test_the_picker_groups_scripts_and_puts_the_chosen_ones_first() -> None:
    assert picker_order(["zh-Hans", "ar", "uk", "fr", "en", "am", "ka", "bn"]) == (
        "en",
        "fr",
        "uk",
        "ka",
        "ar",
        "am",
        "bn",
        "zh-Hans",
    )
    assert picker_order(["de", "ar", "fr", "pt"], first=("ar", "uk", "pt")) == ("ar", "pt-PT", "de", "fr")
    scripts = [script for script, _ in script_groups(TAGS)]
    assert scripts == [
        "Latn",
        "Cyrl",
        "Geor",
        "Arab",
        "Ethi",
        "Beng",
        "Deva",
        "Guru",
        "Taml",
        "Hans",
    ]


def test_an_inserted_name_is_isolated() -> None:
    assert isolated("Δ") == f"{FSI}Δ{PDI}"
    assert is_rtl_text("a ب")
    assert not is_rtl_text("a 1 Ж")


def fonts() -> dict[str, Path]:
    faces = (resources() / "fonts").glob("*-Regular.?tf")
    return {str(TTFont(path)["name"].getDebugName(1)): path for path in faces}


FONTS = fonts()


@pytest.mark.parametrize("one", known_languages(), ids=lambda one: one.tag)
def test_the_own_family_comes_first_draws_the_name_and_sets_the_line_height(one: Language) -> None:
    face = TTFont(FONTS[one.font_families[0]])
    assert set(one.endonym) - {" "} <= {chr(code) for code in face.getBestCmap()} | set("()/")
    ems = (face["hhea"].ascent - face["hhea"].descent + face["hhea"].lineGap) / face["head"].unitsPerEm
    assert one.line_height == pytest.approx(ems, abs=0.006)
    assert set(one.font_families) <= FONTS.keys()


def test_nastaliq_never_writes_sorani() -> None:
    letters = {"ڕ", "ڵ", "ێ"}
    assert not letters <= {chr(code) for code in TTFont(FONTS["Noto Nastaliq Urdu"]).getBestCmap()}
    assert letters <= {chr(code) for code in TTFont(FONTS["Noto Sans Arabic"]).getBestCmap()}
    assert "Noto Nastaliq Urdu" not in language("ckb").font_families


def test_the_documents_tell_the_same_of_every_language() -> None:
    told = (resources().parent / "docs" / "languages.md").read_text("utf-8").splitlines()
    rows = [
        f"| `{one.tag}` | {one.endonym} | {one.english} | {one.script} | {one.direction} | {one.digits[1:4]} "
        f"| {one.keyboard} | {', '.join(one.fallbacks)} |".replace("|  |", "| |")
        for one in known_languages()
    ]
    assert [line for line in told if line.startswith("| `") and line.count("|") == 9] == rows
