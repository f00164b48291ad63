"""Spares PySide6 what it does anew at every start: a third of the time to an empty window.

It carries the Python files behind its error messages as source in its library, so Python keeps no bytecode of
them; they compile large patterns that serve only to explain a wrong call; and they read the source of every
module that is imported, to see whether it wants names in snake case. Here the bytecode is kept by the hash of
its source (as PEP 552 has it), a pattern waits until it is asked, and no module is read.
"""

import builtins
import marshal
import os
import re
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from importlib.util import source_hash
from pathlib import Path
from types import CodeType
from typing import Any

_THEIRS = "shibokensupport"
_MARK = 8  # bytes of a source's hash


class WaitingPattern:
    """A pattern that is compiled when one of its methods is first called."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        self._arguments, self._options = arguments, options

    def __getattr__(self, method: str) -> Callable[..., Any]:
        def asked(*arguments: Any, **options: Any) -> Any:
            return getattr(re.compile(*self._arguments, **self._options), method)(*arguments, **options)

        return asked


class KeptBytecode:
    """Code objects in one file, by name and source; a damaged or missing file keeps none."""

    def __init__(self, file: Path) -> None:
        self._file = file
        self._kept = _read(file)
        self._added = False

    def code(self, source: bytes, name: str, compiled: Callable[[bytes, str, str], CodeType]) -> CodeType:
        """What was kept for this source, or what `compiled` makes of it."""
        key = (name, source_hash(source))
        if key not in self._kept:
            self._kept[key] = compiled(source, name, "exec")
            self._added = True
        return self._kept[key]

    def keep(self) -> None:
        """Write what was added. Where nothing can be written, the next start compiles again."""
        if not self._added:
            return
        content = marshal.dumps(self._kept)
        part = self._file.with_name(f"{self._file.name}-{os.getpid()}")
        try:
            self._file.parent.mkdir(parents=True, exist_ok=True)
            part.write_bytes(source_hash(content) + content)
            part.replace(self._file)
        except OSError:
            with suppress(OSError):
                part.unlink()


def _read(file: Path) -> dict[tuple[str, bytes], CodeType]:
    try:
        stored = file.read_bytes()
    except OSError:
        return {}
    mark, content = stored[:_MARK], stored[_MARK:]
    return marshal.loads(content) if mark == source_hash(content) else {}  # noqa: S302 - our own, as in __pycache__


def bring_in_qt() -> None:
    """Import PySide6, quickly from the second time on."""
    if "PySide6" in sys.modules:
        return
    cache = Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache")
    version = f"{sys.implementation.cache_tag}-{sys.flags.optimize}"
    kept = KeptBytecode(cache / "icc-consult" / f"qt-{version}.bytecode")
    with _spared(kept):
        import PySide6  # noqa: F401, PLC0415 - this is the import that takes long
    kept.keep()
    setattr(sys.modules[f"{_THEIRS}.feature"], "_mod_uses_pyside", _wants_nothing)  # noqa: B010


def _wants_nothing(_module: object) -> bool:
    return False


@contextmanager
def _spared(kept: KeptBytecode) -> Iterator[None]:
    really_compile, really_pattern = builtins.compile, re.compile

    def compile_(source: Any, filename: Any, mode: str, *rest: Any, **options: Any) -> Any:
        if isinstance(source, bytes) and str(filename).startswith(f"{_THEIRS}/") and not rest and not options:
            return kept.code(source, filename, really_compile)
        return really_compile(source, filename, mode, *rest, **options)

    def pattern(*arguments: Any, **options: Any) -> Any:
        asking = str(sys._getframe(1).f_globals.get("__name__"))  # noqa: SLF001 - CPython's documented way to the caller
        waits = asking.startswith(_THEIRS)
        return WaitingPattern(*arguments, **options) if waits else really_pattern(*arguments, **options)

    builtins.compile, re.compile = compile_, pattern
    try:
        yield
    finally:
        builtins.compile, re.compile = really_compile, really_pattern
