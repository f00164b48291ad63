"""Our fonts reach Qt through fontconfig where it can be told of them."""

from pathlib import Path

import pytest

from icc_consult.assets import resources

from ui.theme.fonts import offer_fonts


@pytest.fixture
def untold(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> pytest.MonkeyPatch:
    """Nobody has told fontconfig anything, and the cache is empty."""
    monkeypatch.setenv("FONTCONFIG_FILE", "")
    monkeypatch.delenv("FONTCONFIG_FILE")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path))
    monkeypatch.setattr("sys.platform", "linux")
    return monkeypatch


def test_fontconfig_is_told_of_our_folder_and_of_no_other_noto(
    untold: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    assert offer_fonts()
    told = (tmp_path / "icc-consult" / "fonts.conf").read_text(encoding="utf-8")
    assert f"<dir>{resources() / 'fonts'}</dir>" in told
    assert "<rejectfont><glob>*/Noto*</glob></rejectfont>" in told


def test_what_somebody_else_told_fontconfig_stays(untold: pytest.MonkeyPatch, tmp_path: Path) -> None:
    untold.setenv("FONTCONFIG_FILE", "/etc/fonts/fonts.conf")
    assert not offer_fonts()
    assert not any(tmp_path.iterdir())


def test_without_fontconfig_or_a_cache_every_face_is_registered(
    untold: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    (tmp_path / "icc-consult").write_text("in the way")
    assert not offer_fonts()
    untold.setattr("sys.platform", "win32")
    assert not offer_fonts()
