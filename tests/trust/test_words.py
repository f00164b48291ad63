from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.services.errors import PassphraseTooWeak
from icc_consult.trust.words import as_typed_back, new_passphrase, strong_enough, unknown_words, word_list


def test_a_passphrase_is_six_words_of_the_list() -> None:
    words = new_passphrase().split(" ")
    assert len(words) == 6
    assert set(words) <= set(word_list())


def test_the_list_has_2048_words_told_apart_by_four_letters() -> None:
    assert len(word_list()) == 2048
    assert len({word[:4] for word in word_list()}) == 2048


def test_passphrases_do_not_repeat() -> None:
    drawn = Counter(new_passphrase() for _ in range(200))
    assert max(drawn.values()) == 1


SIX = "abandon ability able about above absent"


@pytest.mark.parametrize(
    "typed",
    [SIX, SIX.upper(), f"  {SIX}\n", SIX.replace(" ", "-"), SIX.replace(" ", "\t "), SIX.title()],
)
def test_capitals_hyphens_and_spaces_do_not_matter(typed: str) -> None:
    assert as_typed_back(typed) == SIX


@pytest.mark.parametrize("typed", ["My Own-Secret of 2026", "abandon ability", f"{SIX} absorb"])
def test_a_passphrase_of_another_making_stays_as_it_is(typed: str) -> None:
    assert as_typed_back(f" {typed} ") == typed


def test_a_word_that_is_not_on_the_list_is_pointed_at() -> None:
    assert unknown_words("abandon abilty able") == ("abilty",)


@given(st.text(max_size=15))
def test_a_short_passphrase_is_too_weak(short: str) -> None:
    with pytest.raises(PassphraseTooWeak):
        strong_enough(short)


def test_six_words_are_strong_enough() -> None:
    assert strong_enough(new_passphrase())
