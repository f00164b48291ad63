"""Every page of the kiosk and every component, to look at.

The arrow keys turn the pages, the kiosk's own tools change how they look. `--png DIR` draws them all.
"""

import argparse
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from icc_consult.assets import resources
from icc_consult.bootstrap import practice_kiosk
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.session import Session
from icc_consult.domain.wording import LanguageTag
from icc_consult.packs import read_pack
from icc_consult.services.drawing import Urn
from icc_consult.services.ports import ReceiptCode
from icc_consult.services.responding import Seat

from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtQuick import QQuickView

from ui.kiosk import giving
from ui.kiosk import journey as places
from ui.kiosk.journey import Comfort, Journey
from ui.kiosk.scene import Promise
from ui.kiosk_window import KioskWindow
from ui.shell import Shell

_RECEIPT = ReceiptCode("0000-0000-0000-0000")
_COVERS: dict[str, places.Overlay] = {
    "switch": places.Switching(),
    "leave": places.Leaving(),
    "delete": places.Leaving(confirms_deletion=True),
    "idle": places.Idling(20),
    "hidden": places.Hidden(),
    "help": places.Helping(),
    "promised": places.Promised(),
    "staff": places.Staffing(),
    "trouble": places.Troubled("the disk is full; make room"),
}


def tour(
    consultation: Consultation, language: LanguageTag, comfort: Comfort
) -> Iterator[tuple[str, Journey]]:
    """Every page, and everything that may lie over one, each with its name."""
    fresh = Journey(language, comfort=comfort)
    session = Session.begin(consultation, language, Urn().draw(consultation))
    yield "welcome", fresh
    yield "languages", fresh.at(places.Picking())
    yield "wish", fresh.at(places.Wishing())
    yield "promise", fresh.at(places.Promising())
    if consultation.routes:
        yield "route", fresh.at(places.Routing())
    for page in session.pages:
        at = fresh.at(places.Answering(Seat(session.at(page.id).arrived(), _RECEIPT)))
        yield page.id, at
        if (writing := giving.take_keyboard(at)) != at:
            yield f"{page.id}-writing", writing
    review = fresh.at(places.Answering(Seat(session.at_review(), _RECEIPT)))
    yield "review", review
    yield from ((name, review.under(cover)) for name, cover in _COVERS.items())
    yield "thanks", fresh.at(places.Thanked(_RECEIPT))
    yield "receipt", fresh.at(places.Thanked(_RECEIPT, shows_receipt=True))
    yield "goodbye", fresh.at(places.Gone(has_deleted=True))


class Gallery(QObject):
    """The kiosk's real window, put before one page after the other, and a window of components beside it."""

    def __init__(self, window: KioskWindow) -> None:
        super().__init__()
        self.window = window
        self._number = 0
        self._samples = Shell()
        QCoreApplication.removeTranslator(self._samples.translator)  # the kiosk's own speaks for both
        comfort = window.host.journey.comfort
        self._samples.load("ui.components", "Samples", scheme=comfort.scheme, textStep=comfort.text_step)
        window.shell.view.installEventFilter(self)

    def show(self, width: int, height: int) -> None:
        """Both windows, in this many pixels."""
        self._samples.view.resize(width, height)
        self._samples.view.show()
        self.window.show(windowed=True, width=width, height=height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The arrow keys turn the pages."""
        if isinstance(event, QKeyEvent) and event.type() is QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Right: 1, Qt.Key.Key_Left: -1}.get(Qt.Key(event.key()), 0)
            self.turn(step)
            return bool(step)
        return super().eventFilter(watched, event)

    def turn(self, step: int) -> None:
        """So many pages on, in the language and the comfort that were chosen."""
        journey = self.window.host.journey
        pages = list(tour(self.window.host.consultation, journey.language, journey.comfort))
        self._number = (self._number + step) % len(pages)
        self.window.host.become(pages[self._number][1])

    def draw(self, out: Path) -> int:
        """Every page in the language and the comfort that were chosen, and the components; how many."""
        journey = self.window.host.journey
        out.mkdir(parents=True, exist_ok=True)
        names = ["components"]
        for name, page in tour(self.window.host.consultation, journey.language, journey.comfort):
            self.window.host.become(page)
            _draw(self.window.shell.view, out / f"{name}.png")
            names.append(name)
        _draw(self._samples.view, out / "components.png")
        return len(names)

    def close(self) -> None:
        """Take both windows down."""
        self.window.close()
        self._samples.view.close()


def _draw(view: QQuickView, path: Path) -> None:
    for _ in range(3):
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        QCoreApplication.processEvents()
    view.grabWindow().save(str(path))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m ui.gallery", description=__doc__)
    parser.add_argument(
        "--pack", type=Path, default=None, help="another consultation than the one that comes along"
    )
    parser.add_argument("--language", default="en")
    parser.add_argument("--scheme", choices=("light", "dark", "strong"), default="light")
    parser.add_argument("--text", type=int, choices=(1, 2, 3), default=1, help="the step of the text size")
    parser.add_argument("--size", default="1280x800", metavar="WxH", help="of the window, in pixels")
    parser.add_argument("--inches", type=float, default=0.0, help="diagonal of the screen to be pretended")
    parser.add_argument("--png", type=Path, metavar="DIR", help="draw every page into this folder and end")
    return parser


def main(argv: Sequence[str] | None = None) -> int:
    """Show the gallery, or draw it; the exit code."""
    options = _parser().parse_args(argv)
    pack = read_pack(options.pack or resources() / "consultations" / "our-city-our-voice")
    kiosk, promise = practice_kiosk(pack), Promise(pack.consultation.policy, is_practice=True)
    window = KioskWindow(pack.consultation, lambda: kiosk, lambda: promise, inches=options.inches)
    comfort = Comfort(options.text, options.scheme, motion=not options.png)
    window.media = lambda: pack.media
    window.bring_media()
    window.host.become(Journey(LanguageTag(options.language), comfort=comfort))
    gallery = Gallery(window)
    gallery.show(*map(int, options.size.split("x")))
    if options.png:
        print(f"{gallery.draw(options.png)} pictures in {options.png}")  # noqa: T201
        code = 0
    else:
        code = int(window.shell.app.exec())
    gallery.close()
    return code


if __name__ == "__main__":
    sys.exit(main())
