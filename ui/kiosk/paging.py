"""Which page belongs to a journey: its QML file, its view model, and its name.

The first two pages stand here; the others come in with the first of them.
"""

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from icc_consult.values import value

from ui.kiosk.journey import Picking, Welcome
from ui.kiosk.language import LanguageViewModel, derive_language_props
from ui.kiosk.page import PageViewModel
from ui.kiosk.scene import Scene
from ui.kiosk.welcome import WelcomeViewModel, derive_welcome_props
from ui.later import Later

if TYPE_CHECKING:
    from ui.kiosk import pages
else:
    pages = Later("ui.kiosk.pages")


@value
class Place:
    """A page to show. Another `name` is another page; one `file` draws all of one kind."""

    name: str
    file: str
    kind: Callable[..., PageViewModel[Any]]
    props: Any

    @property
    def qml(self) -> str:
        """The file that draws it."""
        return f"{self.file}.qml"


def page_of(scene: Scene) -> Place:
    """The page of the stage, whatever lies over it."""
    match scene.journey.stage:
        case Welcome():
            return Place("welcome", "WelcomePage", WelcomeViewModel, derive_welcome_props(scene))
        case Picking():
            return Place("languages", "LanguagePage", LanguageViewModel, derive_language_props(scene))
        case stage:
            return pages.later_page(scene, stage)


def cover_of(scene: Scene) -> Place | None:
    """What lies over the page, if anything."""
    overlay = scene.journey.overlay
    return pages.cover(scene, overlay) if overlay else None
