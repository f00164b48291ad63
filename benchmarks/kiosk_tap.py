"""From the finger that leaves the screen to the next frame, beside an empty page pushed on a StackView.

Offscreen at 1280x800 in software; both take turns in one run. Nothing is stored: what a durable save adds is
measured by `saving`. The clock is ours, so that no page has to settle.
"""

import argparse
import os
import time
from collections.abc import Callable, Iterator
from itertools import cycle, islice
from pathlib import Path
from statistics import median, quantiles

from icc_consult.assets import resources
from icc_consult.domain.session import QuestionPage, StatementPage
from icc_consult.packs import read_pack

os.environ |= {"QT_QPA_PLATFORM": "offscreen", "QT_QUICK_BACKEND": "software"}

from PySide6.QtCore import QCoreApplication, QPointF, QUrl
from PySide6.QtQuick import QQuickItem, QQuickView
from PySide6.QtTest import QTest

from ui.demo.clock import Clock
from ui.demo.hands import Hands
from ui.kiosk_command import kiosk_window
from ui.shell import application

HERE = Path(__file__).resolve().parent
P50_LIMIT, P99_LIMIT = 2.0, 3.0
_SIZE = 1280, 800
_PATIENCE = 10  # seconds
_STANDING = 4  # seconds before the first resident comes
_LANGUAGES = ("en", "ar", "uk", "bn", "am", "de", "zh-Hans", "ur")


class NoFrame(Exception):
    """A tap brought nothing onto the screen within ten seconds."""


class Finger:
    """Taps a window and waits for the frame that follows."""

    def __init__(self, view: QQuickView) -> None:
        self.view = view
        self._touch = QTest.createTouchDevice()
        self._frames = 0
        self._has_come: Callable[[], bool] = lambda: False
        self._came = 0.0
        view.frameSwapped.connect(self._count)

    def _count(self) -> None:
        self._frames += 1
        if not self._came and self._has_come():
            self._came = time.perf_counter()

    def wait(self, seconds: float = 0.0) -> None:
        """Until the window has drawn something, and for so long after it."""
        until = time.perf_counter() + seconds
        while not self._frames or time.perf_counter() < until:
            QCoreApplication.processEvents()

    def tap(self, x: float, y: float, has_come: Callable[[], bool]) -> float:
        """Milliseconds from the release to the first frame after `has_come`; raises `NoFrame`."""
        point = QPointF(x, y).toPoint()
        QTest.touchEvent(self.view, self._touch).press(0, point, self.view).commit()
        QCoreApplication.processEvents()
        self._has_come, self._came = has_come, 0.0
        began = time.perf_counter()
        QTest.touchEvent(self.view, self._touch).release(0, point, self.view).commit()
        while not self._came:
            QCoreApplication.processEvents()
            if time.perf_counter() - began > _PATIENCE:
                raise NoFrame(x, y)
        return 1000 * (self._came - began)


class EmptyStack:
    """A window that pushes an empty page whenever it is tapped."""

    def __init__(self) -> None:
        application()
        self.view = QQuickView()
        self.view.setResizeMode(QQuickView.ResizeMode.SizeRootObjectToView)
        self.view.setSource(QUrl.fromLocalFile(str(HERE / "stack.qml")))
        self.view.resize(*_SIZE)
        self._finger = Finger(self.view)
        self.view.show()
        self._finger.wait()

    def push(self) -> float:
        """Milliseconds from the release to the frame with the next page."""
        before = self._depth
        return self._finger.tap(640, 400, lambda: self._depth > before)

    @property
    def _depth(self) -> int:
        return int(self.view.rootObject().childItems()[0].property("depth"))


class Visitor:
    """Goes through the whole consultation, language after language, without answering much."""

    def __init__(self) -> None:
        pack = read_pack(resources() / "consultations" / "our-city-our-voice")
        self._clock = Clock()
        self._window = kiosk_window(pack, None, clock=self._clock)
        self._finger = Finger(self._window.shell.view)
        self._window.show(windowed=True, width=_SIZE[0], height=_SIZE[1])
        self._finger.wait(_STANDING)
        self._hands = Hands(self._window, self._clock)

    def taps(self) -> Iterator[tuple[str, float]]:
        """The name of each page that came, and its milliseconds."""
        for language in cycle(_LANGUAGES):
            yield self._turn("start")
            yield self._turn(f"language-{language}")
            yield self._turn("consent")
            while self._hands.page != "thanks":
                yield self._turn(self._way_on())
            yield self._turn("finish")

    def close(self) -> None:
        """Take the kiosk down, pages first."""
        self._window.close()

    def _way_on(self) -> str:
        session = self._window.host.journey.session
        page = session.page if session else None
        if isinstance(page, StatementPage):
            return "vote-agree"
        choices = getattr(page.question, "choices", ()) if isinstance(page, QuestionPage) else ()
        if choices:
            self._hands.tap(f"choice-{choices[0].code}")
        return "next"

    def _turn(self, name: str) -> tuple[str, float]:
        item = self._item(name)
        middle = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        self._clock.advance(1)
        before = self._hands.page
        took = self._finger.tap(middle.x(), middle.y(), lambda: self._hands.page != before)
        self._hands.rest()
        return self._hands.page, took

    def _item(self, name: str) -> QQuickItem:
        return self._hands._found(name)  # noqa: SLF001 - the demo's own way of finding what is seen


def measure(times: int) -> tuple[list[tuple[str, float]], list[float]]:
    """Taps on the kiosk, and pushes on the empty stack, in turn."""
    stack, visitor = EmptyStack(), Visitor()
    for _ in range(5):
        stack.push()
    turned, pushed = [], []
    for tap in islice(visitor.taps(), times):
        turned.append(tap)
        pushed.append(stack.push())
    visitor.close()
    return turned, pushed


def _percentiles(times: list[float]) -> dict[str, float]:
    return {"p50": median(times), "p99": quantiles(times, n=100)[98]}


def main(arguments: list[str] | None = None) -> int:
    """Print the percentiles and their ratios; 1 where one is above its limit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--times", type=int, default=400)
    parser.add_argument("--pages", action="store_true", help="the median of each kind of page, too")
    chosen = parser.parse_args(arguments)
    turned, pushed = measure(chosen.times)
    if chosen.pages:
        for name in dict.fromkeys(name for name, _ in turned):
            each = [took for other, took in turned if other == name]
            print(f"  {name:30} {median(each):6.1f} ms, worst {max(each):6.1f} ({len(each)})")
    taps = [took for _, took in turned]
    ours, theirs = _percentiles(taps), _percentiles(pushed)
    ratios = {name: ours[name] / theirs[name] for name in ours}
    limits = {"p50": P50_LIMIT, "p99": P99_LIMIT}
    print(", ".join(f"{name} {ours[name]:.1f} ms beside {theirs[name]:.1f}" for name in ours))
    for name, ratio in ratios.items():
        print(f"{name} ratio {ratio:.2f} (at most {limits[name]})")
    return int(any(ratio > limits[name] for name, ratio in ratios.items()))


if __name__ == "__main__":
    raise SystemExit(main())
