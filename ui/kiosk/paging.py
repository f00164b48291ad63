"""Which page belongs to a journey: its QML file, its view model, and its name."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from icc_consult.domain.session import CardPage, Page, QuestionPage, StatementPage, TopicsPage
from icc_consult.domain.survey import OpenText, Question

from ui.kiosk.card import CardViewModel, derive_card_props, derive_learning_props
from ui.kiosk.choice import ChoiceViewModel, derive_choice_props
from ui.kiosk.gone import GoneViewModel, derive_gone_props
from ui.kiosk.help import HelpViewModel, derive_help_props
from ui.kiosk.idle import IdleViewModel, derive_idle_props
from ui.kiosk.journey import (
    Answering,
    Gone,
    Helping,
    Hidden,
    Idling,
    Learning,
    Leaving,
    Overlay,
    Picking,
    Promising,
    Staffing,
    Switching,
    Thanked,
    Troubled,
    Welcome,
    Wishing,
)
from ui.kiosk.language import LanguageViewModel, derive_language_props
from ui.kiosk.leave import LeaveViewModel, derive_leave_props
from ui.kiosk.page import PageViewModel
from ui.kiosk.promise import PromiseViewModel, derive_promise_props
from ui.kiosk.review import ReviewViewModel, derive_review_props
from ui.kiosk.scene import Scene
from ui.kiosk.staff import StaffViewModel, derive_staff_props
from ui.kiosk.statement import StatementViewModel, derive_statement_props
from ui.kiosk.thanks import ThanksViewModel, derive_thanks_props
from ui.kiosk.topics import TopicsViewModel, derive_topics_props
from ui.kiosk.trouble import TroubleViewModel, derive_trouble_props
from ui.kiosk.welcome import WelcomeViewModel, derive_welcome_props
from ui.kiosk.wish import WishViewModel, derive_wish_props
from ui.kiosk.writing import WritingViewModel, derive_writing_props


@dataclass(frozen=True, slots=True)
class Place:
    """A page to show. Another `name` is another page; the same name is the same page with other props."""

    name: str
    file: str
    kind: Callable[..., PageViewModel[Any]]
    props: Any


def page_of(scene: Scene) -> Place:
    """The page of the stage, whatever lies over it."""
    match scene.journey.stage:
        case Welcome():
            return Place("welcome", "WelcomePage", WelcomeViewModel, derive_welcome_props(scene))
        case Picking():
            return Place("languages", "LanguagePage", LanguageViewModel, derive_language_props(scene))
        case Wishing(wished):
            name = "wished" if wished else "wish"
            return Place(name, "WishPage", WishViewModel, derive_wish_props(scene))
        case Promising():
            return Place("promise", "PromisePage", PromiseViewModel, derive_promise_props(scene))
        case Thanked() as stage:
            return Place("thanks", "ThanksPage", ThanksViewModel, derive_thanks_props(scene, stage))
        case Gone() as stage:
            return Place("goodbye", "GonePage", GoneViewModel, derive_gone_props(scene, stage))
        case Answering() as stage:
            return _asking(scene, stage)


def _asking(scene: Scene, stage: Answering) -> Place:
    page: Page | None = stage.session.page
    match page:
        case None:
            return Place("review", "ReviewPage", ReviewViewModel, derive_review_props(scene, stage.session))
        case QuestionPage(question=question):
            return _question(scene, question)
        case CardPage(card=card):
            return Place(page.id, "CardPage", CardViewModel, derive_card_props(scene, card))
        case StatementPage(statement=statement):
            props = derive_statement_props(scene, statement)
            return Place(page.id, "StatementPage", StatementViewModel, props)
        case TopicsPage(paper=paper):
            return Place(page.id, "TopicsPage", TopicsViewModel, derive_topics_props(scene, paper))


def _question(scene: Scene, question: Question) -> Place:
    if isinstance(question, OpenText):
        return Place(question.id, "WritingPage", WritingViewModel, derive_writing_props(scene, question))
    return Place(question.id, "ChoicePage", ChoiceViewModel, derive_choice_props(scene, question))


def cover_of(scene: Scene) -> Place | None:
    """What lies over the page, if anything."""
    overlay = scene.journey.overlay
    return _cover(scene, overlay) if overlay else None


def _cover(scene: Scene, overlay: Overlay) -> Place:
    match overlay:
        case Switching():
            return Place("switch", "LanguagePage", LanguageViewModel, derive_language_props(scene))
        case Leaving():
            name = "delete" if overlay.confirms_deletion else "leave"
            return Place(name, "LeavePage", LeaveViewModel, derive_leave_props(overlay))
        case Idling():
            return Place("idle", "IdlePage", IdleViewModel, derive_idle_props(scene, overlay))
        case Hidden():
            return Place("hidden", "HiddenPage", HelpViewModel, derive_help_props(scene))
        case Helping():
            return Place("help", "HelpPage", HelpViewModel, derive_help_props(scene))
        case Learning():
            return Place("learn", "CardPage", CardViewModel, derive_learning_props(scene, overlay))
        case Troubled(reason):
            return Place("trouble", "TroublePage", TroubleViewModel, derive_trouble_props(reason))
        case Staffing():
            return Place("staff", "StaffPage", StaffViewModel, derive_staff_props(scene, overlay))
