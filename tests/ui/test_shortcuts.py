"""A stick that was pulled out leaves an empty folder behind on some computers; nothing is written into it."""

from pathlib import Path

import pytest

from ui import shortcuts


def test_the_empty_place_of_a_stick_is_no_stick(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    media, stick = tmp_path / "media", tmp_path / "media" / "BLUE"
    (stick / "inside").mkdir(parents=True)
    assert shortcuts.is_in(stick)
    monkeypatch.setattr(shortcuts, "_MOUNTED", (f"{media}/",))
    assert not shortcuts.is_in(stick)
    monkeypatch.setattr(Path, "is_mount", lambda path: path == stick)
    assert shortcuts.is_in(stick)
    assert shortcuts.is_in(stick / "inside")


def test_any_other_folder_is_in_when_it_is_there(tmp_path: Path) -> None:
    assert shortcuts.is_in(tmp_path)
    assert not shortcuts.is_in(tmp_path / "nowhere")
