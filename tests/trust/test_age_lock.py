"""The lock works beside the program, and tells nobody the passphrase."""

import itertools
import os
import subprocess
import time
from typing import Any

import pytest

from icc_consult.services.errors import KeyDamaged, WrongPassphrase
from icc_consult.trust import age_lock
from icc_consult.trust.age_lock import LockBroke, unlocked
from icc_consult.trust.age_lock import locked as lock

from PySide6.QtCore import QEventLoop, QTimer

from ui.jobs import Done, Jobs, Outcome

PASSPHRASE = "abandon ability able about above absent"
TEXT = "geheim, سر, 秘密\n".encode()


@pytest.fixture(scope="module")
def locked() -> bytes:
    return lock(TEXT, PASSPHRASE)


def test_what_was_locked_comes_back_whole(locked: bytes) -> None:
    assert locked.startswith(b"age-encryption.org/v1")
    assert unlocked(locked, PASSPHRASE) == TEXT


def test_another_passphrase_is_wrong_and_other_bytes_are_damaged(locked: bytes) -> None:
    with pytest.raises(WrongPassphrase):
        unlocked(locked, PASSPHRASE + " ")
    with pytest.raises(KeyDamaged):
        unlocked(locked[:40], PASSPHRASE)


def test_the_passphrase_is_on_no_command_line_and_in_no_environment(
    locked: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[tuple[Any, dict[str, Any]]] = []
    run = subprocess.run

    def watched(*arguments: Any, **options: Any) -> Any:
        seen.append((arguments, {**options, "input": b"", "environment": dict(os.environ)}))
        return run(*arguments, **options)

    monkeypatch.setattr(age_lock.subprocess, "run", watched)
    assert unlocked(locked, PASSPHRASE) == TEXT
    (call,) = seen
    assert "abandon" not in repr(call)


def test_a_process_that_fails_is_not_taken_for_a_wrong_passphrase(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(age_lock, "_CHILD", "no such program")
    with pytest.raises(LockBroke):
        unlocked(b"", PASSPHRASE)


def test_the_desk_draws_and_listens_while_the_lock_works(qapp: object, locked: bytes) -> None:
    jobs, loop, turns = Jobs(), QEventLoop(), [time.monotonic()]
    ticks = QTimer(interval=0)
    ticks.timeout.connect(lambda: turns.append(time.monotonic()))
    came: list[Outcome[bytes]] = []

    def ended(outcome: Outcome[bytes]) -> None:
        came.append(outcome)
        loop.quit()

    ticks.start()
    jobs.start(lambda _: unlocked(locked, PASSPHRASE), ended)
    loop.exec()
    ticks.stop()
    jobs.end()
    turns.append(time.monotonic())
    assert came == [Done(TEXT)]
    longest = max(after - before for before, after in itertools.pairwise(turns))
    assert longest < (turns[-1] - turns[0]) / 2
