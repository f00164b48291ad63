"""The kiosk's window: the host behind it, the second that ticks, and the hands that touch it."""

from __future__ import annotations

import gc
import time
from collections.abc import Callable
from importlib import import_module
from typing import TYPE_CHECKING

import shiboken6
from PySide6.QtCore import QObject, QTimer

from ui.kiosk.host import Host
from ui.kiosk.journey import Admitting
from ui.kiosk.kiosk import KioskViewModel
from ui.kiosk.patience import Patience
from ui.kiosk.scene import Promise
from ui.later import Later
from ui.shell import Shell
from ui.theme.typesetter import warm

if TYPE_CHECKING:
    from icc_consult.domain.consultation import Consultation
    from icc_consult.packs import Media
    from icc_consult.services.premises import StaffDoor
    from icc_consult.services.responding import Kiosk

    from PySide6.QtCore import QEvent

    from ui import sounds
    from ui.camera import Camera
    from ui.kiosk import pictures, touches
    from ui.scanner import Scanner
else:
    sounds = Later("ui.sounds")
    pictures = Later("ui.kiosk.pictures")
    touches = Later("ui.kiosk.touches")


# What the pages after the first ones need; the rest comes with it.
_LATER = ("ui.kiosk.touches", "ui.kiosk.pages", "ui.kiosk.giving", "ui.kiosk.ahead", "ui.kiosk.progress")

# Milliseconds after which a page has arrived; until it has settled there are some left for the next one.
_RESTS_AFTER = 220


