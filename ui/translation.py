"""Gives Qt's `qsTr` our gettext catalogue: `use` a language, then let the engine retranslate."""

from itertools import count

from icc_consult.i18n import sentences
from icc_consult.languages import language

from PySide6.QtCore import QCoreApplication, QObject, QTranslator

from ui.qm import message_file

_SOURCE = "en"


class GettextTranslator(QTranslator):
    """A translator for `QCoreApplication.installTranslator`; the second argument of qsTr is the sense."""

    def __init__(self, tag: str = "en", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._number = next(_numbers)
        self._tag = ""
        self._held = b""
        self._ready: dict[str, bytes] = {}
        self.use(tag)

    @property
    def tag(self) -> str:
        """The language in use."""
        return self._tag

    def use(self, tag: str) -> None:
        """Speak another language from the next `engine.retranslate()` on; UnknownLanguage if it is none."""
        known = language(tag).tag
        if known == self._tag:
            return
        self._tag, held = known, self.prepare(known)
        self.load(held)
        self._held = held  # Qt reads these bytes for as long as they are in use

    def prepare(self, tag: str) -> bytes:
        """Bring a language in before it is needed; what Qt reads of it.

        English stands in the QML itself. It has to be said only where another translator would speak instead.
        """
        if tag == _SOURCE and not _ever_installed - {self._number}:
            return b""
        if tag not in self._ready:
            self._ready[tag] = message_file(sentences(tag))
        return self._ready[tag]

    def install(self) -> None:
        """Let the application ask this translator, and ask it once from here.

        The bindings look for a Python override at the first call and remember that there is none; later
        calls, from whatever thread, then never wait for Python.
        """
        _ever_installed.add(self._number)
        if not self._held:
            self._held = self.prepare(self._tag)
            self.load(self._held)
        QCoreApplication.installTranslator(self)
        QCoreApplication.translate("", "Next")


_numbers = count()
_ever_installed: set[int] = set()
