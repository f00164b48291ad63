"""The kiosk's view model: the page on the screen, what lies over it, the way and the tools."""

from collections.abc import Callable
from functools import lru_cache
from typing import TYPE_CHECKING

from icc_consult.domain.wording import LanguageTag
from icc_consult.i18n import Say
from icc_consult.languages import language

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.bar import BarProps, derive_bar_props
from ui.kiosk.host import Host
from ui.kiosk.journey import Comfort, Helping, Hidden, Journey, Promising, Switching, Welcome
from ui.kiosk.paging import Place, cover_of, page_of
from ui.kiosk.scene import Promise, Scene
from ui.kiosk.stand import Stand
from ui.later import Later
from ui.snapshot import Snapshot

if TYPE_CHECKING:
    from ui.kiosk import ahead
else:
    ahead = Later("ui.kiosk.ahead")

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_SCHEMES = ("light", "dark", "strong")


@lru_cache(maxsize=64)
def _voice(tag: str) -> Say:
    return Say(tag)


def _rows(bar: BarProps) -> dict[str, object]:
    """What the foot has to know of a bar to measure it."""
    return {
        "next": [bar.next_label, *bar.next_may_say],
        "asksConsent": bar.asks_consent,
        "canPreferNot": bar.can_prefer_not,
    }


