"""What the kiosk's first frame must not wait for. The benchmarks measure times; this guards their cause."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from icc_consult.assets import resources
from icc_consult.cli import main

from scripts.compile_locales import compile_all
from tests.rules.tree import ROOT

SAMPLE = resources() / "consultations" / "our-city-our-voice"
HEAVY = {
    "babel",
    "concurrent",
    "cv2",
    "decimal",
    "miniaudio",
    "mnemonic",
    "nacl",
    "numpy",
    "pyrage",
    "qrcode",
    "re2",
    "rfc8785",
    "serial",
    "sqlalchemy",
    "sqlite3",
    "zxingcpp",
}
LATER = {"domain.survey", "keyboards", "packs", "services", "storage.store", "trust"}

FIRST_FRAME = """
import json, os, sys
from ui.kiosk_window import KioskWindow
from ui.app import main

really_show = KioskWindow.show

def drawn(window):
    print(json.dumps([window.view_model.page_name, sorted(sys.modules)]), flush=True)
    os._exit(0)

def show(window, **how):
    window.shell.view.frameSwapped.connect(lambda: drawn(window))
    if sys.argv[1] == "languages":
        window.host.go_on()
    really_show(window, **how)

KioskWindow.show = show
main(["kiosk", *sys.argv[2:], "--windowed"])
"""


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("desk")
    (root / "pin").write_text("2468")
    files = ["--passphrase-file", str(root / "words"), "--pin-file", str(root / "pin")]
    assert main(["open", str(SAMPLE), "--data", str(root / "data"), *files]) == 0
    return root / "data"


def _loaded_at_first_frame(page: str, *arguments: str) -> set[str]:
    list(compile_all(ROOT))  # a catalogue that is older than its source needs Babel
    env = os.environ | {
        "QT_QPA_PLATFORM": "offscreen",
        "QT_QUICK_BACKEND": "software",
        "PYTHONPATH": str(ROOT),
    }
    call = [sys.executable, "-c", FIRST_FRAME, page, *arguments]
    said = subprocess.run(call, env=env, capture_output=True, text=True, check=False, timeout=60)
    assert said.stdout, said.stderr
    shown, modules = json.loads(said.stdout)
    assert shown == page
    return set(modules)


def _unwanted(modules: set[str]) -> set[str]:
    later = {f"icc_consult.{name}" for name in LATER}
    return {name for name in modules if name.partition(".")[0] in HEAVY or name in later}


@pytest.mark.parametrize("page", ["welcome", "languages"])
def test_the_first_pages_of_an_opened_kiosk_wait_for_no_database_and_no_cipher(data: Path, page: str) -> None:
    assert _unwanted(_loaded_at_first_frame(page, "--data", str(data))) == set()


def test_practice_starts_as_lightly(data: Path) -> None:
    assert _unwanted(_loaded_at_first_frame("welcome", str(SAMPLE))) == set()


def test_a_given_pack_that_is_the_opened_one_is_only_compared(data: Path) -> None:
    assert _unwanted(_loaded_at_first_frame("languages", str(SAMPLE), "--data", str(data))) == set()


def test_what_is_plugged_in_comes_after_the_first_page(data: Path) -> None:
    plugged = ("--scanner", "/dev/null", "--camera")
    assert _unwanted(_loaded_at_first_frame("welcome", "--data", str(data), *plugged)) == set()
