"""A card of a few lines: help after a sensitive question, or more about a topic."""

from dataclasses import dataclass, replace

from icc_consult.domain.session import CardPage, QuestionPage, Session
from icc_consult.domain.wording import Wording

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.answers import told
from ui.kiosk.heading import said
from ui.kiosk.journey import Learning
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class CardProps:
    """What a card shows. Each line says whether it is told, speaks for, or speaks against."""

    title: Spoken
    lines: tuple[Spoken, ...]
    notice: str
    is_over: bool
    picture: str = ""
    sound: str = ""


def derive_card_props(scene: Scene, page: CardPage) -> CardProps:
    """A card on the way: a note, or help after a sensitive question."""
    card = _card(scene, page.card.title, [("", line) for line in page.card.lines], is_over=False)
    return replace(card, picture=scene.picture(page.picture), sound=scene.sound(page.sound, page.card.title))


def derive_given_props(scene: Scene, session: Session, page: QuestionPage) -> CardProps:
    """A question whose answer the form itself puts in: to be read, not to be changed."""
    answer = said(scene, str(told(scene, session, page)["answer"]))
    lines = ({"side": "", **answer}, {"side": "", **said(scene, scene.say("This was filled in for you."))})
    question = page.question
    return CardProps(
        title=scene.spoken(question.text),
        lines=lines if page.id in session.answers else (),
        notice=scene.notice(question.text),
        is_over=False,
        picture=scene.picture(question.picture),
        sound=scene.sound(question.sound, question.text),
    )


def derive_learning_props(scene: Scene, more: Learning) -> CardProps:
    """A card over a page: more about it, then what speaks for it and against it."""
    sides = (
        ("", more.card.lines),
        ("for", more.arguments_for),
        ("against", more.arguments_against),
    )
    lines = [(side, line) for side, told in sides for line in told]
    card = _card(scene, more.card.title, lines, is_over=True)
    return replace(
        card,
        picture=scene.picture(more.picture) if more.picture else "",
        sound=scene.sound(more.sound, more.card.title) if more.sound else "",
    )


def _card(scene: Scene, title: Wording, lines: list[tuple[str, Wording]], *, is_over: bool) -> CardProps:
    return CardProps(
        title=scene.spoken(title),
        lines=tuple({"side": side, **scene.spoken(line)} for side, line in lines),
        notice=scene.notice(title, *(line for _, line in lines)),
        is_over=is_over,
    )


@QmlElement
class CardViewModel(PageViewModel[CardProps]):
    titleChanged = Signal()
    linesChanged = Signal()
    noticeChanged = Signal()
    isOverChanged = Signal()
    pictureChanged = Signal()
    soundChanged = Signal()

    @Property(dict, notify=titleChanged)
    def title(self) -> dict[str, object]:
        return dict(self._props.title)

    @Property(list, notify=linesChanged)
    def lines(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.lines]

    @Property(str, notify=noticeChanged)
    def notice(self) -> str:
        return self._props.notice

    @Property(bool, notify=isOverChanged)
    def isOver(self) -> bool:
        return self._props.is_over

    @Property(str, notify=pictureChanged)
    def picture(self) -> str:
        return self._props.picture

    @Property(str, notify=soundChanged)
    def sound(self) -> str:
        return self._props.sound

    @Slot()
    def listen(self) -> None:
        self._acts.listen(self._props.sound)

    @Slot()
    def close(self) -> None:
        self._acts.cover(None)
