"""Bundles that were brought: what they hold, whose they are, and what they come to."""

from dataclasses import dataclass
from pathlib import Path

from icc_consult.languages import format_number
from icc_consult.reports.day_sheets import grouped
from icc_consult.sentences import sentence

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.check_sentences import BOOKS, told_flaws
from ui.desk.errand_page import ErrandViewModel
from ui.desk.errands import Looked, Taken, Taking
from ui.desk.scene import Row, Scene
from ui.desk.state import Field
from ui.desk.taking import usable

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1
_SHOWN = 16


@dataclass(frozen=True, slots=True)
class TakeInProps:
    """The bundles as files; once they were opened, what is in each; at the end, what it came to."""

    bundles: tuple[Row, ...]
    passphrase: str
    looked: tuple[Row, ...] = ()
    can_take: bool = False
    title: str = ""
    lead: str = ""
    findings: tuple[str, ...] = ()
    facts: tuple[Row, ...] = ()


def derive_take_in_props(scene: Scene, taking: Taking) -> TakeInProps:
    """Words before numbers."""
    files = tuple({"name": one.name, "path": str(one)} for one in taking.bundles)
    words = scene.state.text(Field.PASSPHRASE)
    if (done := taking.done) is not None:
        title = scene.say.counted("{n} answer was new", "{n} answers were new", done.added)
        findings = told_flaws(scene, done.findings)
        return TakeInProps(
            files, words, (), False, title, _balance(scene, done), findings, _facts(scene, done)
        )
    looked = tuple(_row(scene, taking, one) for one in taking.looked)
    return TakeInProps(files, words, looked, can_take=bool(usable(taking)))


def _row(scene: Scene, taking: Taking, one: Looked) -> Row:
    say = scene.say
    asks = (one.error is None or one.is_salvaged) and not one.is_known
    return {
        "name": one.where.name,
        "told": _told_of(scene, one),
        "isTrouble": one.error is not None,
        "asks": asks,
        "signer": one.signer,
        "key": say("It is signed with this key: {key}", key=grouped(one.signer[:_SHOWN])) if asks else "",
        "isBelieved": one.signer in taking.believed,
        "canSalvage": one.is_salvaged,
        "isSalvaged": one.where in taking.salvaged,
        "path": str(one.where),
    }


def _told_of(scene: Scene, one: Looked) -> str:
    if one.is_salvaged:
        return _whole_of(scene, one)
    return sentence(one.error, scene.say) if one.error else _told(scene, one)


def _whole_of(scene: Scene, one: Looked) -> str:
    say = scene.say
    damaged = say(
        "This bundle is damaged: write it again at its kiosk. If that kiosk is lost, take what is whole; no "
        "signature says whose that is."
    )
    whole = say.counted("{n} answer is whole.", "{n} answers are whole.", one.answers)
    if one.missing is None:
        lost = say("Nobody knows how many are missing.")
    elif one.missing:
        lost = say.counted("{n} answer is missing.", "{n} answers are missing.", one.missing)
    else:
        lost = say("No answer is missing.")
    return f"{damaged} {whole} {lost} {_new(scene, one)}"


def _told(scene: Scene, one: Looked) -> str:
    say = scene.say
    count = say.counted("{n} answer is in it.", "{n} answers are in it.", one.answers)
    end = say("Its kiosk was closed.") if one.is_closed else say("Its kiosk is still open.")
    return f"{count} {_new(scene, one)} {end}"


def _new(scene: Scene, one: Looked) -> str:
    if one.new:
        return scene.say.counted("{n} is new.", "{n} are new.", one.new)
    return scene.say("All of them are here already.")


def _balance(scene: Scene, done: Taken) -> str:
    say = scene.say
    books = say("Not everything fits; see below.") if done.findings else say("The books balance.")
    more = say("Every kiosk was closed: the results can be read.")
    if not done.is_closed:
        more = say("Not every kiosk was closed yet.")
    return f"{books} {more}"


def _facts(scene: Scene, done: Taken) -> tuple[Row, ...]:
    say, tag = scene.say, scene.state.language
    counted = ((BOOKS[name], n) for name, n in done.books if name in BOOKS)
    rows = [{"label": say(name), "text": format_number(n, tag)} for name, n in counted]
    return (*rows, {"label": say("All of it lies here"), "text": str(done.where)})


@QmlElement
class TakeInViewModel(ErrandViewModel[TakeInProps]):
    bundlesChanged = Signal()
    passphraseChanged = Signal()
    lookedChanged = Signal()
    canTakeChanged = Signal()
    titleChanged = Signal()
    leadChanged = Signal()
    findingsChanged = Signal()
    factsChanged = Signal()

    @Property(list, notify=bundlesChanged)
    def bundles(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.bundles]

    @Property(str, notify=passphraseChanged)
    def passphrase(self) -> str:
        return self._props.passphrase

    @Property(list, notify=lookedChanged)
    def looked(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.looked]

    @Property(bool, notify=canTakeChanged)
    def canTake(self) -> bool:
        return self._props.can_take

    @Property(str, notify=titleChanged)
    def title(self) -> str:
        return self._props.title

    @Property(str, notify=leadChanged)
    def lead(self) -> str:
        return self._props.lead

    @Property(list, notify=findingsChanged)
    def findings(self) -> list[str]:
        return list(self._props.findings)

    @Property(list, notify=factsChanged)
    def facts(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.facts]

    @Slot()
    def browse(self) -> None:
        self._host.browse(Field.BUNDLES)

    @Slot(str)
    def leaveOut(self, path: str) -> None:
        self._host.errands.taking.leave_out(Path(path))

    @Slot()
    def look(self) -> None:
        self._host.errands.taking.look()

    @Slot(str)
    def believe(self, signer: str) -> None:
        self._host.errands.taking.believe(signer)

    @Slot(str)
    def salvage(self, path: str) -> None:
        self._host.errands.taking.salvage(Path(path))

    @Slot()
    def takeIn(self) -> None:
        self._host.errands.taking.take_in()

    @Slot()
    def goThere(self) -> None:
        if (data := self._host.errands.taking.go_there()) is not None:
            self._host.days.visit(data)

    @Slot()
    def again(self) -> None:
        self._host.errands.taking.begin()
