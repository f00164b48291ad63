"""Typing, tap by tap: a text that is always whole, in every script."""

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from icc_consult.keyboards import (
    Erase,
    Key,
    Pick,
    Space,
    Turn,
    Typed,
    Types,
    finished,
    keyboard,
    press,
    start,
    typable,
)
from icc_consult.languages import known_languages

TAGS = tuple(one.tag for one in known_languages())


def typed(tag: str, *taps: str | Key) -> Typed:
    """The state after the taps; a text is typed key by key, with the layers turned as a person would."""
    state = start(tag)
    for tap in taps:
        for key in _keys(tap):
            if isinstance(key, Types):
                state = _turned(state, key.text)
            state = press(state, key)
    return state


def _keys(tap: str | Key) -> list[Key]:
    if not isinstance(tap, str):
        return [tap]
    return [Space() if text == " " else Types(text) for text in (tap.split("+") if "+" in tap else tap)]


def _turned(state: Typed, text: str) -> Typed:
    if text in state.keyboard.typed_texts(state.layer):
        return state
    layer = next(layer for layer in state.keyboard.layers if text in state.keyboard.typed_texts(layer))
    return press(state, Turn(layer, ""))


def pick(state: Typed, text: str) -> Typed:
    return press(state, next(key for key in state.strip if key.text == text))


@settings(max_examples=150)
@given(st.data(), st.sampled_from(TAGS), st.integers(0, 12))
def test_whatever_is_tapped_the_text_stays_whole_and_within_bounds(
    data: st.DataObject, tag: str, most: int
) -> None:
    state = start(tag, at_most=most)
    for _ in range(12):
        row = data.draw(
            st.sampled_from([*state.keyboard.rows(state.layer), *([state.strip[:9]] if state.strip else [])])
        )
        state = press(state, data.draw(st.sampled_from(row)))
        assert unicodedata.is_normalized("NFC", state.text)
        assert len(state.text) <= most
        assert bool(state.pending) <= bool(state.strip)
        assert not state.text.startswith(" ")
        assert "  " not in state.text
    assert len(finished(state)) <= most
    assert set(finished(state)) <= typable(tag) | set(state.pending)


@given(st.data(), st.sampled_from(TAGS))
def test_enough_taps_on_erase_leave_nothing(data: st.DataObject, tag: str) -> None:
    state = start(tag)
    for key in data.draw(
        st.lists(st.sampled_from([k for row in keyboard(tag).letters for k in row]), max_size=8)
    ):
        state = press(state, key)
    for _ in range(80):
        state = press(state, Erase())
    assert (state.text, state.pending, state.strip) == ("", "", ())


@pytest.mark.parametrize(
    ("tag", "sentence"),
    [
        ("en", "I feel at home here."),
        ("fr", "Où est l’école ? À côté."),
        ("de", "Straße für Größe."),
        ("tr", "İyi günler ışık."),
        ("pl", "Zażółć gęślą jaźń."),
        ("ro", "Ștefan și Țara înaltă."),
        ("uk", "Мені здоровʼя і ґанок їжі."),
        ("ru", "Ёлка и съезд."),
        ("bg", "Ще ѝ кажа."),
        ("ka", "გამარჯობა ქალაქო."),
        ("ar", "أهلا وسهلا، كيف الحال؟"),
        ("fa", "می\u200cخواهم پژوهش کنم."),
        ("fa-AF", "من از آنجا آمده ام."),
        ("ps", "زه دلته ښه ژوند کوم."),
        ("ckb", "ئێمە لێرە دەژین بە خۆشی."),
        ("ur", "میں یہاں رہتا ہوں۔"),
        ("bn", "আমি এখানে থাকি।"),
        ("hi", "मैं यहाँ रहता हूँ।"),
        ("ne", "म यहाँ बस्छु।"),
        ("pa", "ਮੈਂ ਇੱਥੇ ਰਹਿੰਦਾ ਹਾਂ।"),
        ("ta", "நான் இங்கே வாழ்கிறேன்."),
        ("ff", "Ɓiɗɗo am."),
        ("rom", "Me san ćhavo."),
        ("kmr", "Ez li vir dijîm û çêdikim."),
    ],
)
def test_a_sentence_is_typed_letter_by_letter(tag: str, sentence: str) -> None:
    assert typed(tag, sentence).text == sentence


def test_a_capital_begins_a_sentence_and_only_a_sentence() -> None:
    state = start("fr")
    assert state.layer == "shift"
    state = press(state, Types("A"))
    assert state.layer == "letters"
    state = typed("fr", "A", ".", " ")
    assert state.layer == "shift"
    assert typed("fr", "A", ",", " ").layer == "letters"
    assert start("ar").layer == "letters"
    assert start("ka", "ა.").layer == "letters"


def test_shift_lasts_one_letter_and_the_numbers_last_until_the_space() -> None:
    state = press(typed("en", "A"), Turn("shift", ""))
    assert press(state, Types("B")).layer == "letters"
    numbers = press(press(typed("en", "A"), Turn("marks", "123")), Types("1"))
    assert numbers.layer == "marks"
    assert press(numbers, Erase()).layer == "marks"
    assert press(numbers, Space()).layer == "letters"


def test_a_text_that_was_there_goes_on() -> None:
    state = start("es", "Hola man\u0303ana")
    assert press(state, Types("s")).text == "Hola mañanas"
    assert start("es", "abcdef", at_most=3).text == "abc"


def test_a_full_text_takes_no_more() -> None:
    state = start("en", "abc", at_most=3)
    assert state.is_full
    assert press(state, Types("d")).text == "abc"
    assert press(state, Erase()).text == "ab"


