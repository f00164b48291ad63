"""The screen as a kiosk for a while: a day with its door, or practice that stores nothing."""

import time
from collections.abc import Callable

from icc_consult.packs import Pack
from icc_consult.services.responding import Kiosk

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QTimer

from ui.desk.office import Day
from ui.kiosk.scene import Promise
from ui.kiosk_window import KioskWindow

Clock = Callable[[], float]


class KioskVisit(QObject):
    """One kiosk window; `then` is called once, when it has been left, before it is taken down."""

    def __init__(
        self,
        window: KioskWindow,
        then: Callable[[], None],
        *,
        may_be_closed: bool,
        release: Callable[[], None] = lambda: None,
    ) -> None:
        """`release` lets go of the data directory, however the visit ends."""
        super().__init__()
        self.window = window
        self.is_over = False
        self._release = release
        self._then = then
        self._is_ending = False
        window.host.when_ended = self.end
        if may_be_closed:
            window.shell.view.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: ARG002 - Qt's signature
        """Somebody closes the window: what comes after it must stand first, or the program would end."""
        if event.type() != QEvent.Type.Close:
            return False
        event.ignore()
        self.end()
        return True

    def end(self) -> None:
        """Leave the kiosk, once the press that asks for it is over."""
        if not self._is_ending:
            self._is_ending = True
            QTimer.singleShot(0, self._finish)

    def _finish(self) -> None:
        self._let_go()
        QCoreApplication.removeTranslator(self.window.shell.translator)
        self._then()
        self.take_down()

    def take_down(self) -> None:
        """Take the window away without another word."""
        if not self.is_over:
            self.is_over = self._is_ending = True
            self._let_go()
            self.window.shell.view.removeEventFilter(self)
            QCoreApplication.removeTranslator(self.window.shell.translator)
            self.window.close()

    def _let_go(self) -> None:
        release, self._release = self._release, lambda: None
        release()


def day_visit(
    day: Day, then: Callable[[], None], *, inches: float = 0.0, clock: Clock = time.monotonic
) -> KioskVisit:
    """A day: locked, with the PIN at its door; the data directory is let go of at its end."""
    terms = day.opening.terms
    promise = Promise(terms.policy, terms.controller, terms.contact)
    window = KioskWindow(
        day.pack.consultation,
        lambda: day.kiosk,
        lambda: promise,
        door=day.door,
        is_locked=True,
        inches=inches,
        clock=clock,
    )
    window.media = lambda: day.pack.media

    def release() -> None:
        if day.kiosk.store is not None:
            day.kiosk.store.release()

    return KioskVisit(window, then, may_be_closed=False, release=release)


def practice_visit(
    pack: Pack, kiosk: Kiosk, then: Callable[[], None], *, inches: float = 0.0, clock: Clock = time.monotonic
) -> KioskVisit:
    """Practice: nothing is stored, and anybody may close the window."""
    promise = Promise(pack.consultation.policy, is_practice=True)
    window = KioskWindow(pack.consultation, lambda: kiosk, lambda: promise, inches=inches, clock=clock)
    window.media = lambda: pack.media
    return KioskVisit(window, then, may_be_closed=True)
