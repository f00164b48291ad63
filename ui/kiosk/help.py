"""How the kiosk works, in a few short sentences."""

from dataclasses import dataclass

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class HelpProps:
    """What the help shows."""

    lines: tuple[Spoken, ...]


def derive_help_props(scene: Scene) -> HelpProps:
    """The same few lines on every screen."""
    say = scene.say
    lines = (
        say("Touch an answer. It turns blue."),
        say("You can change it. Touch another one."),
        say("Touch Next to go on."),
        say("You can go back at any time."),
        say("You can skip everything."),
        say("Change the language here. Your answers stay."),
        say("You can call a worker. They do not see your answers."),
    )
    return HelpProps(tuple({"text": line, "language": scene.language, "side": ""} for line in lines))


@QmlElement
class HelpViewModel(PageViewModel[HelpProps]):
    linesChanged = Signal()

    @Property(list, notify=linesChanged)
    def lines(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.lines]

    @Slot()
    def close(self) -> None:
        self._acts.cover(None)
