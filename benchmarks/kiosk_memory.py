"""Memory of the kiosk after a thousand residents beside its memory after fifty.

The host is pressed directly, without fingers; every page is really built, laid out, drawn and taken down, and
every answer is sealed and committed. The first resident of each language and one in ten after them go to the
end, the others leave after a few pages.
"""

import argparse
import gc
import os
import tempfile
import time
from collections.abc import Callable, Iterator
from functools import partial
from itertools import cycle
from pathlib import Path

from icc_consult.assets import resources
from icc_consult.domain.ballot import Vote
from icc_consult.domain.session import QuestionPage, StatementPage, TopicsPage
from icc_consult.domain.survey import OpenText
from icc_consult.packs import read_pack

from benchmarks.kiosk_start import opened

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}

from PySide6.QtCore import QTimer

from ui.kiosk.host import Host
from ui.kiosk_command import kiosk_window
from ui.kiosk_window import KioskWindow

PACK = resources() / "consultations" / "our-city-our-voice"
FEW, LIMIT = 50, 1.1
_PAGES_OF_MOST = 2
_FRAME = 5  # milliseconds, in which Qt draws


def resident_bytes() -> int:
    """The memory of this process that is in use (Linux)."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE")


Press = Callable[[], None]


class Residents:
    """They come one after the other, each in the next language; each yields what is pressed."""

    def __init__(self, host: Host) -> None:
        self._host = host
        self._languages = cycle(host.consultation.languages)

    def one(self, *, goes_to_the_end: bool) -> Iterator[Press]:
        """One resident, from the welcome to the welcome."""
        host = self._host
        yield from (host.go_on, partial(host.pick_language, next(self._languages)), host.consent)
        pages = len(host.journey.session.pages) if host.journey.session else 0
        for _ in range(pages if goes_to_the_end else _PAGES_OF_MOST):
            yield from self._page()
        yield from (host.go_on,) if goes_to_the_end else (host.leave, host.send_and_leave)
        yield from (host.show_receipt, host.finish)

    def _page(self) -> Iterator[Press]:
        host = self._host
        page = host.journey.session.page if host.journey.session else None
        match page:
            case StatementPage():
                yield partial(host.vote, Vote.AGREE)
                return
            case TopicsPage(paper=paper):
                yield partial(host.mark, paper.topics[0].id)
            case QuestionPage(question=OpenText()):
                yield from (host.take_keyboard, partial(host.press_at, 1, 1), host.put_keyboard_away)
            case QuestionPage(question=question):
                yield partial(host.choose, question.choices[0].code)
        yield host.go_on


class Day:
    """Lets residents press, one press a frame, inside the program's own event loop."""

    def __init__(self, window: KioskWindow, many: int) -> None:
        self._window, self._many = window, many
        self._presses = self._all()
        self._timer = QTimer(interval=_FRAME)
        self._timer.timeout.connect(self._press)
        self.screens = 0
        self.found: list[int] = []

    def hold(self) -> None:
        """Until the last resident has gone."""
        self._timer.start()
        self._window.shell.app.exec()

    def _all(self) -> Iterator[Press]:
        residents = Residents(self._window.host)
        first = len(self._window.host.consultation.languages)
        for number in range(1, self._many + 1):
            yield from residents.one(goes_to_the_end=number <= first or number % 10 == 0)
            if number in (FEW, self._many):
                gc.collect()
                self.found.append(resident_bytes())

    def _press(self) -> None:
        self._window.patience.touched()
        press = next(self._presses, None)
        if press is None:
            self._timer.stop()
            self._window.shell.app.exit()
            return
        press()
        self._window.view_model.prepare()
        self.screens += 1


def measure(many: int) -> tuple[int, int, int]:
    """Bytes after fifty residents and after all, and how many screens there were."""
    with tempfile.TemporaryDirectory() as name:
        window = kiosk_window(read_pack(PACK), opened(Path(name) / "kiosk", PACK))
        window.show(windowed=True)
        day = Day(window, many)
        day.hold()
        window.close()
    return day.found[0], day.found[-1], day.screens


def main(arguments: list[str] | None = None) -> int:
    """Print both and their ratio; 1 where it is above 1.1."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--residents", type=int, default=1000)
    many = parser.parse_args(arguments).residents
    began = time.monotonic()
    few, all_of_them, screens = measure(many)
    ratio = all_of_them / few
    print(
        f"after {FEW} residents {few / 1e6:.0f} MB, after {many} {all_of_them / 1e6:.0f} MB: "
        f"ratio {ratio:.3f} (at most {LIMIT}); {screens} screens in {time.monotonic() - began:.0f} s"
    )
    return int(ratio > LIMIT)


if __name__ == "__main__":
    raise SystemExit(main())
