"""Every test is offscreen, alone in its own place, and silent: an unexpected warning anywhere fails it."""

import logging
import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import hypothesis
import pytest

if TYPE_CHECKING:
    from PySide6.QtGui import QGuiApplication

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_QUICK_BACKEND", "software")
os.environ.setdefault("LC_ALL", "C.UTF-8")

hypothesis.settings.register_profile("house", deadline=None)
hypothesis.settings.load_profile("house")


@pytest.fixture(scope="session")
def qapp() -> "QGuiApplication":
    """The program's own application, with its fonts; there can be only one in a process."""
    from ui.shell import application  # noqa: PLC0415 - only tests of the screen bring Qt in

    return application()


@pytest.fixture
def place(tmp_path: Path) -> Path:
    """An empty directory that does not exist yet, where a test lets the program put its things."""
    return tmp_path / "place"


@pytest.fixture(autouse=True)
def silence(request: pytest.FixtureRequest, caplog: pytest.LogCaptureFixture) -> Iterator[None]:
    """Fail on a log record at warning level or above, unless the test is marked to expect its logger."""
    expected = {str(mark.args[0]) for mark in request.node.iter_markers("expects_log")}
    yield
    said = [
        f"{record.name}: {record.getMessage()}"
        for phase in ("setup", "call")
        for record in caplog.get_records(phase)
        if record.levelno >= logging.WARNING and record.name not in expected
    ]
    if said:
        pytest.fail("unexpected log records:\n" + "\n".join(said), pytrace=False)
