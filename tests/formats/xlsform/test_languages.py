"""Columns in languages: every way to write a header, and never a lost text."""

import pytest

from icc_consult.formats.xlsform.form import FormLanguage
from icc_consult.formats.xlsform.problems import What
from icc_consult.formats.xlsform.tongues import tongue_of

from tests.formats.xlsform.sheets import form_of, only, read, said


def with_header(header: str) -> str:
    return f"survey,,,\n,type,name,{header}\n,text,a,Texte\n"


@pytest.mark.parametrize(
    "header",
    [
        "label::French (fr)",
        "label::fr",
        "label::Français (fr)",
        "label :: French (fr)",
        "label::French(fr)",
        "Label::French (fr)",
        "LABEL::French (fr)",
        "caption::French (fr)",
    ],
)
def test_a_header_as_it_should_be_needs_no_word(header: str) -> None:
    reading = read(with_header(header))
    assert reading.form is not None
    assert reading.form.nodes[0].texts["label"] == {"fr": "Texte"}
    assert reading.problems == ()


@pytest.mark.parametrize(
    ("header", "what"),
    [
        ("label:French (fr)", What.HEADER_READ_AS),
        ("Label:fr", What.HEADER_READ_AS),
        ("label : fr", What.HEADER_READ_AS),
        ("label：：French (fr)", What.HEADER_READ_AS),
        ("label::\u200fFrench (fr)", What.HEADER_READ_AS),
        ("label_fr", What.HEADER_READ_AS),
        ("label (French)", What.HEADER_READ_AS),
        ("Label French", What.HEADER_READ_AS),
        ("label::French", What.LANGUAGE_READ_AS),
        ("label::french", What.LANGUAGE_READ_AS),
        ("label::FR", What.LANGUAGE_READ_AS),
        ("label::fra", What.LANGUAGE_READ_AS),
        ("label::French (fra)", What.LANGUAGE_READ_AS),
        ("label::Français", What.LANGUAGE_READ_AS),
        ("label::Francês", What.LANGUAGE_READ_AS),
    ],
)
def test_a_header_that_was_repaired_is_told_at_its_cell(header: str, what: What) -> None:
    reading = read(with_header(header))
    assert reading.form is not None
    assert reading.form.nodes[0].texts["label"] == {"fr": "Texte"}
    assert (what, 2, "D") in said(reading)


@pytest.mark.parametrize(
    ("written", "tag"),
    [
        ("العربية", "ar"),
        ("العربية (ar)", "ar"),
        ("العربية )ar(", "ar"),
        ("(ar) العربية", "ar"),
        ("Farsi", "fa"),
        ("Dari", "fa-AF"),
        ("Dari (prs)", "fa-AF"),
        ("Kurdish (Sorani)", "ckb"),
        ("Kurdish (ckb)", "ckb"),
        ("Kurmancî", "kmr"),
        ("ku", "kmr"),
        ("tir", "ti"),
        ("Tigrinya (tir)", "ti"),
        ("ትግርኛ", "ti"),
        ("Chinese (Simplified)", "zh-Hans"),
        ("zh", "zh-Hans"),
        ("Chinese (zh-Hant)", "zh-Hant"),
        ("Swahili (swh)", "sw"),
        ("Serbian (Latin)", "sr-Latn"),
        ("en_GB", "en"),
        ("English - en", "en"),
    ],
)
def test_names_and_codes_become_tags(written: str, tag: str) -> None:
    assert tongue_of(written).known == tag
    assert tongue_of(written).what in (None, What.LANGUAGE_READ_AS)


@pytest.mark.parametrize(
    ("written", "tag"),
    [("Swedish (se)", "sv"), ("Ukrainian (ua)", "uk"), ("Tigrinya (tg)", "ti"), ("Dari (fa)", "fa-AF")],
)
def test_a_name_is_believed_before_a_wrong_code(written: str, tag: str) -> None:
    tongue = tongue_of(written)
    assert (tongue.known, tongue.what) == (tag, What.LANGUAGE_NAME_WINS)


def test_a_code_that_nobody_here_knows_is_kept_as_it_is() -> None:
    tongue = tongue_of("Zaghawa (zag)")
    assert (tongue.known, tongue.what) == ("zag", What.LANGUAGE_UNREVIEWED)


def test_texts_in_an_unknown_language_are_kept_under_a_tag_for_private_use() -> None:
    reading = read("survey,,,,\n,type,name,label::Elvish,label::Dwarvish\n,text,a,Mae,Baruk\n")
    assert reading.form is not None
    assert reading.form.nodes[0].texts["label"] == {"qaa-x-elvish": "Mae", "qaa-x-dwarvish": "Baruk"}
    assert said(reading) == [(What.LANGUAGE_UNKNOWN, 2, "D"), (What.LANGUAGE_UNKNOWN, 2, "E")]


def test_unknown_names_in_other_scripts_stay_apart() -> None:
    one, other = tongue_of("אאא"), tongue_of("ববব")
    assert one.what is other.what is What.LANGUAGE_UNKNOWN
    assert one.known != other.known


def test_two_names_of_one_language_on_two_sheets_are_one_language() -> None:
    form = form_of(
        """
        | survey  |
        |         | type          | name | label::English |
        |         | select_one yn | a    | A              |
        | choices |
        |         | list_name | name | label::English (en) |
        |         | yn        | y    | Yes                 |
        """
    )
    assert form.languages == (FormLanguage("en", ("English", "English (en)")),)
    assert form.lists["yn"].choices[0].texts["label"] == {"en": "Yes"}


