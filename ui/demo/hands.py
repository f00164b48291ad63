"""A resident's hands on the real kiosk: they find what is on the screen and touch it."""

from collections.abc import Callable, Iterator
from functools import cache

from icc_consult.domain.errors import BrokenRule
from icc_consult.domain.response import Answer
from icc_consult.keyboards import Pick, press, start

from PySide6.QtCore import QCoreApplication, QMetaObject, QObject, QPoint, QPointF
from PySide6.QtGui import QImage, QPointingDevice
from PySide6.QtQuick import QQuickItem
from PySide6.QtTest import QTest

from ui.demo.clock import Clock
from ui.demo.spelling import keys_of
from ui.kiosk.holder import SETTLING_SECONDS
from ui.kiosk.journey import Answering
from ui.kiosk_window import KioskWindow

_THINKING_SECONDS = 2 * SETTLING_SECONDS
_STAFF_TAPS = 5


class NotOnScreen(BrokenRule):
    """What was looked for stands on no sheet of the page."""

    def __init__(self, name: str, page: str) -> None:
        super().__init__(name, page)
        self.name, self.page = name, page


class WrongPage(BrokenRule):
    """Another page came than the one that had to come."""

    def __init__(self, expected: str, found: str) -> None:
        super().__init__(expected, found)
        self.expected, self.found = expected, found


@cache
def _finger() -> QPointingDevice:
    return QTest.createTouchDevice()


def shown_items(item: QQuickItem) -> Iterator[QQuickItem]:
    """Everything under an item that can be seen, repeated cards among it."""
    for child in item.childItems():
        if child.isVisible():
            yield child
            yield from shown_items(child)


class Hands:
    """Touch one kiosk. Before each tap a moment goes by on the clock, long enough for a page to settle."""

    def __init__(self, window: KioskWindow, clock: Clock) -> None:
        """`when_shown` is called whenever the screen has come to rest."""
        self.window, self.clock = window, clock
        self.view = window.shell.view
        self.when_shown: Callable[[], None] = lambda: None
        self._glides = [
            one
            for one in self.root.findChildren(QObject)
            if one.metaObject().className() == "QQuickNumberAnimation"
        ]
        self.rest()

    @property
    def root(self) -> QQuickItem:
        """Everything on the screen."""
        root = self.view.rootObject()
        assert root is not None  # noqa: S101 - the window was loaded before hands could touch it
        return root

    @property
    def page(self) -> str:
        """The name of the page that is seen now."""
        return self.window.view_model.page_name

    @property
    def language(self) -> str:
        """The language of the page that is seen now."""
        return self.window.host.journey.language

    @property
    def is_writing(self) -> bool:
        """Whether the keyboard is out."""
        stage = self.window.host.journey.stage
        return isinstance(stage, Answering) and stage.typed is not None

    def answer_to(self, item: str) -> Answer | None:
        """What the kiosk holds as the answer, as the form itself gave it."""
        session = self.window.host.journey.session
        return session.answers.get(item) if session else None

    # -- seeing -------------------------------------------------------------------------------

    def sees(self, name: str) -> bool:
        """Whether something of this name is on the sheet that is shown."""
        return self._on_sheet(name) is not None

    def names(self, prefix: str) -> list[str]:
        """The rest of every seen name that begins like this, in the order in which they are read."""
        found = (item.objectName() for item in shown_items(self.root))
        return [name.removeprefix(prefix) for name in found if name.startswith(prefix)]

    def texts(self) -> list[str]:
        """Every text that is seen."""
        found = (item.property("text") for item in shown_items(self.root))
        return [text for text in found if isinstance(text, str) and text]

    def picture(self) -> QImage:
        """The screen as it is."""
        return self.view.grabWindow()

    def expect(self, page: str) -> None:
        """Raise `WrongPage` unless this page is seen."""
        if self.page != page:
            raise WrongPage(page, self.page)

    def _on_sheet(self, name: str) -> QQuickItem | None:
        return next((item for item in shown_items(self.root) if item.objectName() == name), None)

    def _found(self, name: str) -> QQuickItem:
        """The item, after turning sheets, or candidates, as far as needed: first on, then back."""
        turned = "Candidates" if name.startswith("pick-") else "Sheet"
        for turner in (f"next{turned}", f"previous{turned}"):
            while (item := self._on_sheet(name)) is None and self.sees(turner):
                self.tap(turner)
            if item is not None:
                return item
        raise NotOnScreen(name, self.page)

    # -- touching -----------------------------------------------------------------------------

    def centre(self, name: str) -> QPoint:
        """The middle of what has this name, on the sheet where it stands."""
        item = self._found(name)
        centre = item.mapToScene(QPointF(item.width() / 2, item.height() / 2))
        if not self.root.contains(centre):
            raise NotOnScreen(name, self.page)
        return centre.toPoint()

    def tap(self, name: str) -> None:
        """Press in the middle of what has this name, and release."""
        centre = self.centre(name)
        self.clock.advance(_THINKING_SECONDS)
        self.touch(centre)

    def touch(self, point: QPoint) -> None:
        """Press and release at a point of the window, whatever is there; no time goes by."""
        self.press(point)
        self.release(point)

    def press(self, point: QPoint) -> None:
        """Lay a finger on the screen."""
        QTest.touchEvent(self.view, _finger()).press(0, point, self.view).commit()

    def release(self, point: QPoint) -> None:
        """Take the finger away."""
        QTest.touchEvent(self.view, _finger()).release(0, point, self.view).commit()
        self.rest()

    def write(self, text: str) -> None:
        """Take the keyboard, type the text key by key, and put the keyboard away."""
        self.tap("write")
        typed = start(self.language)
        for key in keys_of(self.language, text):
            if isinstance(key, Pick):
                self.tap(f"pick-{typed.strip.index(key)}")
            else:
                rows = enumerate(typed.keyboard.rows(typed.layer))
                row, column = next((row, keys.index(key)) for row, keys in rows if key in keys)
                self.tap(f"key-{row}-{column}")
            typed = press(typed, key)
        self.tap("done")

    def end_day(self, pin: str) -> None:
        """Open the staff door with gesture and PIN, and leave the kiosk through it."""
        self.open_staff_door()
        self.type_pin(pin)
        self.tap("endDay")

    def open_staff_door(self) -> None:
        """The gesture that no resident makes by chance."""
        for _ in range(_STAFF_TAPS):
            self.tap("staffCorner")
        self.expect("staff")

    def type_pin(self, pin: str) -> None:
        """Every digit of a PIN, and enter."""
        for digit in (*pin, "enter"):
            self.tap(f"pin-{digit}")

    # -- letting time go by -------------------------------------------------------------------

    def wait(self, seconds: int) -> None:
        """Touch nothing for so long; the kiosk's own second ticks."""
        for _ in range(seconds):
            self.clock.advance(1)
            before = self.page
            self.window.tick()
            if self.page != before:
                self.rest()
        self.rest()

    def wait_for(self, page: str, *, at_most: int) -> None:
        """Touch nothing until this page comes; raises `WrongPage` where it does not in time."""
        for _ in range(at_most):
            if self.page == page:
                return
            self.wait(1)
        self.expect(page)

    def rest(self) -> None:
        """Let everything arrive where it glides to, and draw it; meanwhile the next page is prepared."""
        for glide in self._glides:
            QMetaObject.invokeMethod(glide, "complete")
        self.window.view_model.prepare()
        QCoreApplication.processEvents()
        self.picture()
        self.when_shown()
