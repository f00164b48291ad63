"""One application for all tests of screens: the program's own, with its fonts."""

import pytest

from PySide6.QtGui import QGuiApplication

from ui.shell import application


@pytest.fixture(scope="session")
def qapp() -> QGuiApplication:
    """In place of pytest-qt's, which would be another one than windows make for themselves."""
    return application()
