"""Locks with a passphrase, in a process of its own.

scrypt takes more than a second on purpose, and pyrage keeps the interpreter to itself meanwhile: the desk
would stand still. The passphrase goes through a pipe, never on a command line or into the environment.
"""

import subprocess
import sys
from pathlib import Path

from icc_consult.services.errors import KeyDamaged, WrongPassphrase
from icc_consult.trust import age_child

_CHILD = str(Path(age_child.__file__))
_NO_WINDOW = getattr(subprocess, "CREATE_NO_WINDOW", 0)


class LockBroke(Exception):
    """The process that locks ended with a code of its own; what it last said on standard error."""

    def __init__(self, code: int, said: str) -> None:
        super().__init__(code, said)
        self.code, self.said = code, said


def locked(text: bytes, passphrase: str) -> bytes:
    """The text as an age file that any age tool opens."""
    return _asked(b"L", text, passphrase)


def unlocked(text: bytes, passphrase: str) -> bytes:
    """What was locked; raises `WrongPassphrase` or `KeyDamaged`."""
    return _asked(b"U", text, passphrase)


def _asked(act: bytes, text: bytes, passphrase: str) -> bytes:
    secret = passphrase.encode()
    told = b"".join((act, len(secret).to_bytes(4, "big"), secret, text))
    child = [sys.executable, "-P", _CHILD]
    done = subprocess.run(child, input=told, capture_output=True, check=False, creationflags=_NO_WINDOW)
    match done.returncode:
        case 0:
            return done.stdout
        case age_child.WRONG:
            raise WrongPassphrase
        case age_child.DAMAGED:
            raise KeyDamaged
        case code:
            raise LockBroke(code, done.stderr.decode(errors="replace"))
