"""The desk's view model: the rail, the page beside it, what lies over it, and the work under way."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from typing import Any

from icc_consult.i18n import Say
from icc_consult.languages import language

from PySide6.QtCore import Property, QObject, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.errand_sentences import CHORES
from ui.desk.errands import STOPPABLE, WRITTEN_AT_ONCE, WRITTEN_LAST, Chore
from ui.desk.host import Host
from ui.desk.page import PageViewModel, Place
from ui.desk.paging import cover_of, page_of
from ui.desk.remarks import derive_remark_props
from ui.desk.scene import Scene
from ui.desk.state import SIZES, Busy, Field, Rail, Task
from ui.desk.touching import AWAY, BoardProps, derive_board_props
from ui.snapshot import Snapshot

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1

DENSITY = 0.6
_STOPPABLE = STOPPABLE | {Task.UNLOCKING, Task.EXPORTING}


@dataclass(frozen=True, slots=True)
class DeskProps:
    """What stands around every page."""

    rail: str = "today"
    language: str = "en"
    endonym: str = ""
    right_to_left: bool = False
    scheme: str = "light"
    density: float = DENSITY
    remark: str = ""
    is_good: bool = False
    busy: str = ""
    busy_share: float = -1.0
    can_cancel: bool = False
    board: BoardProps = AWAY


def derive_desk_props(scene: Scene) -> DeskProps:
    """The rail and the looks, the sentence about what was tried, and the work under way."""
    state, remark = scene.state, derive_remark_props(scene)
    known, busy = language(state.language), state.busy
    return DeskProps(
        rail=state.rail,
        language=known.tag,
        endonym=known.endonym,
        right_to_left=known.is_rtl,
        scheme=state.scheme,
        density=DENSITY * SIZES[state.size - 1],
        remark=remark.text,
        is_good=remark.is_good,
        busy=_task(scene, busy) if busy else "",
        busy_share=busy.done / busy.of if busy and busy.of else -1.0,
        board=derive_board_props(state),
        can_cancel=busy is not None and _can_stop(busy),
    )


def _can_stop(busy: Busy) -> bool:
    is_full = bool(busy.of) and busy.done >= busy.of
    is_past = (busy.task in WRITTEN_LAST and is_full) or (busy.task in WRITTEN_AT_ONCE and busy.done > 0)
    return busy.task in _STOPPABLE and not is_past


def _task(scene: Scene, busy: Busy) -> str:
    say = scene.say
    if isinstance(busy.task, Chore):
        return say(CHORES[busy.task])
    if busy.of:
        return say("Reading responses: {done} of {of}", done=busy.done, of=busy.of)
    return {
        Task.LOOKING: say("Looking …"),
        Task.OPENING: say("Making the key and testing it …"),
        Task.STARTING: say("Starting the day …"),
        Task.CLOSING: say("Closing …"),
        Task.UNLOCKING: say("Opening the lock …"),
        Task.EXPORTING: say("Writing …"),
        Task.MOVING: say("Copying the key and checking the copy …"),
        Task.CHANGING: say("Changing the PIN …"),
        Task.DECIDING: say("Writing …"),
    }[busy.task]


@lru_cache(maxsize=64)
def _voice(tag: str) -> Say:
    return Say(tag)


class Stand(QObject):
    """One place where a page stands: the one beside the rail, or the one over it."""

    changed = Signal()

    def __init__(self, host: Host, parent: QObject) -> None:
        super().__init__(parent)
        self._host = host
        self.name = self.file = ""
        self.view_model: PageViewModel[Any] | None = None

    def put(self, place: Place | None) -> None:
        """Show this page: a new one where the name differs, the same one with other props otherwise."""
        if place is not None and place.name == self.name and self.view_model is not None:
            self.view_model.show(place.props)
            return
        before = self.view_model
        if before is None and place is None:
            return
        self.view_model = place.kind(place.props, self._host, self) if place else None
        self.name, self.file = (place.name, f"{place.file}.qml") if place else ("", "")
        self.changed.emit()  # the old page is destroyed here, before its view model
        if before is not None:
            before.deleteLater()


@QmlElement
class DeskViewModel(Snapshot[DeskProps]):
    pageChanged = Signal()
    coverChanged = Signal()
    railChanged = Signal()
    languageChanged = Signal()
    endonymChanged = Signal()
    rightToLeftChanged = Signal()
    schemeChanged = Signal()
    densityChanged = Signal()
    remarkChanged = Signal()
    isGoodChanged = Signal()
    busyChanged = Signal()
    busyShareChanged = Signal()
    canCancelChanged = Signal()
    boardChanged = Signal()

    def __init__(
        self, host: Host, parent: QObject | None = None, *, today: Callable[[], date] = date.today
    ) -> None:
        super().__init__(DeskProps(), parent)
        self.host = host
        self._today = today
        self._page = Stand(host, self)
        self._cover = Stand(host, self)
        self._page.changed.connect(self.pageChanged)
        self._cover.changed.connect(self.coverChanged)
        self.refresh()

    def refresh(self) -> None:
        """Derive everything again from the state."""
        state = self.host.state
        scene = Scene(state, _voice(state.language), self._today())
        self.show(derive_desk_props(scene))
        self._page.put(page_of(scene))
        self._cover.put(cover_of(scene))

    @property
    def page_name(self) -> str:
        """The name of what the facilitator sees now."""
        return self._cover.name or self._page.name

    # -- what stands beside the rail ------------------------------------------------------------

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

    @Property(str, notify=railChanged)
    def rail(self) -> str:
        return self._props.rail

    @Property(str, notify=languageChanged)
    def language(self) -> str:
        return self._props.language

    @Property(str, notify=endonymChanged)
    def endonym(self) -> str:
        return self._props.endonym

    @Property(bool, notify=rightToLeftChanged)
    def rightToLeft(self) -> bool:
        return self._props.right_to_left

    @Property(str, notify=schemeChanged)
    def scheme(self) -> str:
        return self._props.scheme

    @Property(float, notify=densityChanged)
    def density(self) -> float:
        return self._props.density

    @Property(str, notify=remarkChanged)
    def remark(self) -> str:
        return self._props.remark

    @Property(bool, notify=isGoodChanged)
    def isGood(self) -> bool:
        return self._props.is_good

    @Property(str, notify=busyChanged)
    def busy(self) -> str:
        return self._props.busy

    @Property(float, notify=busyShareChanged)
    def busyShare(self) -> float:
        return self._props.busy_share

    @Property(bool, notify=canCancelChanged)
    def canCancel(self) -> bool:
        return self._props.can_cancel

    @Property(list, notify=boardChanged)
    def keys(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.board.keys]

    @Property(list, notify=boardChanged)
    def strip(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.board.strip]

    # -- presses --------------------------------------------------------------------------------

    @Slot(str)
    def go(self, rail: str) -> None:
        self.host.go(Rail(rail))

    @Slot()
    def cancel(self) -> None:
        self.host.cancel()

    @Slot(str)
    def takeKeyboard(self, field: str) -> None:
        self.host.touches.take(Field(field))

    @Slot()
    def putKeyboardAway(self) -> None:
        self.host.touches.put_away()

    @Slot(int, int)
    def pressKey(self, row: int, column: int) -> None:
        self.host.touches.press_at(row, column)

    @Slot(int)
    def pick(self, index: int) -> None:
        self.host.touches.pick_at(index)

    @Slot()
    def openLanguages(self) -> None:
        self.host.open_languages()

    @Slot()
    def nextScheme(self) -> None:
        self.host.next_scheme()

    @Slot()
    def nextSize(self) -> None:
        self.host.next_size()
