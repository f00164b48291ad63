"""The promise before the first question."""

from dataclasses import dataclass, replace

from icc_consult.domain.consultation import Policy, TranslationState

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

_DRAFTS = (TranslationState.DRAFT, TranslationState.NEEDS_REVIEW, TranslationState.MISSING)

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PromiseProps:
    """What the promise page shows."""

    title: Spoken
    lines: tuple[Spoken, ...]
    notice: Spoken
    is_over: bool = False


def derive_promise_props(scene: Scene) -> PromiseProps:
    """Who asks and why, what happens with the answers, the policy, the age; a draft says that it is one."""
    consent = scene.consultation.consent
    lines = [scene.spoken(line) for line in consent.lines]
    lines += [_said(scene, text) for text in _sentences(scene)]
    is_draft = scene.consultation.state_of(scene.language) in _DRAFTS
    draft = (
        scene.say("This translation is a draft. A native speaker has not checked it yet.") if is_draft else ""
    )
    notice = _said(scene, scene.notice(*consent.lines) or draft)
    return PromiseProps(scene.spoken(consent.title), tuple(lines), notice)


def derive_promised_props(scene: Scene) -> PromiseProps:
    """The same, over the first question."""
    return replace(derive_promise_props(scene), is_over=True)


def _said(scene: Scene, text: str) -> Spoken:
    return {"text": text, "language": scene.language, "fallback": False}


def _sentences(scene: Scene) -> list[str]:
    say, promise = scene.say, scene.promise
    asks = [say("Who asks: {controller}", controller=promise.controller)] if promise.controller else []
    asks += [say("Questions? {contact}", contact=promise.contact)] if promise.contact else []
    kept = say("If you leave early, the city keeps the answers you gave. You can also delete them.")
    dropped = say("If you leave early, nothing is kept.")
    return [
        *asks,
        kept if promise.policy is Policy.KEEP else dropped,
        say("After you send, nobody can find your answers again. Not even to delete them."),
        say("You must be {age} years or older.", age=scene.consultation.minimum_age),
    ]


@QmlElement
class PromiseViewModel(PageViewModel[PromiseProps]):
    titleChanged = Signal()
    linesChanged = Signal()
    noticeChanged = Signal()
    isOverChanged = Signal()

    @Property(dict, notify=titleChanged)
    def title(self) -> dict[str, object]:
        return dict(self._props.title)

    @Property(list, notify=linesChanged)
    def lines(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.lines]

    @Property(dict, notify=noticeChanged)
    def notice(self) -> dict[str, object]:
        return dict(self._props.notice)

    @Property(bool, notify=isOverChanged)
    def isOver(self) -> bool:
        return self._props.is_over

    @Slot()
    def close(self) -> None:
        self._acts.cover(None)
