"""Gives Qt's `qsTr` our gettext catalogue: `use` a language, then let the engine retranslate."""

from __future__ import annotations

from icc_consult.i18n import Say

from PySide6.QtCore import QObject, QTranslator


class GettextTranslator(QTranslator):
    """A translator for `QCoreApplication.installTranslator`; QML's second argument of qsTr is the context."""

    def __init__(self, tag: str = "en", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._say = Say(tag)

    @property
    def tag(self) -> str:
        """The language in use."""
        return self._say.tag

    def use(self, tag: str) -> None:
        """Speak another language from the next `engine.retranslate()` on; UnknownLanguage if it is none."""
        self._say = Say(tag)

    def isEmpty(self) -> bool:
        return False

    def translate(
        self,
        context: str,  # noqa: ARG002 - Qt names the file, which says nothing about the sense
        sourceText: str,
        disambiguation: str | None = None,
        n: int = -1,  # noqa: ARG002 - what is counted comes from Python
    ) -> str:
        return self._say.unfilled(sourceText, disambiguation or "")
