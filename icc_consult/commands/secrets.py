"""Passphrases and PINs: from a file, or typed in a terminal; never from an argument."""

import getpass
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import ExitStack, contextmanager
from pathlib import Path
from typing import IO

from icc_consult.commands.speaking import HonestNo, NotPossible, ask, tell
from icc_consult.disk import sync_directory
from icc_consult.trust.words import as_typed_back, new_passphrase, unknown_words
from icc_consult.verifying.regular_files import open_regular

_TRIES = 3
_LONGEST = 4096
_HANDED_OVER = (Path("/dev/fd"), Path("/proc/self/fd"))


def secret_in(path: Path) -> str:
    """The first line of a file; raises `OSError`, or `NotPossible` where it is empty or no text."""
    try:
        with _opened(path) as stream:
            line = stream.readline(_LONGEST).decode("utf-8-sig").strip("\0").strip()
    except UnicodeDecodeError as error:
        raise NotPossible(f"{path}: this is no text; write the secret on its first line.") from error
    if not line:
        raise NotPossible(f"{path}: there is nothing in it; write the secret on its first line.")
    return line


def _opened(path: Path) -> IO[bytes]:
    """A pipe that the caller holds open already is good for a secret; one that lies around is not."""
    is_handed_over = path.parent in _HANDED_OVER or path == Path("/dev/stdin")
    return path.open("rb") if is_handed_over else open_regular(path)


def existing_passphrase(paths: Sequence[Path], needed: int = 1) -> str:
    """The passphrase from a file, else typed; of several holders one a line."""
    if paths:
        return "\n".join(map(secret_in, paths))
    _need_terminal("--passphrase-file")
    return "\n".join(getpass.getpass(_asked(number, needed)) for number in range(1, needed + 1))


def _asked(number: int, of: int) -> str:
    return "Passphrase: " if of == 1 else f"Passphrase of holder {number} of {of}: "


def pin(path: Path | None) -> str:
    """The PIN from a file, else typed twice."""
    if path is not None:
        return secret_in(path)
    _need_terminal("--pin-file")
    first = getpass.getpass("New staff PIN (4 to 12 digits): ")
    if getpass.getpass("The same PIN again: ") != first:
        raise HonestNo("The two PINs differ; nothing was opened.")
    return first


@contextmanager
def passphrases_for_opening(
    paths: Sequence[Path], holders: int, option: str = "--passphrase-file"
) -> Iterator[str]:
    """As many passphrases as there are holders, one a line; raises `NotPossible` for more or fewer files."""
    if paths and len(paths) != holders:
        times = "once" if holders == 1 else f"{holders} times"
        raise NotPossible(f"Give {option} {times}, a file for each passphrase.")
    with ExitStack() as stack:
        words = []
        for number, path in enumerate(paths or [None] * holders, start=1):
            if holders > 1:
                tell(f"Holder {number} of {holders}:")
            words.append(stack.enter_context(passphrase_for_opening(path, option)))
        yield "\n".join(words)


@contextmanager
def passphrase_for_opening(path: Path | None, option: str = "--passphrase-file") -> Iterator[str]:
    """The passphrase of a file that exists, else six new words: in that file, or shown and typed back.

    A file written here goes again where the opening fails.
    """
    if path is not None and path.exists():
        yield secret_in(path)
    elif path is not None:
        words = new_passphrase()
        _write_secret(path, words)
        try:
            yield words
        except BaseException:
            path.unlink(missing_ok=True)
            raise
        tell(f"Six new words were written to {path}. Without them nobody can ever read the answers.")
    else:
        _need_terminal(option)
        yield _shown_and_typed_back()


def _shown_and_typed_back() -> str:
    words = new_passphrase()
    tell(f"These six words open the answers. Write them down; they are shown only now:\n\n  {words}\n")
    for _ in range(_TRIES):
        ask("Type the six words: ")
        typed = input("")
        if as_typed_back(typed) == words:
            return words
        strange = ", ".join(unknown_words(typed))
        tell(f"That is not the same. Not among the words: {strange}." if strange else "That is not the same.")
    raise HonestNo("The six words were not typed back; nothing was opened.")


def _write_secret(path: Path, words: str) -> None:
    path.touch(mode=0o600, exist_ok=False)
    try:
        with path.open("w", encoding="utf-8") as stream:
            stream.write(f"{words}\n")
            stream.flush()
            os.fsync(stream.fileno())
        sync_directory(path.absolute().parent)
    except BaseException:
        path.unlink(missing_ok=True)
        raise


def _need_terminal(option: str) -> None:
    if not sys.stdin.isatty():
        raise NotPossible(f"There is no terminal to ask in; give {option}.")
