"""What stands behind the kiosk's window and comes in after its first frame: pack, opening, store, cipher."""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from ui.kiosk.scene import Promise
from ui.later import Later

if TYPE_CHECKING:
    from concurrent import futures

    from icc_consult import bootstrap
    from icc_consult.domain.consultation import Consultation
    from icc_consult.packs import Media, Pack
    from icc_consult.services import responding
    from icc_consult.services.premises import PinTried, StaffDoor
    from icc_consult.services.responding import Kiosk
else:
    bootstrap = Later("icc_consult.bootstrap")
    responding = Later("icc_consult.services.responding")
    futures = Later("concurrent.futures")


class Backstage:
    """Practice without a data directory. With one the answers are stored, on whatever thread opens them."""

    def __init__(self, read: Callable[[], Pack], data: Path | None) -> None:
        """`read` reads the pack thoroughly."""
        self._read, self._data = read, data
        self._resting: futures.Future[None] | None = None

    @property
    def is_stored(self) -> bool:
        """Whether answers given here are written anywhere."""
        return self._data is not None

    def check(self) -> None:
        """Make sure that a kiosk can work here; raises `BrokenRule` or `OSError` where it cannot."""
        _ = self.promise

    @cached_property
    def _pack(self) -> Pack:
        return self._read()

    @property
    def consultation(self) -> Consultation:
        """The whole consultation; raises `PackRefused`."""
        return self._pack.consultation

    @property
    def media(self) -> Media:
        """The pictures and sounds of the pack."""
        return self._pack.media

    @cached_property
    def promise(self) -> Promise:
        """What the opening promises; raises what `check` raises."""
        if self._data is None:
            return Promise(self.consultation.policy, is_practice=True)
        opening = bootstrap.kiosk_opening(self._data, self._pack)
        return Promise(opening.terms.policy, opening.terms.controller, opening.terms.contact)

    def open(self) -> None:
        """Begin to bring in the database and the cipher, beside whatever goes on."""
        _ = self._opened if self._data else self._practice

    @cached_property
    def _opened(self) -> futures.Future[tuple[Kiosk, StaffDoor]]:
        pool = futures.ThreadPoolExecutor(max_workers=1)
        opened = pool.submit(self._open)
        pool.shutdown(wait=False)
        return opened

    def _open(self) -> tuple[Kiosk, StaffDoor]:
        assert self._data is not None  # noqa: S101 - nothing is opened for practice
        return bootstrap.open_kiosk(self._data, self._pack), bootstrap.staff_door(self._data)

    @cached_property
    def _practice(self) -> Kiosk:
        return bootstrap.practice_kiosk(self._pack)

    def kiosk(self) -> Kiosk:
        """The kiosk, waited for where it is still being opened; raises what opening it raises."""
        return self._opened.result()[0] if self._data else self._practice

    def rest(self) -> None:
        """Nobody is here: the answers are laid in the order of chance, beside whatever goes on."""
        opened: futures.Future[tuple[Kiosk, StaffDoor]] | None = self.__dict__.get("_opened")
        if opened is None or not opened.done() or opened.exception() is not None:
            return
        if self._resting is None or self._resting.done():
            pool = futures.ThreadPoolExecutor(max_workers=1)
            self._resting = pool.submit(responding.rest, opened.result()[0])
            pool.shutdown(wait=False)

    def close(self) -> None:
        """Wait for what is still being opened or laid out, and let go of the data directory.

        A thread that outlived the window could be the one that sweeps the window's remains away, and Qt's
        timers may only be stopped on their own thread.
        """
        if self._resting is not None:
            self._resting.exception()
        opened = self.__dict__.get("_opened")
        if opened is not None and opened.exception() is None:
            opened.result()[0].store.release()

    def try_pin(self, pin: str) -> PinTried:
        """The staff door, as soon as there is one."""
        return self._opened.result()[1].try_pin(pin)
