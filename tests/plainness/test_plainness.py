"""What is remarked about a text, and what is not."""

import json
from dataclasses import replace

import pytest

from icc_consult.assets import resources
from icc_consult.domain.survey import SingleChoice, Survey
from icc_consult.domain.wording import LanguageTag, Wording
from icc_consult.plainness import Kind, Remark, Role, Subject, consultation_remarks, remarks, tongue
from icc_consult.plainness.remarks import lix, lix_remarks
from icc_consult.plainness.texts import characters, letters, sentences, words
from icc_consult.remark_sentences import told_remarks, unchecked

from tests.builders import EN, sample

LISTS = sorted(place.stem for place in (resources() / "plainness").glob("*.json"))


def kinds(text: str, language: str = "en", role: Role = Role.STATEMENT) -> list[Kind]:
    return [remark.kind for remark in remarks(text, language, role)]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("One. Two! Three?", 3),
        ("Am 3. Mai ist Fest.", 1),
        ("Kommen Sie z. B. heute.", 1),
        ("هل تعرف؟ نعم.", 2),
        ("您去那里吗？我去。", 2),
        ("আমি যাই। তুমি যাও।", 2),
        ("ሰላም ነው። እንሄዳለን።", 2),
        ("Are you ...", 1),
        ("", 0),
    ],
)
def test_a_sentence_ends_where_its_script_ends_it(text: str, count: int) -> None:
    assert len(sentences(text)) == count


def test_words_are_what_stands_between_spaces() -> None:
    assert words("« Non », dit-elle — c’est 12.") == ("Non", "dit-elle", "c’est", "12")
    assert words("کار می‌کنند؟") == ("کار", "می‌کنند")


def test_a_long_word_is_measured_between_hyphens_and_without_marks() -> None:
    assert letters("recém-chegadas") == 8
    assert letters("l’association") == 11
    assert letters("স্বাস্থ্য") == 5


def test_chinese_is_counted_in_characters() -> None:
    assert characters("过去 12 个月，") == 6
    long = "市" * 25
    assert remarks(long, "zh-Hans", Role.STATEMENT) == (Remark(Kind.MANY_CHARACTERS, 25, 24),)
    assert remarks(long, "zh-Hans", Role.LINE) == ()


def test_twelve_words_are_enough_for_a_statement_and_fifteen_for_a_line() -> None:
    twelve = "We all go to the old park on a nice warm day"
    assert kinds(twelve) == []
    assert remarks(f"{twelve} today", "en", Role.STATEMENT) == (Remark(Kind.MANY_WORDS, 13, 12),)
    assert kinds(f"{twelve} in late May", role=Role.LINE) == []
    assert kinds(f"{twelve} in late May again", role=Role.LINE) == [Kind.MANY_WORDS]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The city does not listen."),
        ("en", "People don’t listen."),
        ("fr", "La ville n’écoute pas."),
        ("de", "Hier hört mir niemand zu."),
        ("tr", "Burada kimse dinlemiyor."),
        ("ar", "البلدية لا تستمع إلينا."),
        ("fa", "شهرداری گوش نمی‌دهد."),
        ("ur", "بلدیہ نہیں سنتی۔"),
        ("bn", "শহর কথা শোনে না।"),
        ("am", "ከተማው አይሰማም።"),
        ("zh-Hans", "市政府不听我们的意见。"),
        ("uk", "Місто не слухає."),
    ],
)
def test_a_no_in_what_is_asked_is_remarked(language: str, text: str) -> None:
    assert Kind.NEGATION in kinds(text, language)
    assert Kind.NEGATION not in kinds(text, language, Role.LINE)


@pytest.mark.parametrize(
    ("language", "text"),
    [("en", "Nothingness notes knots."), ("zh-Hans", "这里有没有不同的人？"), ("de", "Die Nichte niest.")],
)
def test_a_word_that_only_looks_like_a_no_is_none(language: str, text: str) -> None:
    assert kinds(text, language) == []


def test_and_joins_two_ideas_only_where_a_clause_may_stand_on_either_side() -> None:
    assert kinds("The city and nearby towns should welcome people.") == []
    assert kinds("The buses are too slow and the rent is high.") == [Kind.TWO_IDEAS]
    assert kinds("The city listens but forgets.") == [Kind.TWO_IDEAS]
    assert kinds("Buses come late. Rents are high.") == [Kind.TWO_SENTENCES]


@pytest.mark.parametrize(
    ("text", "subject"),
    [
        ("Which passport do you have?", Subject.NATIONALITY),
        ("Do you pray?", Subject.RELIGION),
        ("When did you ask for asylum?", Subject.LEGAL_STATUS),
        ("Do you have a disability?", Subject.HEALTH),
    ],
)
def test_what_people_cannot_always_say_without_fear_is_remarked(text: str, subject: Subject) -> None:
    assert [remark.subject for remark in remarks(text, "en", Role.QUESTION)] == [subject]
    assert remarks(text, "en", Role.LINE) == ()


