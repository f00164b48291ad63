"""After a power cut the kiosk comes back: an entry in the autostart folder while a day is open."""

import os
import re
import sys
from pathlib import Path

from icc_consult.storage.files import write_whole

_NAME = "icc-consult-kiosk.desktop"
_PLAIN = re.compile(r"[\w./:@,+=%-]+")
_ESCAPED_IN_QUOTES = re.compile(r'(["`$\\])')


def autostart_entry() -> Path:
    """Where the freedesktop.org autostart specification wants the entry of this user."""
    home = Path(os.environ.get("XDG_CONFIG_HOME") or "")
    return (home if home.is_absolute() else Path.home() / ".config") / "autostart" / _NAME


def come_back(data: Path, *more: str) -> None:
    """Start the kiosk on this data directory whenever the user's desktop starts. Raises `OSError`.

    `more` are the options that name what is plugged into it.
    """
    command = [sys.executable, "-m", "ui.app", "kiosk", "--data", str(data.resolve()), *more]
    lines = (
        "[Desktop Entry]",
        "Type=Application",
        "Name=ICC Consult",
        f"Exec={' '.join(map(quoted, command))}",
        "Terminal=false",
    )
    entry = autostart_entry()
    entry.parent.mkdir(parents=True, exist_ok=True)
    write_whole(entry, ("\n".join(lines) + "\n").encode(errors="surrogateescape"))


def quoted(argument: str) -> str:
    """An argument of `Exec` as the Desktop Entry Specification wants it, which is not as a shell does."""
    text = argument.replace("%", "%%")
    if not _PLAIN.fullmatch(argument):
        text = '"' + _ESCAPED_IN_QUOTES.sub(r"\\\1", text) + '"'
    return text.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r")


def stay_away() -> None:
    """The day is over: the next start of the desktop shows the desktop."""
    autostart_entry().unlink(missing_ok=True)
