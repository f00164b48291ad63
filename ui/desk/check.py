"""What shall be checked, and what was found."""

from dataclasses import dataclass

from icc_consult.languages import format_number
from icc_consult.reports.day_sheets import grouped

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.check_sentences import BOOKS, KINDS, told_flaws
from ui.desk.errand_page import ErrandViewModel
from ui.desk.errands import Checked, Checking
from ui.desk.scene import Row, Scene
from ui.desk.state import Field

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class CheckProps:
    """What was typed; and, once it was checked, the verdict, what does not fit, and the numbers."""

    subject: str
    since: str
    code: str
    passphrase: str
    is_good: bool = True
    verdict: str = ""
    findings: tuple[str, ...] = ()
    facts: tuple[Row, ...] = ()


def derive_check_props(scene: Scene, checking: Checking) -> CheckProps:
    """Words before numbers: all fits, or what does not."""
    text, done = scene.state.text, checking.done
    typed = (text(Field.SUBJECT), text(Field.SINCE), text(Field.CODE), text(Field.PASSPHRASE))
    if done is None:
        return CheckProps(*typed)
    return CheckProps(
        *typed,
        is_good=not done.findings,
        verdict=_verdict(scene, done),
        findings=told_flaws(scene, done.findings),
        facts=_facts(scene, done),
    )


def _verdict(scene: Scene, done: Checked) -> str:
    if done.findings:
        return scene.say("Not everything fits.")
    if done.receipt:
        return scene.say("Everything fits, and the receipt {code} was counted.", code=done.receipt)
    return scene.say("Everything fits.")


def _facts(scene: Scene, done: Checked) -> tuple[Row, ...]:
    say, tag = scene.say, scene.state.language
    rows: list[Row] = [{"label": say(KINDS[done.what]), "text": str(done.where)}]
    rows += [
        {"label": say(BOOKS[name]), "text": format_number(n, tag)} for name, n in done.books if name in BOOKS
    ]
    marks = ((say("Head of the log"), done.head), (say("Key that signs"), done.signer))
    return (*rows, *({"label": name, "text": grouped(mark)} for name, mark in marks if mark))


@QmlElement
class CheckViewModel(ErrandViewModel[CheckProps]):
    subjectChanged = Signal()
    sinceChanged = Signal()
    codeChanged = Signal()
    passphraseChanged = Signal()
    isGoodChanged = Signal()
    verdictChanged = Signal()
    findingsChanged = Signal()
    factsChanged = Signal()

    @Property(str, notify=subjectChanged)
    def subject(self) -> str:
        return self._props.subject

    @Property(str, notify=sinceChanged)
    def since(self) -> str:
        return self._props.since

    @Property(str, notify=codeChanged)
    def code(self) -> str:
        return self._props.code

    @Property(str, notify=passphraseChanged)
    def passphrase(self) -> str:
        return self._props.passphrase

    @Property(bool, notify=isGoodChanged)
    def isGood(self) -> bool:
        return self._props.is_good

    @Property(str, notify=verdictChanged)
    def verdict(self) -> str:
        return self._props.verdict

    @Property(list, notify=findingsChanged)
    def findings(self) -> list[str]:
        return list(self._props.findings)

    @Property(list, notify=factsChanged)
    def facts(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.facts]

    @Slot(str)
    def browse(self, field: str) -> None:
        self._host.browse(Field(field))

    @Slot()
    def check(self) -> None:
        self._host.errands.checking.check()

    @Slot()
    def again(self) -> None:
        self._host.errands.checking.again()
