"""The real kiosk on a stage: one window, and every page it can show."""

from collections.abc import Iterator
from dataclasses import dataclass

from icc_consult.bootstrap import practice_kiosk
from icc_consult.domain.consultation import Consultation
from icc_consult.domain.session import CardPage, Draw, QuestionPage, Session, StatementPage, TopicsPage
from icc_consult.domain.survey import OpenText
from icc_consult.domain.wording import LanguageTag
from icc_consult.packs import Pack
from icc_consult.services.errors import VoucherSpent
from icc_consult.services.ports import ReceiptCode
from icc_consult.services.responding import Seat

from PySide6.QtCore import QCoreApplication, QEvent, QMetaObject
from PySide6.QtQuick import QQuickItem

from ui.kiosk import giving
from ui.kiosk.journey import (
    Admitting,
    Answering,
    Comfort,
    Gone,
    Helping,
    Hidden,
    Idling,
    Journey,
    Leaving,
    Overlay,
    Picking,
    Promised,
    Promising,
    Staffing,
    Switching,
    Thanked,
    Troubled,
    Wishing,
)
from ui.kiosk.scene import Promise
from ui.kiosk_window import KioskWindow

from tests.ui.kiosk.looking import named, shown_items

RECEIPT = ReceiptCode("8F3K-22QX-0M7T-WZ5A")
CONTROLLER, CONTACT = "City of Sketches", "Welcome desk, first floor"
LAPTOP, PANEL, MONITOR = 3.78, 5.9, 4.03
STEPS = {1: 1.0, 2: 1.5, 3: 2.0}
_COVERS: dict[str, Overlay] = {
    "helping": Helping(),
    "promised": Promised(),
    "hidden": Hidden(),
    "switching": Switching(),
    "leaving": Leaving(),
    "deleting": Leaving(confirms_deletion=True),
    "idling": Idling(88),
    "staff": Staffing("12"),
    "wrong PIN": Staffing(is_wrong=True, wait_seconds=30),
    "open door": Staffing(is_open=True),
    "letting in": Staffing(is_open=True, waiting=Admitting()),
    "voucher": Admitting("7KX0AB2"),
    "voucher refused": Admitting(refused=VoucherSpent()),
    "waiting for staff": Admitting(by_voucher=False),
    "trouble": Troubled("The disk of the kiosk is full."),
}


@dataclass(frozen=True)
class Look:
    """How a window is looked at: its language, the step of its text, its size and pixels a millimetre."""

    language: str = "en"
    step: int = 1
    width: int = 1280
    height: int = 800
    density: float = LAPTOP
    scheme: str = "light"


class Stage:
    """A kiosk window that is put before any page at once."""

    def __init__(self, pack: Pack) -> None:
        self.consultation: Consultation = pack.consultation
        self.now = 0.0
        kiosk = practice_kiosk(pack)
        promise = Promise(pack.consultation.policy, CONTROLLER, CONTACT)
        self.window = KioskWindow(pack.consultation, lambda: kiosk, lambda: promise, clock=lambda: self.now)
        self.window._seconds.stop()
        self.host = self.window.host
        self.look = Look()

    @property
    def root(self) -> QQuickItem:
        """Everything on the screen."""
        return self.window.shell.view.rootObject()

    def see(self, look: Look) -> None:
        """Size the window and begin at the welcome, in this language, without motion."""
        self.look = look
        self.window.shell.scale(look.density)
        self.window.show(windowed=True, width=look.width, height=look.height)
        self.host.become(self.fresh())
        while (self.root.width(), self.root.height()) != (look.width, look.height):
            QCoreApplication.processEvents()
        self.rest()

    def fresh(self) -> Journey:
        """A journey that has just begun."""
        comfort = Comfort(self.look.step, self.look.scheme, motion=False)
        return Journey(LanguageTag(self.look.language), comfort=comfort)

    def show(self, journey: Journey) -> None:
        """Put this journey on the screen."""
        self.host.become(journey)
        self.rest()

    def rest(self) -> None:
        """Until everything stands at its place; nothing is painted for that."""
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
        for item in shown_items(self.root):
            item.ensurePolished()

    def sheets_of(self, journey: Journey) -> Iterator[int]:
        """The sheets of a page one after another, each while it is shown."""
        self.show(journey)
        number = 1
        yield number
        while turner := named(self.root, "nextSheet"):
            QMetaObject.invokeMethod(turner, "click")
            self.rest()
            number += 1
            yield number

    def seen(self) -> list[QQuickItem]:
        """All that is on the screen."""
        return shown_items(self.root)

    def close(self) -> None:
        """Take the window down."""
        self.window.close()

    def session(self) -> Session:
        """A sitting that meets every statement."""
        drawn = tuple(part.id for part in self._all_statements())
        return Session.begin(self.consultation, LanguageTag(self.look.language), Draw(drawn))

    def answering(self, item: str = "") -> Journey:
        """At the page of this name, or at the check of the answers."""
        session = self.session().at(item) if item else self.session().at_review()
        return self.fresh().at(Answering(Seat(session, RECEIPT)))

    def pages(self) -> Iterator[tuple[str, Journey]]:
        """Every page and everything that may lie over one, each with a name."""
        yield from self._around()
        for page in self.session().pages:
            at = self.answering(page.id)
            yield page.id, at
            yield from ((f"{page.id} {name}", journey) for name, journey in self._deeper(at))
        yield from self._covers(self.answering("topics"))

    def _around(self) -> Iterator[tuple[str, Journey]]:
        fresh = self.fresh()
        yield "welcome", fresh
        yield "languages", fresh.at(Picking())
        yield "wish", fresh.at(Wishing())
        yield "wished", fresh.at(Wishing("ti"))
        yield "promise", fresh.at(Promising())
        yield "review", self.answering()
        yield "thanks", fresh.at(Thanked(RECEIPT))
        yield "partial thanks", fresh.at(Thanked(RECEIPT, is_partial=True))
        yield "receipt", fresh.at(Thanked(RECEIPT, shows_receipt=True))
        yield "deleted", fresh.at(Gone(has_deleted=True))
        yield "declined", fresh.at(Gone(has_deleted=False))

    def _deeper(self, at: Journey) -> Iterator[tuple[str, Journey]]:
        page = at.session.page if at.session else None
        match page:
            case QuestionPage(question=OpenText()):
                writing = giving.take_keyboard(at)
                yield "writing", writing
                yield "written", giving.press_at(giving.press_at(writing, 0, 0), 1, 1)
            case QuestionPage(question=question) if question.learn_more:
                yield "learn", giving.learn(at, "")
            case TopicsPage(paper=paper):
                yield from ((f"learn {topic.id}", giving.learn(at, topic.id)) for topic in paper.topics)
            case QuestionPage() | StatementPage() | CardPage() | None:
                pass

    def _covers(self, at: Journey) -> Iterator[tuple[str, Journey]]:
        yield from ((name, at.under(overlay)) for name, overlay in _COVERS.items())

    def _all_statements(self) -> list[StatementPage]:
        ids = [name for name in self.consultation.items() if name.startswith("s")]
        pages = Session.begin(self.consultation, LanguageTag("en"), Draw(tuple(ids))).pages
        return [page for page in pages if isinstance(page, StatementPage)]