def test_two_columns_of_one_language_on_one_sheet_fill_each_other() -> None:
    reading = read("survey,,,,\n,type,name,label::en,label::English\n,text,a,A,\n,text,b,,B\n,text,c,C,C\n")
    assert reading.form is not None
    assert [node.texts["label"] for node in reading.form.nodes] == [{"en": "A"}, {"en": "B"}, {"en": "C"}]
    assert (What.COLUMN_TWICE, 2, "E") in said(reading)


def test_two_columns_of_one_language_that_contradict_each_other_are_an_error() -> None:
    reading = read("survey,,,,\n,type,name,label::en,label::English\n,text,a,A,B\n")
    assert reading.form is None
    problem = only(reading, What.CELLS_CONTRADICT)
    assert (problem.row, problem.column, problem.detail) == (3, "E", {"text": "B", "other": "A"})


def test_two_kinds_of_portuguese_stay_two_languages() -> None:
    form = form_of(
        "survey,,,,\n,type,name,label::Portuguese (pt-BR),label::Portuguese (pt-PT)\n"
        ",text,a,Ônibus,Autocarro\n"
    )
    assert form.nodes[0].texts["label"] == {"pt-BR": "Ônibus", "pt-PT": "Autocarro"}


def settings(language: str) -> str:
    return f"settings,\n,default_language\n,{language}\n"


def test_plain_texts_are_in_the_default_language() -> None:
    form = form_of(with_header("label") + settings("French (fr)"))
    assert form.default_language == "fr"
    assert form.nodes[0].texts["label"] == {"fr": "Texte"}
    assert form.languages == (FormLanguage("fr", ("French (fr)",)),)


def test_a_plain_text_beside_the_default_language_is_kept_apart_and_told() -> None:
    reading = read(
        "survey,,,,\n,type,name,label,label::Arabic (ar)\n,text,a,Why?,لماذا\n" + settings("Arabic (ar)")
    )
    assert reading.form is not None
    assert reading.form.nodes[0].texts["label"] == {"ar": "لماذا", "und": "Why?"}
    assert said(reading) == [(What.PLAIN_BESIDE_LANGUAGES, 3, "D")]


def test_a_plain_text_fills_a_gap_in_the_default_language() -> None:
    form = form_of(
        "survey,,,,\n,type,name,label,label::Arabic (ar)\n,text,a,لماذا,\n" + settings("Arabic (ar)")
    )
    assert form.nodes[0].texts["label"] == {"ar": "لماذا"}


def test_a_plain_text_that_says_the_same_as_a_language_is_not_kept_twice() -> None:
    reading = read("survey,,,,\n,type,name,label,label::en\n,text,a,Why?,Why?\n")
    assert reading.form is not None
    assert reading.form.nodes[0].texts["label"] == {"en": "Why?"}
    assert reading.problems == ()


@pytest.mark.parametrize("default", ["", "en"])
def test_a_plain_picture_is_for_all_languages(default: str) -> None:
    drawn = "survey,,,,\n,type,name,image,label::en\n,text,a,bus.png,Why?\n"
    reading = read(drawn + (settings(default) if default else ""))
    assert reading.form is not None
    assert reading.form.nodes[0].texts["image"] == {"und": "bus.png"}
    assert reading.problems == ()


def test_a_default_language_that_exists_nowhere_is_told_at_its_cell() -> None:
    reading = read(with_header("label::en") + settings("French (fr)"))
    assert reading.form is not None
    assert reading.form.default_language == "en"
    assert said(reading) == [(What.DEFAULT_LANGUAGE_ABSENT, 6, "B")]


def test_a_default_language_may_be_named_otherwise_than_its_column() -> None:
    reading = read(with_header("label::English (en)") + settings("english"))
    assert reading.form is not None
    assert reading.form.default_language == "en"
    assert reading.problems == ()


def test_the_default_language_called_default_says_nothing() -> None:
    reading = read(with_header("label") + settings("default"))
    assert reading.form is not None
    assert reading.form.default_language == "und"
    assert [what for what, _, _ in said(reading)] == [What.LANGUAGE_NOT_SAID]


def test_missing_translations_are_told_once_a_column_and_language() -> None:
    reading = read("survey,,,,\n,type,name,label::en,label::fr\n,text,a,A,\n,text,b,B,\n,text,c,,C\n")
    found = [problem for problem in reading.problems if problem.what is What.MISSING_TRANSLATION]
    assert [(p.row, p.column, p.detail["language"], p.detail["count"]) for p in found] == [
        (3, "E", "fr", "2"),
        (5, "D", "en", "1"),
    ]


def test_texts_of_every_kind_are_read_in_languages() -> None:
    columns = {
        "label::fr": "label",
        "hint::fr": "hint",
        "guidance_hint::fr": "guidance_hint",
        "constraint_message::fr": "constraint_message",
        "constraining message::fr": "constraint_message",
        "jr:constraintMsg::fr": "constraint_message",
        "bind::jr:requiredMsg::fr": "required_message",
        "required_message::fr": "required_message",
        "media::image::fr": "image",
        "image::fr": "image",
        "big-image::fr": "big-image",
        "media::audio::fr": "audio",
        "video::fr": "video",
    }
    for header, aspect in columns.items():
        form = form_of(with_header(header))
        assert form.nodes[0].texts == {aspect: {"fr": "Texte"}}, header


def test_a_title_in_languages_is_kept() -> None:
    reading = read(with_header("label::fr") + "settings,,\n,form_title,form_title::Arabic (ar)\n,Bus,حافلة\n")
    assert reading.form is not None
    assert (reading.form.title, reading.form.titles) == ("Bus", {"ar": "حافلة"})