def test_turkish_capitals_are_turkish() -> None:
    (remark,) = remarks("Irkınız nedir?", "tr", Role.QUESTION)
    assert (remark.subject, remark.word) == (Subject.NATIONALITY, "ırkınız")


def test_vowel_marks_do_not_hide_an_arabic_word() -> None:
    (remark,) = remarks("ما هو دِينُك؟", "ar", Role.QUESTION)
    assert remark.subject is Subject.RELIGION


def test_lix_is_the_length_of_sentences_and_the_share_of_long_words() -> None:
    lines = ["I want a garden today always."] * 20
    assert lix(lines) == 6
    assert lix(["I want a garden together always."] * 20) == 6 + 17
    assert lix(lines[:16]) == 0


def test_lix_is_told_only_where_it_was_measured() -> None:
    hard = ["Administrations communicate complicated information."] * 30
    assert lix_remarks(hard, "en") == (Remark(Kind.LIX, 104, 30),)
    assert lix_remarks(hard, "tr") == ()


def test_a_language_without_lists_is_not_checked_and_says_so() -> None:
    assert remarks("word " * 90, "ka", Role.STATEMENT) == ()
    known = replace(sample().consultation, languages=(LanguageTag("en"), LanguageTag("ka")))
    assert unchecked(known) == (
        "Plain language was not checked in ქართული: there are no word lists for it yet.",
    )


def test_where_lists_cannot_see_everything_it_is_said() -> None:
    known = replace(sample().consultation, languages=(LanguageTag("en"), LanguageTag("ar")))
    assert unchecked(known) == (
        "A no inside a verb, or two ideas in one sentence, may be missed in العربية.",
    )
    assert unchecked(replace(known, languages=(LanguageTag("de"),))) == ()


def test_every_language_of_the_sample_has_lists() -> None:
    assert set(sample().consultation.languages) <= set(LISTS)


@pytest.mark.parametrize("tag", LISTS)
def test_every_listed_phrase_is_found_in_a_sentence_of_its_own(tag: str) -> None:
    known = tongue(tag)
    lists = json.loads((resources() / "plainness" / f"{tag}.json").read_text(encoding="utf-8"))
    assert known is not None
    for phrases, listed in [
        (known.negations, lists["negations"]),
        (known.joiners, lists["joiners"]),
        (known.and_or, lists["and_or"]),
        *((known.subjects[subject], lists["topics"][subject]) for subject in Subject),
    ]:
        assert [one for one in listed if not phrases.search(known.searched(one.replace("*", "a")))] == []


def test_the_sample_has_few_remarks() -> None:
    found = consultation_remarks(sample().consultation)
    assert [(one.place, one.remark.kind) for one in found if one.language == EN] == [
        ("q08/religious", Kind.SUBJECT),
        ("q10", Kind.MANY_WORDS),
        ("s04a", Kind.SUBJECT),
        ("s04c", Kind.SUBJECT),
        ("s08a", Kind.TWO_IDEAS),
    ]
    assert max(sum(one.language == tag for one in found) for tag in LISTS) <= 12


def test_a_sensitive_question_with_a_help_card_may_name_its_subject() -> None:
    known = sample().consultation
    survey = next(part for part in known.parts if isinstance(part, Survey))
    careless = tuple(replace(one, help_card=None) for one in survey.questions)
    found = consultation_remarks(replace(known, parts=(replace(survey, questions=careless),)))
    assert ("q02", EN) not in {(one.place, one.language) for one in consultation_remarks(known)}
    assert ("q02", "fr") in {(one.place, one.language) for one in consultation_remarks(known)}  # it is long
    assert ("q02", EN, Kind.SUBJECT) in {(one.place, one.language, one.remark.kind) for one in found}


def test_a_remark_is_told_with_its_place_and_what_to_do() -> None:
    known = sample().consultation
    text = Wording({EN: "Why do you not have a visa?"})
    part = Survey("one", (SingleChoice(next(known.questions()).id, text),))
    told = told_remarks(replace(known, parts=(part,), languages=(EN,)))
    assert [one.place for one in told] == ["q01", "q01"]
    assert told[0].message == "“not” says no, and agreeing to a no confuses."
    assert told[0].fix == "Say what is instead of what is not."
    assert told[1].message == "“visa” asks about papers or legal status."
    assert told[1].fix == (
        "People may be afraid to answer. Leave it out, or mark the question as sensitive and add a help card."
    )
