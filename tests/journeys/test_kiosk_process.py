"""The kiosk as a process of its own: it ends when the staff ends it, and when there is nothing to show."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from icc_consult.assets import resources
from icc_consult.cli import main
from icc_consult.storage.locking import DirectoryLock
from icc_consult.storage.places import Places

from tests.rules.tree import ROOT

SAMPLE = resources() / "consultations" / "our-city-our-voice"

STAFF = """
import sys
from PySide6.QtCore import QTimer
from ui.kiosk.journey import Staffing
from ui.kiosk_window import KioskWindow
from ui.app import main

really_show = KioskWindow.show

def show(window, **how):
    def end():
        window.host.cover(Staffing(is_open=True))
        window.host.end_day()
    QTimer.singleShot(300, end)
    really_show(window, **how)

KioskWindow.show = show
raise SystemExit(main(["kiosk", *sys.argv[1:], "--windowed"]))
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("desk")
    (root / "pin").write_text("2468")
    files = ["--passphrase-file", str(root / "words"), "--pin-file", str(root / "pin")]
    assert main(["open", str(SAMPLE), "--data", str(root / "data"), *files]) == 0
    return root / "data"


def kiosk(*arguments: object, program: tuple[str, ...] = ("-m", "ui.app", "kiosk")) -> tuple[int, str]:
    """The exit code of a kiosk, and what it said."""
    env = os.environ | {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}
    call = [sys.executable, *program, *map(str, arguments)]
    done = subprocess.run(call, env=env, cwd=ROOT, capture_output=True, text=True, check=False, timeout=60)
    assert done.stdout == ""
    return done.returncode, done.stderr


def test_the_staff_ends_a_day_though_the_window_is_locked(data: Path) -> None:
    assert kiosk("--data", data, program=("-c", STAFF)) == (0, "")


def test_a_second_kiosk_on_the_same_directory_says_so_and_ends(data: Path) -> None:
    with DirectoryLock(Places(data).lock):
        code, said = kiosk("--data", data, "--windowed")
    assert code == 2
    assert said.count("\n") == 1
    assert "a kiosk is at work here" in said


def test_a_pack_that_is_odd_behind_its_first_pages_is_refused_in_one_sentence(tmp_path: Path) -> None:
    document = json.loads((SAMPLE / "consultation.json").read_bytes())
    document["parts"][0]["questions"][3]["kind"] = "riddle"
    (tmp_path / "consultation.json").write_text(json.dumps(document), encoding="utf-8")
    code, said = kiosk(tmp_path, "--windowed")
    assert code == 2
    assert said.count("\n") == 1
    assert "parts[0].questions[3].kind" in said
    assert "riddle" in said
