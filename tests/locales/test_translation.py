"""The catalogue behind qsTr, on a live QML item."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from icc_consult import i18n
from icc_consult.catalogues import Catalogue, written
from icc_consult.languages import UnknownLanguage

from PySide6.QtCore import QCoreApplication
from PySide6.QtQml import QQmlComponent, QQmlEngine

from ui.translation import GettextTranslator

QML = b"""
import QtQuick
Item {
    property string plain: qsTr("Open")
    property string verb: qsTr("Open", "verb")
    property string foreign: qsTr("{broken")
}
"""


@pytest.fixture
def shelf(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    catalogue = Catalogue("uk")
    catalogue.add("Open", "Відкрито")
    catalogue.add("Open", "Відкрити", context="verb")
    path = tmp_path / "uk" / "LC_MESSAGES" / "icc_consult.po"
    path.parent.mkdir(parents=True)
    path.write_text(written(catalogue), encoding="utf-8")
    monkeypatch.setattr(i18n, "locales", lambda: tmp_path)


def test_a_live_screen_changes_its_language(shelf: None, qtbot: QtBot) -> None:
    translator = GettextTranslator()
    QCoreApplication.installTranslator(translator)
    try:
        engine = QQmlEngine()
        component = QQmlComponent(engine)
        component.setData(QML, "")
        item = component.create()
        assert [item.property(name) for name in ("plain", "verb", "foreign")] == ["Open", "Open", "{broken"]
        translator.use("uk")
        engine.retranslate()
        assert [item.property(name) for name in ("plain", "verb")] == ["Відкрито", "Відкрити"]
        translator.use("en")
        engine.retranslate()
        assert item.property("verb") == "Open"
    finally:
        QCoreApplication.removeTranslator(translator)


def test_a_translator_speaks_no_unknown_language() -> None:
    translator = GettextTranslator("pt")
    assert translator.tag == "pt-PT"
    with pytest.raises(UnknownLanguage):
        translator.use("tlh")


def test_english_is_not_answered_by_another_language_in_use(shelf: None) -> None:
    other, english = GettextTranslator("uk"), GettextTranslator("en")
    other.install()
    english.install()
    try:
        assert QCoreApplication.translate("", "Open") == "Open"
        english.use("uk")
        assert QCoreApplication.translate("", "Open") == "Відкрито"
    finally:
        QCoreApplication.removeTranslator(english)
        QCoreApplication.removeTranslator(other)
