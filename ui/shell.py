"""What every window needs: the application, its fonts, its voice, and the size of a millimetre."""

import os
import sys
from pathlib import Path

import shiboken6
from PySide6.QtCore import QCoreApplication, QLoggingCategory
from PySide6.QtGui import QGuiApplication, QScreen
from PySide6.QtQml import QQmlEngine
from PySide6.QtQuick import QQuickView

from ui.theme.fonts import offer_fonts, register_fonts
from ui.theme.typesetter import Typesetter
from ui.translation import GettextTranslator

ROOT = Path(__file__).resolve().parent.parent
_INCH = 25.4
_PLAUSIBLE = (2.4, 12.0)
_NO_EDID = 96 / _INCH
# While a screen changes its language, a text may for a moment stand in the font of the language before.
_TOLERATED = "qt.text.font.db=false"


def has_display() -> bool:
    """Whether a window can be shown to somebody."""
    if sys.platform != "linux":
        return True
    return bool(os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"))


def application() -> QGuiApplication:
    """The one application. Without a display it draws offscreen; the software renderer is enough."""
    running = QGuiApplication.instance()
    if isinstance(running, QGuiApplication):
        return running
    os.environ.setdefault("QT_QUICK_BACKEND", "software")
    if not has_display():
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    QCoreApplication.setApplicationName("icc-consult")
    QLoggingCategory.setFilterRules(_TOLERATED)
    has_fonts = offer_fonts()
    app = QGuiApplication(sys.argv[:1])
    if not has_fonts:
        register_fonts()
    return app


def millimetre(screen: QScreen | None, inches: float = 0.0) -> float:
    """Pixels a millimetre: by the given diagonal, else as the screen says where that is plausible."""
    if screen is None:
        return _NO_EDID
    if inches > 0:
        size = screen.size()
        return float((size.width() ** 2 + size.height() ** 2) ** 0.5 / (inches * _INCH))
    measured = screen.physicalDotsPerInch() / _INCH
    return measured if _PLAUSIBLE[0] <= measured <= _PLAUSIBLE[1] else _NO_EDID


class Shell:
    """One window with an engine of its own and a translator that can change language while it is shown."""

    def __init__(self, *, inches: float = 0.0) -> None:
        self.app = application()
        self.view = QQuickView()
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.engine: QQmlEngine = self.view.engine()
        self.engine.addImportPath(str(ROOT))
        self.translator = GettextTranslator()
        self.translator.install()
        self.millimetre = millimetre(self.app.primaryScreen(), inches)

    def load(self, module: str, page: str, **properties: object) -> None:
        """Show one QML component of a module with its first properties."""
        Typesetter.first_millimetre = self.millimetre
        self.view.setInitialProperties({"millimetre": self.millimetre, **properties})
        self.view.loadFromModule(module, page)

    def scale(self, pixels: float) -> None:
        """Set how many pixels a millimetre has."""
        self.millimetre = pixels
        self.view.rootObject().setProperty("millimetre", pixels)

    def speak(self, tag: str) -> None:
        """Say every fixed label of the window in this language."""
        self.translator.use(tag)
        self.engine.retranslate()

    def close(self) -> None:
        """Take the window down with its pages, and let its translator go."""
        QCoreApplication.removeTranslator(self.translator)
        self.view.close()
        shiboken6.delete(self.view)