class KioskWindow(QObject):
    """Puts one consultation on the screen. A locked one is closed by nothing but the staff door."""

    def __init__(
        self,
        consultation: Consultation,
        kiosk: Callable[[], Kiosk],
        promise: Callable[[], Promise],
        *,
        door: StaffDoor | None = None,
        is_locked: bool = False,
        inches: float = 0.0,
        clock: Callable[[], float] = time.monotonic,
        when_ended: Callable[[], None] | None = None,
    ) -> None:
        super().__init__()
        self.shell = Shell(inches=inches)
        self.host = Host(consultation, kiosk, clock=clock, door=door)
        self.host.when_ended = when_ended or self.shell.app.exit  # a locked window would refuse to quit
        self.patience = Patience(clock)
        self.view_model = KioskViewModel(self.host, promise, self)
        self.host.when_changed = self._refresh
        self.when_drawn: Callable[[], bool] = lambda: True
        self.when_resting: Callable[[], None] = lambda: None
        self._rests = False
        self._is_locked = is_locked
        self._language = self.host.journey.language
        self.shell.translator.use(self._language)
        self.shell.view.resize(1280, 800)
        self.media: Callable[[], Media] = dict
        self._player: sounds.Player | None = None
        self._readers: list[Scanner | Camera] = []
        self.when_asking: Callable[[bool], None] = lambda _: None
        self._is_asking = False
        self.shell.load("ui.kiosk", "Kiosk", viewModel=self.view_model, width=1280, height=800)
        self.shell.view.frameSwapped.connect(self._drawn)
        self._rest = QTimer(self, interval=_RESTS_AFTER, singleShot=True)
        self._rest.timeout.connect(self.view_model.prepare)
        self._seconds = QTimer(self, interval=1000)
        self._seconds.timeout.connect(self.tick)
        self._seconds.start()

    def _refresh(self) -> None:
        """The next page is built in its language; then whatever stays on the screen changes to it."""
        before, self._language = self._language, self.host.journey.language
        if before != self._language:
            self.view_model.hush(is_hushed=True)
        self.shell.translator.use(self._language)
        self.view_model.refresh()
        self._rest.start()
        self._ask()
        if before != self._language:
            self.shell.engine.retranslate()
            self.view_model.hush(is_hushed=False)

    def _ask(self) -> None:
        """A voucher begins to be asked for, or is not any more."""
        overlay = self.host.journey.overlay
        before, self._is_asking = self._is_asking, isinstance(overlay, Admitting) and overlay.by_voucher
        if before != self._is_asking:
            self.when_asking(self._is_asking)

    def _drawn(self) -> None:
        """The first frame stands; what the next pages need comes in now."""
        self.shell.view.frameSwapped.disconnect(self._drawn)
        self.shell.view.installEventFilter(self)
        QTimer.singleShot(0, self._bring_in)

    def _bring_in(self) -> None:
        if not shiboken6.isValid(self.shell.view) or not self.when_drawn():
            return  # closed meanwhile, or about to be
        for module in _LATER:
            import_module(module)
        self.bring_media()
        self.shell.view.rootObject().setProperty("isSettled", True)
        self._unspoken = list(self.host.consultation.languages)
        self._idle = QTimer(self, interval=0)
        self._idle.timeout.connect(self._prepare)
        self._idle.start()

    def bring_media(self) -> None:
        """Pictures, and sounds where something can play them, for consultations that have any."""
        media = self.media()
        if media and self.shell.engine.imageProvider(pictures.NAME) is None:
            self.shell.engine.addImageProvider(pictures.NAME, pictures.PackPictures(self.media))
            self.use(sounds.player(media))

    def use(self, player: sounds.Player | None) -> None:
        """Play the sounds of the pack with this, until the window is taken down."""
        if player is not None:
            player.unheard.connect(self._miss)
            self.host.play = player.play
            self._player = player

    def _miss(self, name: str) -> None:
        self.host.miss(name)

    def hear(self, reader: Scanner | Camera) -> None:
        """Take the vouchers that it reads, until the window is taken down."""
        self._readers.append(reader)
        reader.read.connect(self._read)

    def _read(self, code: str) -> None:
        if isinstance(self.host.journey.overlay, Admitting):
            self.patience.touched()
            self.host.show_voucher(code)

    def _prepare(self) -> None:
        if self._unspoken:
            tag = self._unspoken.pop()
            warm(tag)
            self.view_model.rehearse(tag)
            self.shell.translator.use(tag)
            self.view_model.measure(tag)
            self.shell.translator.use(self._language)
        else:
            self._idle.stop()
            self.view_model.prepare()
            gc.collect()
            gc.freeze()  # all this stays for the day; looking through it would make a resident wait

    def tick(self) -> None:
        """A second went by."""
        self.patience.tick(self.host)
        before, self._rests = self._rests, self.patience.rests(self.host)
        if self._rests and not before:
            self.when_resting()

    def show(self, *, windowed: bool, width: int = 1280, height: int = 800) -> None:
        """On the whole screen, or in a window of this many pixels."""
        self.shell.view.resize(width, height)
        if windowed:
            self.shell.view.show()
        else:
            self.shell.view.showFullScreen()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Notice that somebody is here. A press on a page that has just come, or on a way out, is none."""
        if touches.is_press(event):
            self.patience.touched()
            if not self.host.is_settled:
                return True
        if self._scanned(touches.typed(event)):
            return True
        if self._is_locked and touches.leads_out(event):
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _scanned(self, text: str) -> bool:
        """A scanner types like a keyboard, and ends with Enter; with nothing typed, Enter presses as ever."""
        overlay = self.host.journey.overlay
        if not isinstance(overlay, Admitting):
            return False
        if text in ("\r", "\n") and overlay.typed:
            self.host.type_voucher("enter")
            return True
        is_sign = text.isalnum()
        if is_sign:
            self.host.type_voucher(text.upper())
        return is_sign

    def close(self) -> None:
        """Take the window down: pages first, then the view models behind them."""
        gc.unfreeze()
        self._seconds.stop()
        self._rest.stop()
        self._is_locked = False
        self.shell.view.removeEventFilter(self)
        if self._player is not None:
            self._player.close()
        for reader in self._readers:
            reader.close()
        self.shell.close()
