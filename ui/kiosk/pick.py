"""A page of a few large ways on: another round or none, or how much time there is."""

from dataclasses import dataclass

from icc_consult.domain.pages import MorePage

from PySide6.QtCore import Property, Signal, Slot
from PySide6.QtQml import QmlElement

from ui.kiosk.headed import HeadedProps, HeadedViewModel
from ui.kiosk.heading import said
from ui.kiosk.routes import ENOUGH, MORE, WHOLE, offers_whole, routes_offered
from ui.kiosk.scene import Scene, Spoken

QML_IMPORT_NAME = "ui.kiosk"
QML_IMPORT_MAJOR_VERSION = 1


@dataclass(frozen=True, slots=True)
class PickProps(HeadedProps):
    """What the page shows: a line above, the question, and the ways on, each with its code."""

    ways: tuple[Spoken, ...]


def derive_more_props(scene: Scene, page: MorePage) -> PickProps:
    """Is there another one? Both ways on weigh the same."""
    above = scene.spoken(page.repeat.text)
    question = said(scene, scene.say("Is there another one?"))
    ways = (
        {"code": MORE, "second": "", **said(scene, scene.say("Yes, one more"))},
        {"code": ENOUGH, "second": "", **said(scene, scene.say("No, go on"))},
    )
    heading = {**question, "above": above["text"], "aboveLanguage": above["language"]}
    return PickProps(heading, scene.notice(page.repeat.text), ways)


def derive_route_props(scene: Scene) -> PickProps:
    """The routes with their minutes, and the whole way where each of them is shorter."""
    consultation = scene.consultation
    routes = routes_offered(consultation)
    ways = [
        {"code": route.id, "second": _minutes(scene, route.minutes), **scene.spoken(route.text)}
        for route in routes
    ]
    if offers_whole(consultation):
        whole = said(scene, scene.say("All questions"))
        ways.append({"code": WHOLE, "second": _minutes(scene, consultation.minutes), **whole})
    heading = said(scene, scene.say("How much time do you have?"))
    return PickProps(heading, scene.notice(*(route.text for route in routes)), tuple(ways))


def _minutes(scene: Scene, minutes: int) -> str:
    return scene.say.counted("About {n} minute", "About {n} minutes", minutes)


@QmlElement
class PickViewModel(HeadedViewModel[PickProps]):
    waysChanged = Signal()

    @Property(list, notify=waysChanged)
    def ways(self) -> list[dict[str, object]]:
        return [dict(one) for one in self._props.ways]

    @Slot(str)
    def pick(self, code: str) -> None:
        self._acts.pick_way(code)