@pytest.mark.parametrize(
    ("taps", "word"),
    [
        ("T+i+ê+\u0301+n+g", "Tiếng"),
        ("T+i+ê+n+g+\u0301", "Tiếng"),
        ("V+i+ê+t+\u0323", "Việt"),
        ("H+o+a+\u0300", "Hòa"),
        ("H+o+a+\u0300+n", "Hoàn"),
        ("N+g+ư+ơ+i+\u0300", "Người"),
        ("Q+u+y+\u0301", "Quý"),
        ("G+i+a+\u0300", "Già"),
        ("G+i+\u0300", "Gì"),
        ("X+o+a+y+\u0301", "Xoáy"),
        ("M+a+\u0300+\u0301", "Má"),
        ("M+a+\u0301+\u0301", "Ma"),
        ("H+u+ê+\u0301", "Huế"),
        ("T+h+u+ơ+\u0309", "Thuở"),
        ("T+h+\u0301", "Th"),
    ],
)
def test_a_vietnamese_tone_finds_its_vowel(taps: str, word: str) -> None:
    assert typed("vi", taps).text == word


@pytest.mark.parametrize(
    ("taps", "word"),
    [
        ("Ɛ+\u0301", "Ɛ\u0301"),
        ("B+ɔ+\u0301+\u0302", "Bɔ\u0302"),
        ("B+a+\u0301", "Bá"),
        ("\u0301", ""),
        ("A+ +\u0301", "A "),
    ],
)
def test_a_lingala_tone_sits_on_the_letter_before_it(taps: str, word: str) -> None:
    assert typed("ln", taps).text == word


def test_erasing_takes_an_accented_letter_whole_and_a_vowel_sign_alone() -> None:
    assert typed("ln", "B+ɛ+\u0301", Erase()).text == "B"
    assert typed("vi", "M+a+\u0301", Erase()).text == "M"
    assert typed("bn", "ক+া+ং", Erase()).text == "কা"
    assert typed("hi", "ड़", Erase()).text == ""
    assert typed("ar", "ب+َ", Erase()).text == "ب"
    assert typed("am", "ሰ", Erase()).text == ""


def test_an_ethiopic_consonant_offers_its_seven_orders() -> None:
    state = typed("ti", "ሰ")
    assert [key.text for key in state.strip][:7] == list("ሰሱሲሳሴስሶ")
    state = pick(state, "ሳ")
    assert state.text == "ሳ"
    assert pick(state, "ስ").text == "ስ"
    assert [key.text for key in typed("am", "ቀ").strip][7:] == list("ቇቈቊቋቌቍ")
    assert typed("am", "ሰ", " ").strip == ()
    assert typed("am", "።").strip == ()


def test_tigrinya_is_written_by_consonant_and_order() -> None:
    state = start("ti")
    for consonant, form in ("ሰሰ", "ለላ", "መም"):
        state = pick(press(state, Types(consonant)), form)
    assert state.text == "ሰላም"


@pytest.mark.parametrize(
    ("tag", "taps", "word"),
    [
        ("bn", "ি", "ই"),
        ("bn", "ক+ি", "কি"),
        ("bn", "ক+া+ি", "কাই"),
        ("bn", "অ+া", "আ"),
        ("hi", "अ+ौ", "औ"),
        ("pa", "ੳ+ੁ", "ਉ"),
        ("pa", "ਸ+਼+ਾ", "ਸ਼ਾ"),
        ("ta", "ா", "ஆ"),
        ("ta", "்", ""),
        ("ar", "َ", ""),
    ],
)
def test_a_vowel_sign_without_a_consonant_stands_alone_or_not_at_all(tag: str, taps: str, word: str) -> None:
    assert typed(tag, taps).text == word


def test_chinese_is_chosen_from_what_the_letters_may_mean() -> None:
    state = typed("zh-Hans", "nihao")
    assert (state.text, state.pending) == ("", "nihao")
    assert state.strip[0].text == "你好"
    assert press(state, Space()).text == "你好"
    half = pick(state, "你")
    assert (half.text, half.pending) == ("你", "hao")
    assert pick(half, "好").text == "你好"
    assert pick(half, "好").strip == ()


def test_what_somebody_chose_is_learnt_by_no_keyboard() -> None:
    """Else the next person is offered the words of the one before."""
    before = typed("zh-Hans", "nihao").strip
    rare = before[-2].text
    for _ in range(20):
        assert pick(typed("zh-Hans", "nihao"), rare).text == rare
    assert typed("zh-Hans", "nihao").strip == before


def test_a_whole_chinese_sentence_is_guessed_from_common_words() -> None:
    assert typed("zh-Hans", "womenxihuanzhegechengshi").strip[0].text == "我们喜欢这个城市"


def test_pending_letters_are_erased_first_settled_by_a_sign_and_never_lost() -> None:
    state = typed("zh-Hans", "nih")
    assert press(state, Erase()).pending == "ni"
    assert typed("zh-Hans", "nihao", "。").text == "你好。"
    assert finished(typed("zh-Hans", "nihao")) == "你好"
    assert finished(typed("zh-Hans", "zzz")) == "zzz"
    assert typed("zh-Hans", "nihao").strip[-1] == Pick("nihao", 5)
    assert typed("zh-Hans", "N", "n").pending == "n"


def test_a_chinese_text_never_grows_beyond_its_bounds() -> None:
    state = start("zh-Hans", "我", at_most=2)
    for letter in "zhongguoren":
        state = press(state, Types(letter))
    assert finished(state) == "我中"
