"""One question with choices: one of them, or as many as are true."""

from dataclasses import dataclass

from icc_consult.domain.response import Answered, Chosen, ChosenMany
from icc_consult.domain.session import choices_in_order
from icc_consult.domain.survey import ChoiceCode, MultipleChoice, Scale, SingleChoice

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.journey import Answering
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

Closed = SingleChoice | Scale | MultipleChoice

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ChoiceProps:
    """What a closed question shows."""

    heading: Spoken
    instruction: str
    notice: str
    choices: tuple[Spoken, ...]
    chosen: tuple[str, ...]
    is_many: bool
    has_more: bool
    remark: str


def derive_choice_props(scene: Scene, question: Closed) -> ChoiceProps:
    """The question, its choices in the order of this sitting, and which of them are chosen."""
    session = scene.journey.session
    by_code = {choice.code: choice for choice in question.choices}
    codes = choices_in_order(session, question) if session else tuple(by_code)
    wordings = (question.text, *(choice.text for choice in question.choices))
    return ChoiceProps(
        heading=scene.spoken(question.text),
        instruction=_instruction(scene, question),
        notice=scene.notice(*wordings),
        choices=tuple({"code": code, **scene.spoken(by_code[ChoiceCode(code)].text)} for code in codes),
        chosen=chosen_codes(scene, question),
        is_many=isinstance(question, MultipleChoice),
        has_more=question.learn_more is not None,
        remark=_remark(scene, question),
    )


def chosen_codes(scene: Scene, question: Closed) -> tuple[str, ...]:
    """What is chosen now."""
    session = scene.journey.session
    match session.answers.get(question.id) if session else None:
        case Answered(Chosen(code)):
            return (code,)
        case Answered(ChosenMany(codes)):
            return codes
    return ()


def _instruction(scene: Scene, question: Closed) -> str:
    match question:
        case MultipleChoice(maximum=None):
            return scene.say("Choose all that are true.")
        case MultipleChoice(maximum=int(maximum)):
            return scene.say("Choose up to {number}.", number=maximum)
    return scene.say("Choose one answer.")


def _remark(scene: Scene, question: Closed) -> str:
    stage = scene.journey.stage
    match question:
        case MultipleChoice(maximum=int(maximum)) if isinstance(stage, Answering) and stage.is_full:
            return scene.say("You can choose only {number}. Take one away first.", number=maximum)
    return ""


@QmlElement
class ChoiceViewModel(PageViewModel[ChoiceProps]):
    headingChanged = Signal()
    instructionChanged = Signal()
    noticeChanged = Signal()
    choicesChanged = Signal()
    chosenChanged = Signal()
    isManyChanged = Signal()
    hasMoreChanged = Signal()
    remarkChanged = Signal()

    @Property(dict, notify=headingChanged)
    def heading(self) -> dict[str, object]:
        return dict(self._props.heading)

    @Property(str, notify=instructionChanged)
    def instruction(self) -> str:
        return self._props.instruction

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(list, notify=choicesChanged)
    def choices(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.choices]

    @Property(list, notify=chosenChanged)
    def chosen(self) -> list[str]:
        return list(self._props.chosen)

    @Property(bool, notify=isManyChanged)
    def isMany(self) -> bool:
        return self._props.is_many

    @Property(bool, notify=hasMoreChanged)
    def hasMore(self) -> bool:
        return self._props.has_more

    @Property(str, notify=remarkChanged)
    def remark(self) -> str:
        return self._props.remark

    @Slot(str)
    def toggle(self, code: str) -> None:
        self._acts.choose(code)

    @Slot()
    def learnMore(self) -> None:
        self._acts.learn("")
