"""The staff PIN: hashed slowly, and after some wrong tries only answered after a wait."""

import math
import re
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from nacl.exceptions import CryptoError
from nacl.pwhash import argon2id

from icc_consult.services.errors import DirectoryRefused, PinDoesNotFit
from icc_consult.services.premises import PinRecord, PinShelf, PinTried

LEAST, MOST = 4, 12
FREE_TRIES = 5
FIRST_WAIT_SECONDS = 15
LONGEST_WAIT_SECONDS = 3600
_BOOT = Path("/proc/sys/kernel/random/boot_id")


def hash_pin(pin: str) -> str:
    """An argon2id string; raises `PinDoesNotFit` unless it is 4 to 12 digits."""
    if not re.fullmatch(rf"[0-9]{{{LEAST},{MOST}}}", pin):
        raise PinDoesNotFit(LEAST, MOST)
    hashed = argon2id.str(pin.encode(), argon2id.OPSLIMIT_INTERACTIVE, argon2id.MEMLIMIT_INTERACTIVE)
    return hashed.decode()


def wait_after(misses: int) -> int:
    """Seconds to wait after so many misses in a row: none, then 15, doubling up to an hour."""
    if misses < FREE_TRIES:
        return 0
    return min(FIRST_WAIT_SECONDS << min(misses - FREE_TRIES, 16), LONGEST_WAIT_SECONDS)


def this_boot() -> str:
    """A name for this start of the computer; empty where the system has none."""
    return _BOOT.read_text().strip() if _BOOT.exists() else ""


class PinDoor:
    """Answers whether a PIN is right, throttled also across restarts of the program."""

    def __init__(
        self, shelf: PinShelf, *, clock: Callable[[], float] = time.monotonic, boot: str | None = None
    ) -> None:
        """`clock` is monotonic, in seconds."""
        self._shelf, self._clock = shelf, clock
        self._boot = this_boot() if boot is None else boot
        self._record = self._as_of_now(shelf.load())

    def try_pin(self, pin: str) -> PinTried:
        """Whether this is the PIN; while a wait lasts nothing is tried and nothing counted."""
        self._notice_a_new_pin()
        if remaining := self._remaining():
            return PinTried(is_right=False, wait_seconds=remaining)
        if _matches(self._record.hashed, pin):
            self._keep(PinRecord(self._record.hashed))
            return PinTried(is_right=True)
        self._keep(self._missed())
        return PinTried(is_right=False, wait_seconds=self._remaining())

    def _notice_a_new_pin(self) -> None:
        try:
            kept = self._shelf.load()
        except (OSError, DirectoryRefused):
            return
        if kept.hashed != self._record.hashed:
            self._record = self._as_of_now(kept)

    def _remaining(self) -> int:
        return max(0, math.ceil(self._record.blocked_until - self._clock()))

    def _missed(self) -> PinRecord:
        misses = self._record.misses + 1
        until = self._clock() + wait_after(misses) if wait_after(misses) else 0.0
        return replace(self._record, misses=misses, blocked_until=until, boot=self._boot)

    def _as_of_now(self, record: PinRecord) -> PinRecord:
        wait = wait_after(record.misses)
        if not wait or (self._boot and record.boot == self._boot):
            return record
        return replace(record, blocked_until=self._clock() + wait, boot=self._boot)

    def _keep(self, record: PinRecord) -> None:
        changed, self._record = record != self._record, record
        if changed:
            try:
                self._shelf.save(record)
            except OSError:
                return  # a full disk must not open the door, nor lock it: this process still counts


def _matches(hashed: str, pin: str) -> bool:
    try:
        return argon2id.verify(hashed.encode(), pin.encode())
    except CryptoError:
        return False