@QmlElement
class KioskViewModel(Snapshot[BarProps]):
    pageChanged = Signal()
    pageTurned = Signal()
    pageSwapped = Signal()
    held = Signal()
    released = Signal()
    pagePrepared = Signal()
    foreseen = Signal(bool)
    rehearsed = Signal(list, str)
    hushChanged = Signal()
    coverChanged = Signal()
    languageChanged = Signal()
    comfortChanged = Signal()
    nextLabelChanged = Signal()
    nextMaySayChanged = Signal()
    isNextPrimaryChanged = Signal()
    canGoBackChanged = Signal()
    canPreferNotChanged = Signal()
    canLeaveChanged = Signal()
    canSwitchChanged = Signal()
    asksConsentChanged = Signal()
    isBareChanged = Signal()
    progressCountChanged = Signal()
    progressDoneChanged = Signal()
    progressTextChanged = Signal()

    def __init__(self, host: Host, promise: Callable[[], Promise], parent: QObject | None = None) -> None:
        super().__init__(BarProps(is_bare=True), parent)
        self.host = host
        self.host.when_likely = self._foresee
        self._promise = promise
        self._shown: Journey | None = None
        self._ahead = BarProps()
        self._is_hushed = False
        self._page = Stand(host, self)
        self._cover = Stand(host, self)
        self._page.changed.connect(self.pageChanged)
        self._page.turned.connect(self.pageTurned)
        self._page.swapped.connect(self.pageSwapped)
        self._page.prepared.connect(self.pagePrepared)
        self._cover.changed.connect(self.coverChanged)
        self.refresh()

    def refresh(self) -> None:
        """Derive everything again from the journey. Pages take their room after all else has changed."""
        before, journey = self._shown, self.host.journey
        self._shown = journey
        scene = self._scene(journey)
        place = page_of(scene)
        self.held.emit()
        self._make_way(before, journey, place)
        self.show(derive_bar_props(scene))
        self._page.put(place)
        self._cover.put(cover_of(scene))
        self.released.emit()

    def _make_way(self, before: Journey | None, journey: Journey, place: Place) -> None:
        """Before anything else changes, what is not needed any more is taken down."""
        speaks_otherwise = before is None or before.language != journey.language
        if speaks_otherwise or isinstance(journey.stage, Welcome):
            self._page.forget(place.qml)
        if speaks_otherwise:
            self.languageChanged.emit()
        if before is None or before.comfort != journey.comfort:
            self.comfortChanged.emit()

    def _scene(self, journey: Journey) -> Scene:
        plays = self.host.play is not None
        return Scene(journey, self.host.consultation, self._promise(), _voice(journey.language), plays)

    def prepare(self) -> None:
        """Build the page that comes when the resident goes on from here."""
        probable = ahead.ahead_of(self.host.journey, self.host.consultation)
        if probable is not None:
            self._foresee(probable)

    def _foresee(self, journey: Journey) -> None:
        scene = self._scene(journey)
        self._ahead = derive_bar_props(scene)
        self.foreseen.emit(language(journey.language).is_rtl)
        self._page.prepare(page_of(scene))

    def rehearse(self, tag: LanguageTag) -> None:
        """Lay the promise out in a language behind the welcome: its fonts and measures are then at hand."""
        if isinstance(self.host.journey.stage, Welcome):
            self._foresee(Journey(tag).at(Promising()))

    def measure(self, tag: LanguageTag) -> None:
        """Measure what stands around the first pages. The translator has to speak this language meanwhile."""
        promise = Journey(tag).at(Promising())
        first = ahead.ahead_of(promise, self.host.consultation) or promise
        self.rehearsed.emit([_rows(derive_bar_props(self._scene(one))) for one in (promise, first)], tag)

    def hush(self, *, is_hushed: bool) -> None:
        """While the language changes, what stays on the screen has no words."""
        self._is_hushed = is_hushed
        self.hushChanged.emit()

    @property
    def page_name(self) -> str:
        """The name of what a resident sees now."""
        return self._cover.front.name or self._page.front.name

    @Property(bool, notify=hushChanged)
    def isHushed(self) -> bool:
        return self._is_hushed

    @Property(int, notify=pagePrepared)
    def preparedCount(self) -> int:
        return self._ahead.progress_count

    @Property(str, notify=pagePrepared)
    def preparedProgress(self) -> str:
        return self._ahead.progress_text

    # -- what stands on the screen --------------------------------------------------------------

    @Property(str, notify=pageChanged)
    def pageFile(self) -> str:
        return self._page.front.file

    @Property(QObject, notify=pageChanged)
    def pageViewModel(self) -> QObject | None:
        return self._page.front.view_model

    @Property(str, notify=pagePrepared)
    def preparedFile(self) -> str:
        return self._page.behind.file

    @Property(QObject, notify=pagePrepared)
    def preparedViewModel(self) -> QObject | None:
        return self._page.behind.view_model

    @Property(str, notify=coverChanged)
    def coverFile(self) -> str:
        return self._cover.front.file

    @Property(QObject, notify=coverChanged)
    def coverViewModel(self) -> QObject | None:
        return self._cover.front.view_model

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self.host.journey.language

    @Property(bool, notify=languageChanged)
    def rightToLeft(self) -> bool:
        return language(self.host.journey.language).is_rtl

    @Property(int, notify=comfortChanged)
    def textStep(self) -> int:
        return self.host.journey.comfort.text_step

    @Property(str, notify=comfortChanged)
    def scheme(self) -> str:
        return self.host.journey.comfort.scheme

    @Property(bool, notify=comfortChanged)
    def motion(self) -> bool:
        comfort = self.host.journey.comfort
        return comfort.motion and comfort.scheme != "strong"

    # -- the rows at the foot -------------------------------------------------------------------

    @Property(str, notify=nextLabelChanged)
    def nextLabel(self) -> str:
        return self._props.next_label

    @Property(list, notify=nextMaySayChanged)
    def nextMaySay(self) -> list[str]:
        return list(self._props.next_may_say)

    @Property(bool, notify=isNextPrimaryChanged)
    def isNextPrimary(self) -> bool:
        return self._props.is_next_primary

    @Property(bool, notify=canGoBackChanged)
    def canGoBack(self) -> bool:
        return self._props.can_go_back

    @Property(bool, notify=canPreferNotChanged)
    def canPreferNot(self) -> bool:
        return self._props.can_prefer_not

    @Property(bool, notify=canLeaveChanged)
    def canLeave(self) -> bool:
        return self._props.can_leave

    @Property(bool, notify=canSwitchChanged)
    def canSwitch(self) -> bool:
        return self._props.can_switch

    @Property(bool, notify=asksConsentChanged)
    def asksConsent(self) -> bool:
        return self._props.asks_consent

    @Property(bool, notify=isBareChanged)
    def isBare(self) -> bool:
        return self._props.is_bare

    @Property(int, notify=progressCountChanged)
    def progressCount(self) -> int:
        return self._props.progress_count

    @Property(int, notify=progressDoneChanged)
    def progressDone(self) -> int:
        return self._props.progress_done

    @Property(str, notify=progressTextChanged)
    def progressText(self) -> str:
        return self._props.progress_text

    # -- presses --------------------------------------------------------------------------------

    @Slot()
    def goOn(self) -> None:
        self.host.go_on()

    @Slot()
    def goBack(self) -> None:
        self.host.cover(None) if self.host.journey.overlay else self.host.back()

    @Slot()
    def decline(self) -> None:
        self.host.decline()

    @Slot()
    def preferNot(self) -> None:
        self.host.prefer_not()

    @Slot()
    def leave(self) -> None:
        self.host.leave()

    @Slot()
    def switchLanguage(self) -> None:
        self.host.cover(Switching())

    @Slot()
    def hide(self) -> None:
        self.host.cover(Hidden())

    @Slot()
    def help(self) -> None:
        self.host.cover(Helping())

    @Slot()
    def nextTextSize(self) -> None:
        comfort = self.host.journey.comfort
        self.host.make_comfortable(Comfort(comfort.text_step % 3 + 1, comfort.scheme, comfort.motion))

    @Slot()
    def nextScheme(self) -> None:
        comfort = self.host.journey.comfort
        scheme = _SCHEMES[(_SCHEMES.index(comfort.scheme) + 1) % len(_SCHEMES)]
        self.host.make_comfortable(Comfort(comfort.text_step, scheme, comfort.motion))

    @Slot()
    def settle(self) -> None:
        self.host.settle()

    @Slot()
    def openStaffDoor(self) -> None:
        self.host.open_door()
