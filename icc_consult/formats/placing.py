"""Files that are handed out: all of them at once, for their owner's eyes only, or none."""

import errno
import os
import shutil
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import mkdtemp

NOTE = "CONFIDENTIAL.txt"
"""The name of the note that says what these files are."""

_PART = ".export-"


@contextmanager
def placing(out: Path, names: Sequence[str]) -> Iterator[Path]:
    """A directory to write files of these names into; they come to `out` where nothing goes wrong."""
    with _made(out):
        _make_ready(out, names)
        part = Path(mkdtemp(prefix=_PART, dir=out))
        try:
            yield part
            for name in names:
                (part / name).chmod(0o600)
            for name in names:
                (part / name).replace(out / name)
        finally:
            shutil.rmtree(part, ignore_errors=True)


@contextmanager
def _made(out: Path) -> Iterator[None]:
    missing = [one for one in (out, *out.parents) if not one.exists()]
    try:
        out.parent.mkdir(parents=True, exist_ok=True)
        out.mkdir(mode=0o700, exist_ok=True)
        yield
    except BaseException:
        with suppress(OSError):
            for one in missing:
                one.rmdir()
        raise


def _make_ready(out: Path, names: Sequence[str]) -> None:
    """What a power cut left of an earlier export holds answers in the clear: it goes."""
    for name in names:
        if (out / name).is_dir():
            raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(out / name))
    for left in out.glob(f"{_PART}*"):
        shutil.rmtree(left, ignore_errors=True)
