"""Brings the program's own fonts to Qt, before all others of their names."""

import os
import sys
from pathlib import Path

from icc_consult.assets import resources

# Ours, then the machine's for characters that ours lack; of Noto only ours, which are of one weight each.
_CONFIGURATION = """<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "urn:fontconfig:fonts.dtd">
<fontconfig>
  <dir>{ours}</dir>
  <dir>/usr/share/fonts</dir>
  <dir>/usr/local/share/fonts</dir>
  <cachedir>/var/cache/fontconfig</cachedir>
  <cachedir prefix="xdg">fontconfig</cachedir>
  <selectfont>
    <acceptfont><glob>{ours}/*</glob></acceptfont>
    <rejectfont><glob>*/Noto*</glob></rejectfont>
  </selectfont>
  <match target="pattern">
    <edit name="hintstyle" mode="append"><const>hintslight</const></edit>
  </match>
</fontconfig>
"""


def offer_fonts() -> bool:
    """Make our folder one of fontconfig's, which has read it once and for all; whether Qt asks fontconfig.

    To be called before the application is made.
    """
    if sys.platform != "linux" or "FONTCONFIG_FILE" in os.environ:
        return False
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    ours = str(resources() / "fonts").replace("&", "&amp;").replace("<", "&lt;")
    try:
        file = _written(cache / "icc-consult" / "fonts.conf", _CONFIGURATION.format(ours=ours))
    except OSError:
        return False
    os.environ["FONTCONFIG_FILE"] = str(file)
    return True


def _written(file: Path, content: str) -> Path:
    if not file.is_file() or file.read_text(encoding="utf-8") != content:
        file.parent.mkdir(parents=True, exist_ok=True)
        part = file.with_name(f"fonts-{os.getpid()}.conf")
        part.write_text(content, encoding="utf-8")
        part.replace(file)
    return file


def register_fonts() -> int:
    """Register every font that the set-up laid into `resources/fonts`; how many faces there are.

    This reads every face: a tenth of the time to the first page.
    """
    from PySide6.QtGui import QFontDatabase  # noqa: PLC0415 - where fontconfig tells of our fonts nobody asks it

    faces = sorted((resources() / "fonts").glob("**/*.[to]t[fc]"))
    return sum(QFontDatabase.addApplicationFont(str(face)) >= 0 for face in faces)
