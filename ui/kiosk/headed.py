"""What pages share that ask something: a heading and a notice, some an instruction, some also a remark."""

from dataclasses import dataclass
from typing import TypeVar

from PySide6.QtCore import Property, Signal

from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Spoken


@dataclass(frozen=True, slots=True)
class HeadedProps:
    """What is asked, and what should be known about the words."""

    heading: Spoken
    notice: str


@dataclass(frozen=True, slots=True)
class InstructedProps(HeadedProps):
    """Besides, what to do."""

    instruction: str


@dataclass(frozen=True, slots=True)
class RemarkedProps(InstructedProps):
    """Besides, whether the instruction answers a press in vain."""

    is_remark: bool


Headed = TypeVar("Headed", bound=HeadedProps)
Instructed = TypeVar("Instructed", bound=InstructedProps)
Remarked = TypeVar("Remarked", bound=RemarkedProps)


class HeadedViewModel(PageViewModel[Headed]):
    headingChanged = Signal()
    noticeChanged = Signal()

    @Property(dict, notify=headingChanged)
    def heading(self) -> dict[str, object]:
        return dict(self._props.heading)

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice


class InstructedViewModel(HeadedViewModel[Instructed]):
    instructionChanged = Signal()

    @Property(str, notify=instructionChanged)
    def instruction(self) -> str:
        return self._props.instruction


class RemarkedViewModel(InstructedViewModel[Remarked]):
    isRemarkChanged = Signal()

    @Property(bool, notify=isRemarkChanged)
    def isRemark(self) -> bool:
        return self._props.is_remark
