"""The check of the answers: everything given, in one list, each with a way back."""

from dataclasses import dataclass

from icc_consult.domain.session import Session

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.answers import rows_of
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ReviewProps:
    """What the check of the answers shows."""

    rows: tuple[Spoken, ...]
    summary: str


def derive_review_props(scene: Scene, session: Session) -> ReviewProps:
    """A row for each page that asked something, or for each of its steps."""
    pages = session.answerable
    rows = tuple(row for page in pages for row in rows_of(scene, session, page))
    summary = scene.say("{answered} of {total} answered", answered=session.answered_count, total=len(pages))
    return ReviewProps(rows, summary)


@QmlElement
class ReviewViewModel(PageViewModel[ReviewProps]):
    rowsChanged = Signal()
    summaryChanged = Signal()

    @Property(list, notify=rowsChanged)
    def rows(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.rows]

    @Property(str, notify=summaryChanged)
    def summary(self) -> str:
        return self._props.summary

    @Slot(str, int)
    def change(self, item: str, step: int) -> None:
        self._acts.change(item, step)
