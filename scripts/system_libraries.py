"""Makes sure that this machine has what pip cannot bring: a recent Python, venv, and Qt's system libraries.

Runs on the machine's own python3, before anything of ours exists. As root it installs what is missing
through apt-get; otherwise it prints the one line to paste and stops with exit code 3.
"""

from __future__ import annotations

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys

OLDEST_PYTHON = (3, 11)

WINDOW_LIBRARIES = {
    "libglib-2.0.so.0": "libglib2.0-0",
    "libGL.so.1": "libgl1",
    "libEGL.so.1": "libegl1",
    "libfontconfig.so.1": "libfontconfig1",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libdbus-1.so.3": "libdbus-1-3",
    "libgssapi_krb5.so.2": "libgssapi-krb5-2",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxcb-shape.so.0": "libxcb-shape0",
}
TEST_PROGRAMS = {"Xvfb": "xvfb", "xauth": "xauth", "strace": "strace"}


def main(arguments: list[str]) -> int:
    """Return 0 when everything is there, 3 when something is missing that this user may not install."""
    if sys.version_info < OLDEST_PYTHON:
        return _refuse_this_python()
    missing = _missing_packages(for_tests="--for-tests" in arguments)
    if missing and _may_install():
        _install(missing)
        missing = _missing_packages(for_tests="--for-tests" in arguments)
    return _ask_for(missing) if missing else 0


def _missing_packages(*, for_tests: bool) -> list[str]:
    missing = [package for library, package in WINDOW_LIBRARIES.items() if not _loads(library)]
    if for_tests:
        missing += [package for program, package in TEST_PROGRAMS.items() if not shutil.which(program)]
    if importlib.util.find_spec("ensurepip") is None:
        missing.append(f"python{sys.version_info[0]}.{sys.version_info[1]}-venv")
    return missing


def _loads(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _may_install() -> bool:
    return os.geteuid() == 0 and shutil.which("apt-get") is not None


def _install(packages: list[str]) -> None:
    command = ["apt-get", "install", "--yes", "--no-install-recommends", *packages]
    quiet = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    sys.stderr.write(f"Installing what Qt needs from this system: {' '.join(packages)}\n")
    subprocess.run(["apt-get", "update"], env=quiet, check=False)
    subprocess.run(command, env=quiet, check=False)


def _ask_for(packages: list[str]) -> int:
    names = " ".join(packages)
    sys.stderr.write(
        "Some system packages are missing. Paste this line, then run the same command again:\n\n"
    )
    sys.stderr.write(
        f"    sudo apt-get update && sudo apt-get install --yes --no-install-recommends {names}\n\n"
    )
    return 3


def _refuse_this_python() -> int:
    found, wanted = (".".join(map(str, version[:2])) for version in (sys.version_info, OLDEST_PYTHON))
    sys.stderr.write(f"ICC Consult needs Python {wanted} or newer; {sys.executable} is {found}.\n")
    sys.stderr.write("With a newer one installed, name it: make PYTHON=python3.11 run\n")
    return 3


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
