"""The rehearsal: one process seals as a kiosk does, another one opens with nothing but the saved key."""

import subprocess
import sys
from pathlib import Path

from icc_consult.services.errors import RehearsalFailed
from icc_consult.trust import trial_child

_CHILD = str(Path(trial_child.__file__))
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)
_TRIAL = b"a response that nobody gave"


def try_out(public: bytes, private: bytes) -> None:
    """Raise `RehearsalFailed` unless the private half opens elsewhere what was sealed elsewhere."""
    sealed = _told("seal", public, _TRIAL)
    if _told("open", private, sealed) != _TRIAL:
        raise RehearsalFailed


def _told(act: str, key: bytes, text: bytes) -> bytes:
    child = [sys.executable, "-P", _CHILD]
    done = subprocess.run(
        child,
        input=f"{act} {key.hex()} {text.hex()}".encode(),
        capture_output=True,
        check=False,
        creationflags=_NO_WINDOW,
    )
    if done.returncode:
        raise RehearsalFailed
    return bytes.fromhex(done.stdout.decode())
