"""The kiosk comes back after a power cut, and only while a day is open."""

import sys
from pathlib import Path

import pytest

from icc_consult.autostart import autostart_entry, come_back, stay_away


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def test_an_open_day_starts_with_the_desktop(tmp_path: Path) -> None:
    come_back(tmp_path / "our city")
    entry = autostart_entry().read_text(encoding="utf-8")
    assert entry.startswith("[Desktop Entry]\nType=Application\n")
    assert f"Exec={sys.executable} -m ui.app kiosk --data '{tmp_path / 'our city'}'\n" in entry


def test_an_ended_day_does_not(tmp_path: Path) -> None:
    come_back(tmp_path)
    stay_away()
    assert not autostart_entry().exists()
    stay_away()
