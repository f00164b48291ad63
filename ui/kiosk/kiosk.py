"""The kiosk's view model: the page on the screen, what lies over it, the way and the tools."""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from icc_consult.i18n import Say
from icc_consult.languages import language

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.bar import BarProps, derive_bar_props
from ui.kiosk.host import Host
from ui.kiosk.journey import Comfort, Helping, Hidden, Journey, Switching
from ui.kiosk.page import PageViewModel
from ui.kiosk.paging import Place, cover_of, page_of
from ui.kiosk.scene import Acts, Promise, Scene
from ui.snapshot import Snapshot

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1

_SCHEMES = ("light", "dark", "strong")


@lru_cache(maxsize=64)
def _voice(tag: str) -> Say:
    return Say(tag)


class Stand(QObject):
    """One place on the screen where a page stands: the stage's, or the one over it."""

    changed = Signal()
    turned = Signal()

    def __init__(self, acts: Acts, parent: QObject) -> None:
        super().__init__(parent)
        self._acts = acts
        self.name = self.file = ""
        self.view_model: PageViewModel[Any] | None = None

    def put(self, place: Place | None) -> None:
        """Show this page: other props on a page of the same kind, else a new page."""
        before, name = self.view_model, self.name
        self.name = place.name if place else ""
        if place is not None and before is not None and place.qml == self.file:
            before.show(place.props)
            if place.name != name:
                self.turned.emit()
            return
        self.file = place.qml if place else ""
        self.view_model = place.kind(place.props, self._acts, self) if place else None
        if before is not None or place is not None:
            self.changed.emit()  # the old page is destroyed here, before its view model
        if before is not None:
            before.deleteLater()


@QmlElement
class KioskViewModel(Snapshot[BarProps]):
    pageChanged = Signal()
    pageTurned = Signal()
    coverChanged = Signal()
    languageChanged = Signal()
    comfortChanged = Signal()
    nextLabelChanged = Signal()
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
        self._promise = promise
        self._shown: Journey | None = None
        self._page = Stand(host, self)
        self._cover = Stand(host, self)
        self._page.changed.connect(self.pageChanged)
        self._page.turned.connect(self.pageTurned)
        self._cover.changed.connect(self.coverChanged)
        self.refresh()

    def refresh(self) -> None:
        """Derive everything again from the journey."""
        before, journey = self._shown, self.host.journey
        self._shown = journey
        if before is None or before.language != journey.language:
            self.languageChanged.emit()
        if before is None or before.comfort != journey.comfort:
            self.comfortChanged.emit()
        scene = Scene(journey, self.host.consultation, self._promise(), _voice(journey.language))
        self.show(derive_bar_props(scene))
        self._page.put(page_of(scene))
        self._cover.put(cover_of(scene))

    @property
    def page_name(self) -> str:
        """The name of what a resident sees now."""
        return self._cover.name or self._page.name

    # -- what stands on the screen --------------------------------------------------------------

    @Property(str, notify=pageChanged)
    def pageFile(self) -> str:
        return self._page.file

    @Property(QObject, notify=pageChanged)
    def pageViewModel(self) -> QObject | None:
        return self._page.view_model

    @Property(str, notify=coverChanged)
    def coverFile(self) -> str:
        return self._cover.file

    @Property(QObject, notify=coverChanged)
    def coverViewModel(self) -> QObject | None:
        return self._cover.view_model

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
    def openStaffDoor(self) -> None:
        self.host.open_door()
