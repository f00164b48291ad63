"""The kiosk comes back after a power cut, and only while a day is open."""

import sys
from pathlib import Path

import pytest

from icc_consult.autostart import autostart_entry, come_back, quoted, stay_away


@pytest.fixture(autouse=True)
def _home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", str(tmp_path))


def test_an_open_day_starts_with_the_desktop(tmp_path: Path) -> None:
    come_back(tmp_path / "our city")
    entry = autostart_entry().read_text(encoding="utf-8")
    assert entry.startswith("[Desktop Entry]\nType=Application\n")
    assert f'Exec={sys.executable} -m ui.app kiosk --data "{tmp_path / "our city"}"\n' in entry
    assert [path.name for path in autostart_entry().parent.iterdir()] == [autostart_entry().name]


def test_what_was_plugged_in_is_named_again(tmp_path: Path) -> None:
    come_back(tmp_path, "--scanner", "/dev/serial/by-id/usb Scanner")
    assert f'kiosk --data {tmp_path} --scanner "/dev/serial/by-id/usb Scanner"\n' in (
        autostart_entry().read_text(encoding="utf-8")
    )


@pytest.mark.parametrize(
    ("argument", "written"),
    [
        ("/data/city-1", "/data/city-1"),
        ("/data/our city", '"/data/our city"'),
        ("/data/50%off", "/data/50%%off"),
        ("/it's", '"/it\'s"'),
        ('/a"b', r'"/a\\"b"'),
        ("/a$b`c", r'"/a\\$b\\`c"'),
        ("/a\\b", r'"/a\\\\b"'),
        ("/a\nExec=rm", r'"/a\nExec=rm"'),
        ("/données", "/données"),
    ],
)
def test_a_path_is_quoted_as_desktops_read_it(argument: str, written: str) -> None:
    assert quoted(argument) == written
    assert "\n" not in quoted(argument)


@pytest.mark.parametrize("home", ["", "relative/config"])
def test_the_entry_lies_at_home_where_no_other_place_is_named(
    monkeypatch: pytest.MonkeyPatch, home: str
) -> None:
    monkeypatch.setenv("XDG_CONFIG_HOME", home)
    assert autostart_entry() == Path.home() / ".config" / "autostart" / "icc-consult-kiosk.desktop"


def test_an_ended_day_does_not(tmp_path: Path) -> None:
    come_back(tmp_path)
    stay_away()
    assert not autostart_entry().exists()
    stay_away()
