"""Qt reads the message files that we write, as it reads those of its own tools."""

import threading

import pytest
from hypothesis import given
from hypothesis import strategies as st

from PySide6.QtCore import QCoreApplication, QTranslator

from ui.qm import message_file
from ui.translation import GettextTranslator

_TEXTS = st.text(st.characters(codec="utf-8", exclude_characters="\0"), min_size=1, max_size=40)


def _translated(sentences: dict[tuple[str, str], str], source: str, sense: str = "") -> str:
    translator, held = QTranslator(), message_file(sentences)
    assert translator.load(held)
    return translator.translate("AnyFile", source, sense)


def test_a_sentence_comes_back_translated_whatever_file_asks() -> None:
    assert _translated({("", "Next"): "Далі"}, "Next") == "Далі"


def test_a_sense_has_its_own_translation_and_falls_back_to_none() -> None:
    both = {("", "Open"): "Відкрито", ("verb", "Open"): "Відкрити"}
    assert _translated(both, "Open", "verb") == "Відкрити"
    assert _translated(both, "Open", "noun") == "Відкрито"


def test_a_sentence_that_is_not_there_is_not_translated() -> None:
    assert _translated({("", "Next"): "Далі"}, "Back") == ""


@given(st.dictionaries(_TEXTS, _TEXTS, max_size=30))
def test_every_sentence_of_a_catalogue_is_found(texts: dict[str, str]) -> None:
    translator, held = QTranslator(), message_file({("", source): text for source, text in texts.items()})
    assert translator.load(held) or not texts
    assert {source: translator.translate("", source) for source in texts} == texts


def test_another_thread_is_answered_while_this_one_holds_python(qapp: QCoreApplication) -> None:
    translator = GettextTranslator("de")
    translator.install()
    try:
        answers: list[str] = []
        thread = threading.Thread(target=lambda: answers.append(QCoreApplication.translate("", "Next")))
        thread.start()
        thread.join(timeout=30)
        assert answers == ["Weiter"]
    finally:
        qapp.removeTranslator(translator)


@pytest.mark.parametrize(("tag", "word"), [("uk", "Далі"), ("ar", "التالي"), ("en", "Next")])
def test_the_translator_speaks_the_language_it_was_told(qapp: QCoreApplication, tag: str, word: str) -> None:
    translator = GettextTranslator("en")
    translator.install()
    try:
        translator.use(tag)
        assert QCoreApplication.translate("", "Next") == word
    finally:
        qapp.removeTranslator(translator)
