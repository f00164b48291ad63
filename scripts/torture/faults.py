"""Lets system calls of a kiosk fail while residents send, with strace, and looks for what was lost."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import product
from pathlib import Path
from typing import IO

from icc_consult.assets import resources
from icc_consult.bootstrap import desk_at, open_kiosk
from icc_consult.services.inspecting import inspect

from scripts.torture.struck import THANKED, TOLD, TURNED_AWAY
from scripts.torture.truth import BAD, Lost, held

ROOT = resources().parent
CALLS = ("write", "pwrite64", "fsync", "fdatasync")
ERRORS = ("EIO", "ENOSPC", "EINTR")
ONCE, LATER, ALWAYS = "1", "6", "1+"
_WHILE = {"EINTR": "1..200"}  # a call that is interrupted is made again, so this one must end
_FILES = ("answers.db", "unfinished.db", "ballast", "trouble.json")
_ATTACHED = "attached"


@dataclass(frozen=True)
class Strike:
    """A system call fails in the files of a kiosk, once or always, from the `first` time on."""

    call: str
    error: str
    when: str

    @property
    def injection(self) -> str:
        """As strace wants it."""
        when = _WHILE.get(self.error, ALWAYS) if self.when == ALWAYS else self.when
        return f"{self.call}:error={self.error}:when={when}"


@dataclass(frozen=True)
class Outcome:
    """How many were thanked, told otherwise, not let in; how often a call failed; what is kept unthanked."""

    thanked: int
    told: int
    turned_away: int
    failures: int
    unthanked: int


def strikes() -> Iterator[Strike]:
    """Each call, each error, once at the first time, once later, and always."""
    yield from (Strike(*words) for words in product(CALLS, ERRORS, (ONCE, LATER, ALWAYS)))


def can_trace() -> bool:
    """Whether strace is here and may be used."""
    command = ["strace", "-qq", "-o", "/dev/null", "true"]
    return bool(shutil.which("strace")) and not subprocess.run(command, check=False).returncode


def struck(data: Path, strike: Strike, *, how: str = "honest") -> Outcome:
    """Let residents send meanwhile, and check afterwards; raises `Lost`."""
    said, failures = _said(data, strike, how)
    words = [line.split() for line in said]
    thanked = {receipt for kind, *rest in words if kind == THANKED for receipt in rest}
    told = {receipt for kind, *rest in words if kind == TOLD for receipt in rest}
    receipts, bodies, _ = held(data)
    bad = [trouble for trouble in inspect(desk_at(data)).troubles if trouble.fault in BAD]
    if not thanked <= receipts or len(receipts) != len(bodies) or bad:
        raise Lost(f"{strike}: {len(thanked - receipts)} of {len(thanked)} thanked, {bad}")
    _goes_on(data)
    away = sum(kind == TURNED_AWAY for kind, *_ in words)
    return Outcome(len(thanked), len(told), away, failures, len(receipts & told))


def _goes_on(data: Path) -> None:
    """The kiosk opens again as if nothing had been."""
    store = open_kiosk(data).store
    if store is None:
        raise Lost("no store")
    store.release()


def _said(data: Path, strike: Strike, how: str) -> tuple[list[str], int]:
    command = [sys.executable, "-m", "scripts.torture.struck", str(data), how]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True) as kiosk:
        assert kiosk.stdin is not None  # noqa: S101 - both were asked for
        assert kiosk.stdout is not None  # noqa: S101
        if kiosk.stdout.readline() != "ready\n":
            raise RuntimeError("the kiosk did not open")
        with _watched(kiosk.pid, data, strike) as log:
            kiosk.stdin.write("go\n")
            kiosk.stdin.flush()
            said = list(_until_done(kiosk.stdout))
        kiosk.kill()
    return said, len(re.findall("INJECTED", log.read_text()))


def _until_done(stream: IO[str]) -> Iterator[str]:
    for line in stream:
        if line == "done\n":
            return
        yield line
    raise Lost("the kiosk broke down")


@contextmanager
def _watched(process: int, data: Path, strike: Strike) -> Iterator[Path]:
    log = data.with_name(f"{data.name}.strace")
    files = [str(data / name) + end for name in _FILES for end in ("", "-journal")]
    command = ["strace", "-f", "-p", str(process), "-o", str(log), "-e", f"trace={','.join(CALLS)}"]
    command += [word for file in (*files, str(data)) for word in ("-P", file)]
    command += ["-e", f"inject={strike.injection}"]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as tracer:
        assert tracer.stderr is not None  # noqa: S101 - it was asked for
        while _ATTACHED not in (line := tracer.stderr.readline()):
            if not line:
                raise RuntimeError("strace could not attach")
        yield log
        tracer.terminate()
