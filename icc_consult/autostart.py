"""After a power cut the kiosk comes back: an entry in the autostart folder while a day is open."""

import os
import shlex
import sys
from pathlib import Path

_NAME = "icc-consult-kiosk.desktop"


def autostart_entry() -> Path:
    """Where the freedesktop.org autostart specification wants the entry of this user."""
    home = os.environ.get("XDG_CONFIG_HOME") or Path.home() / ".config"
    return Path(home) / "autostart" / _NAME


def come_back(data: Path) -> None:
    """Start the kiosk on this data directory whenever the user's desktop starts. Raises `OSError`."""
    command = [sys.executable, "-m", "ui.app", "kiosk", "--data", str(data.resolve())]
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=ICC Consult",
        f"Exec={shlex.join(command)}",
        "Terminal=false",
    )
    entry = autostart_entry()
    entry.parent.mkdir(parents=True, exist_ok=True)
    entry.write_text("\n".join(lines) + "\n", encoding="utf-8")


def stay_away() -> None:
    """The day is over: the next start of the desktop shows the desktop."""
    autostart_entry().unlink(missing_ok=True)
