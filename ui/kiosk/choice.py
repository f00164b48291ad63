"""One question with choices: one of them, or as many as are true."""

from dataclasses import dataclass
from decimal import Decimal

from icc_consult.domain.response import Answer, Answered, Chosen, ChosenMany, Numbered
from icc_consult.domain.session import choices_in_order
from icc_consult.domain.survey import Choice, ChoiceCode, MultipleChoice, Number, Scale, SingleChoice
from icc_consult.languages import format_number

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.headed import InstructedProps, InstructedViewModel
from ui.kiosk.heading import headed, said
from ui.kiosk.journey import Answering
from ui.kiosk.scene import Scene, Spoken

Closed = SingleChoice | Scale | MultipleChoice
_ROWS = {"likert", "horizontal"}
_GRIDS = {"columns", "no-buttons"}
_COMPACT = {"minimal", "picker"}

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class ChoiceProps(InstructedProps):
    """What a closed question shows. `layout`: `list`, `compact`, `row`, `grid`; `sign`: `ring`, `star`."""

    layout: str
    sign: str
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
        heading=headed(scene, question),
        instruction=_instruction(scene, question),
        layout=_layout(question),
        sign="" if "no-buttons" in question.looks else "ring",
        notice=scene.notice(*wordings),
        choices=tuple(_choice(scene, by_code[ChoiceCode(code)]) for code in codes),
        chosen=chosen_codes(scene, question),
        is_many=isinstance(question, MultipleChoice),
        has_more=question.learn_more is not None,
        remark=_remark(scene, question),
    )


def derive_steps_props(scene: Scene, question: Number) -> ChoiceProps:
    """A number that is picked from a row."""
    session = scene.journey.session
    given = session.answers.get(question.id) if session else None
    codes = tuple(f"{step:f}" for step in question.steps())
    picked = next((code for code in codes if _is_number(given, code)), "")
    return ChoiceProps(
        heading=headed(scene, question),
        instruction=scene.say("Choose one answer."),
        layout="row",
        sign="star" if "rating" in question.looks else "",
        notice=scene.notice(question.text),
        choices=tuple(_step(scene, code) for code in codes),
        chosen=(picked,) if picked else (),
        is_many=False,
        has_more=question.learn_more is not None,
        remark="",
    )


def _is_number(answer: Answer | None, code: str) -> bool:
    """Whether the answer is this number, however it is written."""
    match answer:
        case Answered(Numbered(number)):
            return Decimal(number) == Decimal(code)
    return False


def _step(scene: Scene, code: str) -> Spoken:
    text = format_number(Decimal(code), scene.language)
    return {**said(scene, text), "code": code, "picture": "", "sound": ""}


def _choice(scene: Scene, choice: Choice) -> Spoken:
    return {
        "code": str(choice.code),
        **scene.spoken(choice.text),
        "picture": scene.picture(choice.picture),
        "sound": scene.sound(choice.sound, choice.text),
    }


def _layout(question: Closed) -> str:
    """How the choices stand: pictures in a grid, a short scale in a row where its form wishes that."""
    if any(choice.picture for choice in question.choices) or question.looks & _GRIDS:
        return "grid"
    if question.looks & _ROWS:
        return "row"
    return "compact" if question.looks & _COMPACT else "list"


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
class ChoiceViewModel(InstructedViewModel[ChoiceProps]):
    layoutChanged = Signal()
    signChanged = Signal()
    choicesChanged = Signal()
    chosenChanged = Signal()
    isManyChanged = Signal()
    hasMoreChanged = Signal()
    remarkChanged = Signal()

    @Property(str, notify=layoutChanged)
    def layout(self) -> str:
        return self._props.layout

    @Property(str, notify=signChanged)
    def sign(self) -> str:
        return self._props.sign

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

    @Slot(str)
    def listen(self, sound: str) -> None:
        self._acts.listen(sound)

    @Slot()
    def learnMore(self) -> None:
        self._acts.learn("")
