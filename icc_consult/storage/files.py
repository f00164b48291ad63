"""Small files that are there whole, or as they were before."""

import json
import os
from collections.abc import Callable, Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any

from icc_consult.disk import sync_directory
from icc_consult.verifying.regular_files import NoRegularFile, TooLargeHere, read_regular


def write_whole(path: Path, content: bytes) -> None:
    """Replace a file at once and durably; raises `OSError` and leaves the old one."""
    part = path.with_name(f".{path.name}.part")
    try:
        part.unlink(missing_ok=True)
        part.touch(mode=0o600, exist_ok=False)
        with part.open("wb") as stream:
            stream.write(content)
            stream.flush()
            os.fsync(stream.fileno())
        part.replace(path)
    except OSError as error:
        error.filename = str(path)
        raise
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    sync_directory(path.parent)


def exchange(path: Path, content: bytes, check: Callable[[bytes], None]) -> None:
    """Replace a file by one that `check` had back from the disk, and fill the old bytes with zeros.

    Whatever `check` or the disk raises leaves the old file.
    """
    new = path.with_name(f".{path.name}.new")
    try:
        write_whole(new, content)
        check(new.read_bytes())
        with path.open("r+b") as old:
            new.replace(path)
            sync_directory(path.parent)
            old.write(bytes(os.fstat(old.fileno()).st_size))
            old.flush()
            os.fsync(old.fileno())
    finally:
        new.unlink(missing_ok=True)


def write_json(path: Path, document: Mapping[str, Any]) -> None:
    """A JSON document for people to read too."""
    write_whole(path, (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode())


def read_json(path: Path) -> Any:
    """What a JSON file holds; raises `OSError`, or `ValueError` for anything that is no JSON or no file."""
    try:
        return json.loads(read_regular(path))
    except RecursionError as error:
        raise ValueError("nesting") from error
    except (NoRegularFile, TooLargeHere) as error:
        raise ValueError(type(error).__name__) from error


def make_directory(path: Path, mode: int = 0o777) -> None:
    """A directory and those above it where they are missing, durably; raises `OSError`."""
    missing = [one for one in (path, *path.parents) if not one.exists()]
    path.mkdir(mode, parents=True, exist_ok=True)
    for one in missing:
        sync_directory(one.parent)


def overwrite(path: Path, content: bytes) -> None:
    """Write over the bytes of a file without needing more room for it; raises `OSError`."""
    with path.open("r+b") as stream:
        stream.write(content)
        stream.truncate()
        stream.flush()
        os.fsync(stream.fileno())


def wipe(path: Path) -> None:
    """Fill a file with zeros and remove it, which is done even where the disk refuses zeros."""
    if not path.exists():
        return
    try:
        overwrite(path, bytes(path.stat().st_size))
    finally:
        path.unlink()
