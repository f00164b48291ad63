"""The two rows at the foot of every screen: the way on and back, and the tools."""

from typing import TYPE_CHECKING

from icc_consult.values import value

from ui.kiosk.journey import Answering, Picking, Promising, Routing, Welcome, Wishing
from ui.kiosk.scene import Scene
from ui.later import Later

if TYPE_CHECKING:
    from ui.kiosk import progress
else:
    progress = Later("ui.kiosk.progress")


@value
class BarProps:
    """What stands at the foot and at the side; an empty label is a button that is not there.

    `next_may_say`: what the way on could be called after a press on this page, so that it keeps its size.
    """

    next_label: str = ""
    next_may_say: tuple[str, ...] = ()
    is_next_primary: bool = False
    can_go_back: bool = False
    can_prefer_not: bool = False
    can_leave: bool = False
    can_switch: bool = False
    asks_consent: bool = False
    is_bare: bool = False
    progress_count: int = 0
    progress_done: int = 0
    progress_text: str = ""


def derive_bar_props(scene: Scene) -> BarProps:
    """What can be done from here. While somebody writes, the keyboard has the place of the way."""
    stage = scene.journey.stage
    match stage:
        case Welcome():
            return BarProps(is_bare=True)
        case Picking():
            return BarProps(can_go_back=True, can_leave=True)
        case Wishing() | Routing():
            return BarProps(can_go_back=True, can_switch=True, can_leave=True)
        case Promising():
            return _promising(scene)
        case Answering(typed=None):
            return progress.answering_bar(scene, stage.session)
    return BarProps(can_switch=True, can_leave=True)


def _promising(scene: Scene) -> BarProps:
    return BarProps(
        next_label=scene.say("I want to start"),
        is_next_primary=True,
        can_go_back=True,
        can_leave=True,
        can_switch=True,
        asks_consent=True,
    )
