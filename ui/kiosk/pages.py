"""Every page but the first two, and everything that lies over a page."""

from icc_consult.domain.session import (
    CardPage,
    MorePage,
    Page,
    ProposalPage,
    QuestionPage,
    StatementPage,
    TopicsPage,
)

from ui.kiosk.admission import AdmissionViewModel, derive_admission_props
from ui.kiosk.asking import question_place
from ui.kiosk.card import CardViewModel, derive_card_props, derive_learning_props
from ui.kiosk.gone import GoneViewModel, derive_gone_props
from ui.kiosk.help import HelpViewModel, derive_help_props
from ui.kiosk.idle import IdleViewModel, derive_idle_props
from ui.kiosk.journey import (
    Admitting,
    Answering,
    Gone,
    Helping,
    Hidden,
    Idling,
    Learning,
    Leaving,
    Overlay,
    Promised,
    Promising,
    Routing,
    Staffing,
    Switching,
    Thanked,
    Troubled,
    Wishing,
)
from ui.kiosk.language import LanguageViewModel, derive_language_props
from ui.kiosk.leave import LeaveViewModel, derive_leave_props
from ui.kiosk.paging import Place
from ui.kiosk.papers import paper_place, proposal_place
from ui.kiosk.pick import PickViewModel, derive_more_props, derive_route_props
from ui.kiosk.promise import PromiseViewModel, derive_promise_props, derive_promised_props
from ui.kiosk.review import ReviewViewModel, derive_review_props
from ui.kiosk.scene import Scene
from ui.kiosk.staff import StaffViewModel, derive_staff_props
from ui.kiosk.statement import StatementViewModel, derive_statement_props
from ui.kiosk.thanks import ThanksViewModel, derive_thanks_props
from ui.kiosk.trouble import TroubleViewModel, derive_trouble_props
from ui.kiosk.wish import WishViewModel, derive_wish_props

LaterStage = Wishing | Promising | Routing | Answering | Thanked | Gone


def later_page(scene: Scene, stage: LaterStage) -> Place:
    """The page of this stage."""
    match stage:
        case Wishing(wished):
            name = "wished" if wished else "wish"
            return Place(name, "WishPage", WishViewModel, derive_wish_props(scene))
        case Promising():
            return Place("promise", "PromisePage", PromiseViewModel, derive_promise_props(scene))
        case Routing():
            return Place("route", "PickPage", PickViewModel, derive_route_props(scene))
        case Thanked():
            return Place("thanks", "ThanksPage", ThanksViewModel, derive_thanks_props(scene, stage))
        case Gone():
            return Place("goodbye", "GonePage", GoneViewModel, derive_gone_props(scene, stage))
        case Answering():
            return _asking(scene, stage)


def _asking(scene: Scene, stage: Answering) -> Place:
    page: Page | None = stage.session.page
    match page:
        case None:
            return Place("review", "ReviewPage", ReviewViewModel, derive_review_props(scene, stage.session))
        case QuestionPage():
            return question_place(scene, stage.session, page)
        case CardPage():
            return Place(page.id, "CardPage", CardViewModel, derive_card_props(scene, page))
        case MorePage():
            return Place(page.id, "PickPage", PickViewModel, derive_more_props(scene, page))
        case StatementPage(statement=statement):
            props = derive_statement_props(scene, statement)
            return Place(page.id, "StatementPage", StatementViewModel, props)
        case TopicsPage(paper=paper):
            return paper_place(scene, paper)
        case ProposalPage():
            return proposal_place(scene, page)


def cover(scene: Scene, overlay: Overlay) -> Place:
    """What lies over the page."""
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
        case Promised() | Learning():
            return _told_over(scene, overlay)
        case Troubled(reason):
            return Place("trouble", "TroublePage", TroubleViewModel, derive_trouble_props(reason))
        case Admitting() | Staffing():
            return _at_the_door(scene, overlay)


def _told_over(scene: Scene, overlay: Promised | Learning) -> Place:
    if isinstance(overlay, Promised):
        return Place("promised", "PromisePage", PromiseViewModel, derive_promised_props(scene))
    return Place("learn", "CardPage", CardViewModel, derive_learning_props(scene, overlay))


def _at_the_door(scene: Scene, overlay: Admitting | Staffing) -> Place:
    if isinstance(overlay, Admitting):
        return Place("admission", "AdmissionPage", AdmissionViewModel, derive_admission_props(scene, overlay))
    return Place("staff", "StaffPage", StaffViewModel, derive_staff_props(scene, overlay))
