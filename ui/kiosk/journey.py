"""Where a resident stands between the welcome and the goodbye. Values only; the kiosk folds them."""

from __future__ import annotations

from dataclasses import field, replace
from typing import TYPE_CHECKING

from icc_consult.values import value

from ui.later import Later

if TYPE_CHECKING:
    from icc_consult import keyboards
    from icc_consult.domain.consultation import Route
    from icc_consult.domain.errors import BrokenRule
    from icc_consult.domain.session import Session
    from icc_consult.domain.survey import Card
    from icc_consult.domain.wording import LanguageTag, Wording
    from icc_consult.services.ports import ReceiptCode
    from icc_consult.services.responding import Seat

    from ui.kiosk.entering import Draft
else:
    keyboards = Later("icc_consult.keyboards")


@value
class Comfort:
    """How a resident likes the screen; gone with the session."""

    text_step: int = 1
    scheme: str = "light"
    motion: bool = True


@value
class Welcome:
    """Nobody is here."""


@value
class Picking:
    """Somebody looks for their language."""


@value
class Wishing:
    """Somebody's language is not here."""

    wished: str = ""


@value
class Promising:
    """What the city promises, and the consent."""


@value
class Routing:
    """How much time somebody has, where there are shorter ways through."""


@value
class Answering:
    """In the middle of the questions, or at the check of the answers at their end.

    `step` is the topic or pair of a page that shows one after another, `is_single` that only this one is
    to be changed; `refused` what was pressed in vain; `draft` a number or a date half entered; `is_faulty`
    says that *next* was pressed and could not go on.
    """

    seat: Seat
    is_returning: bool = False
    is_full: bool = False
    step: int = 0
    is_single: bool = False
    refused: str = ""
    typed: keyboards.Typed | None = None
    draft: Draft | None = None
    is_faulty: bool = False

    @property
    def session(self) -> Session:
        """The sitting."""
        return self.seat.session


@value
class Thanked:
    """The answers are safe."""

    receipt: ReceiptCode
    shows_receipt: bool = False
    is_partial: bool = False


@value
class Gone:
    """Deleted, or no thank you: a friendly goodbye."""

    has_deleted: bool


Stage = Welcome | Picking | Wishing | Promising | Routing | Answering | Thanked | Gone


@value
class Switching:
    """The language picker over a page."""


@value
class Leaving:
    """*I have to go*; deleting is asked twice."""

    confirms_deletion: bool = False


@value
class Idling:
    """Is anybody still here?"""

    seconds: int


@value
class Hidden:
    """The screen shows nothing."""


@value
class Helping:
    """How this works."""


@value
class Promised:
    """What was promised, read once more from the first question."""


@value
class Learning:
    """More about a question or a topic."""

    card: Card
    arguments_for: tuple[Wording, ...] = ()
    arguments_against: tuple[Wording, ...] = ()
    picture: Wording | None = None
    sound: Wording | None = None


@value
class Troubled:
    """What was given could not be saved."""

    reason: str


@value
class Admitting:
    """A voucher, or the staff, before the first question; `refused` says why the last one did not let in."""

    typed: str = ""
    by_voucher: bool = True
    refused: BrokenRule | None = None
    route: Route | None = None


@value
class Staffing:
    """The staff door, and who is `waiting` behind it to be let in."""

    typed: str = ""
    is_wrong: bool = False
    wait_seconds: int = 0
    is_open: bool = False
    waiting: Admitting | None = None


Overlay = (
    Switching | Leaving | Idling | Hidden | Helping | Promised | Learning | Troubled | Admitting | Staffing
)


@value
class Journey:
    """All that the kiosk's screen depends on.

    `unheard` names the sounds that could not be played; an empty name among them stands for all.
    """

    language: LanguageTag
    stage: Stage = field(default_factory=Welcome)
    overlay: Overlay | None = None
    comfort: Comfort = field(default_factory=Comfort)
    unheard: frozenset[str] = frozenset()

    def at(self, stage: Stage) -> Journey:
        """Another stage; whatever lay over the old one is gone."""
        return replace(self, stage=stage, overlay=None)

    def under(self, overlay: Overlay | None) -> Journey:
        """The same stage with something else, or nothing, over it."""
        return replace(self, overlay=overlay)

    def reading(self, language: LanguageTag) -> Journey:
        """The same place in another language; every answer stays."""
        stage = self.stage
        if isinstance(stage, Answering):
            typed = stage.typed and _retyped(stage.typed, language)
            seat = replace(stage.seat, session=stage.session.in_language(language))
            stage = replace(stage, seat=seat, typed=typed)
        return replace(self, language=language, stage=stage)

    @property
    def session(self) -> Session | None:
        """The sitting, where there is one."""
        return self.stage.session if isinstance(self.stage, Answering) else None


def _retyped(typed: keyboards.Typed, language: LanguageTag) -> keyboards.Typed:
    return keyboards.start(language, keyboards.finished(typed), at_most=typed.at_most)
