"""Keys found for a text bring forth exactly that text."""

import pytest

from icc_consult.keyboards import finished, press, start

from ui.demo.spelling import CannotBeTyped, keys_of, words_in

from tests.builders import sample

CONSULTATION = sample().consultation


@pytest.mark.parametrize("tag", CONSULTATION.languages)
def test_somebody_of_every_language_finds_words_and_their_keys(tag: str) -> None:
    words = words_in(CONSULTATION, tag)
    assert len(words) >= 3
    for text in words:
        typed = start(tag)
        for key in keys_of(tag, text):
            typed = press(typed, key)
        assert finished(typed) == text


def test_what_a_keyboard_does_not_have_is_said() -> None:
    with pytest.raises(CannotBeTyped):
        list(keys_of("uk", "ß"))
