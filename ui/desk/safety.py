"""Where the data and the key lie, what is promised, and the two things to do about it."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.desk.page import PageViewModel
from ui.desk.scene import Row, Scene
from ui.desk.state import Field
from ui.desk.unlocking import asks_key

QML_IMPORT_NAME = "ui.desk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class SafetyProps:
    """What Safety shows, the move of the key and the forgotten PIN included."""

    facts: tuple[Row, ...]
    promises: tuple[str, ...]
    is_opened: bool
    is_key_home: bool
    stick: str
    passphrase: str
    key: str
    asks_key: bool
    pin: str
    pin_again: str


def derive_safety_props(scene: Scene) -> SafetyProps:
    """Places as they are on this computer; promises in short."""
    say, opened, text = scene.say, scene.state.opened, scene.state.text
    facts: tuple[Row, ...] = ()
    if opened is not None:
        facts = (
            {"label": say("The answers lie here"), "text": str(opened.data)},
            {"label": say("The key lies here"), "text": str(opened.key)},
        )
    at_home = opened is not None and opened.key.parent == opened.data
    key = text(Field.KEY) or (str(opened.key) if opened else "")
    asks = opened is not None and asks_key(scene, opened)
    return SafetyProps(
        facts,
        _promises(scene),
        opened is not None,
        at_home,
        text(Field.STICK),
        text(Field.PASSPHRASE),
        key,
        asks,
        text(Field.PIN),
        text(Field.PIN_AGAIN),
    )


def _promises(scene: Scene) -> tuple[str, ...]:
    say = scene.say
    return (
        say("No names, no network: nothing leaves this computer unless you carry it."),
        say("Every answer is sealed at once. The kiosk itself cannot read it back."),
        say("While it is open, this desk knows totals a day and nothing more."),
        say("What a resident deletes is gone, from the disk too."),
        say("Only the six words on your paper open the answers. Nobody can replace them."),
        say("Groups of fewer than ten people are not shown."),
    )


@QmlElement
class SafetyViewModel(PageViewModel[SafetyProps]):
    factsChanged = Signal()
    promisesChanged = Signal()
    isOpenedChanged = Signal()
    isKeyHomeChanged = Signal()
    stickChanged = Signal()
    passphraseChanged = Signal()
    keyChanged = Signal()
    asksKeyChanged = Signal()
    pinChanged = Signal()
    pinAgainChanged = Signal()

    @Property(list, notify=factsChanged)
    def facts(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.facts]

    @Property(list, notify=promisesChanged)
    def promises(self) -> list[str]:
        return list(self._props.promises)

    @Property(bool, notify=isOpenedChanged)
    def isOpened(self) -> bool:
        return self._props.is_opened

    @Property(bool, notify=isKeyHomeChanged)
    def isKeyHome(self) -> bool:
        return self._props.is_key_home

    @Property(str, notify=stickChanged)
    def stick(self) -> str:
        return self._props.stick

    @Property(str, notify=passphraseChanged)
    def passphrase(self) -> str:
        return self._props.passphrase

    @Property(str, notify=keyChanged)
    def key(self) -> str:
        return self._props.key

    @Property(bool, notify=asksKeyChanged)
    def asksKey(self) -> bool:
        return self._props.asks_key

    @Property(str, notify=pinChanged)
    def pin(self) -> str:
        return self._props.pin

    @Property(str, notify=pinAgainChanged)
    def pinAgain(self) -> str:
        return self._props.pin_again

    @Slot(str)
    def turnTo(self, name: str) -> None:
        self._host.keepings.show(name)

    @Slot(str, str)
    def write(self, field: str, text: str) -> None:
        self._host.write(Field(field), text)

    @Slot()
    def browse(self) -> None:
        self._host.browse(Field.STICK)

    @Slot()
    def carryKey(self) -> None:
        self._host.keepings.carry_key()

    @Slot()
    def changePin(self) -> None:
        self._host.keepings.change_pin()
