"""What a fresh machine is told, and that the list of system libraries is enough for a window."""

import os
import subprocess
import sys

import pytest

from scripts import system_libraries

WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtQuick import QQuickView
app = QGuiApplication([])
view = QQuickView()
view.frameSwapped.connect(app.quit)
view.show()
app.exec()
print(app.platformName())
"""


@pytest.fixture
def as_somebody(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    commands: list[list[str]] = []
    monkeypatch.setattr(os, "geteuid", lambda: 1000)
    monkeypatch.setattr(subprocess, "run", lambda command, **_: commands.append(command))
    return commands


def test_an_ordinary_user_gets_one_line_to_paste(
    as_somebody: list[list[str]], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(system_libraries, "_loads", lambda library: library != "libEGL.so.1")
    assert system_libraries.main([]) == 3
    lines = [line for line in capsys.readouterr().err.splitlines() if "apt-get install" in line]
    assert [line.endswith(" libegl1") for line in lines] == [True]
    assert as_somebody == []


def test_root_installs_what_is_missing_and_nothing_else(
    as_somebody: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    answers = iter([False, *[True] * 100])
    monkeypatch.setattr(os, "geteuid", lambda: 0)
    monkeypatch.setattr(system_libraries.shutil, "which", lambda name: f"/usr/bin/{name}")
    monkeypatch.setattr(system_libraries, "_loads", lambda _library: next(answers))
    assert system_libraries.main([]) == 0
    assert [command[:2] for command in as_somebody] == [["apt-get", "update"], ["apt-get", "install"]]
    assert as_somebody[1][-1] == "libglib2.0-0"


def test_tests_ask_for_a_virtual_display_too(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_libraries, "_loads", lambda _library: True)
    monkeypatch.setattr(system_libraries.shutil, "which", lambda _name: None)
    assert system_libraries._missing_packages(for_tests=True) == ["xvfb", "xauth", "strace"]
    assert system_libraries._missing_packages(for_tests=False) == []


def test_an_old_python_is_named_with_the_one_that_is_needed(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", (3, 10, 4))
    assert system_libraries.main([]) == 3
    assert "needs Python 3.11 or newer" in capsys.readouterr().err


def test_the_libraries_we_name_are_enough_for_a_window() -> None:
    on_a_screen = {**os.environ, "QT_QPA_PLATFORM": "xcb"}
    shown = subprocess.run(
        ["xvfb-run", "--auto-servernum", sys.executable, "-c", WINDOW],
        env=on_a_screen,
        capture_output=True,
        text=True,
        check=False,
    )
    assert shown.stdout == "xcb\n", shown.stderr
