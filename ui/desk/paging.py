"""Which page belongs to a state: its QML file, its view model, and the name that tells pages apart."""

from typing import assert_never

from ui.desk.browsing import BrowsingViewModel, derive_browsing_props
from ui.desk.choosing import ChoosingViewModel, derive_choosing_props
from ui.desk.consultation import ConsultationViewModel, derive_consultation_props
from ui.desk.empty import EmptyViewModel, derive_empty_props
from ui.desk.errand_paging import errand_place
from ui.desk.examined import Examined
from ui.desk.exporting import ExportingViewModel, derive_exporting_props
from ui.desk.findings import FindingsViewModel, derive_findings_props
from ui.desk.interface import InterfaceViewModel, derive_interface_props
from ui.desk.languages import LanguagesViewModel, derive_languages_props
from ui.desk.page import Place
from ui.desk.passphrase import PassphraseViewModel, derive_passphrase_props
from ui.desk.problems import ProblemsViewModel, derive_problems_props
from ui.desk.proposals import ProposalsViewModel, derive_proposals_props
from ui.desk.safety import SafetyViewModel, derive_safety_props
from ui.desk.scene import Scene
from ui.desk.standing import StandingViewModel, derive_standing_props
from ui.desk.state import (
    Browsing,
    Choosing,
    Noting,
    Opened,
    Rail,
    Reading,
    Safe,
    Setting,
    Speaking,
    Standing,
    Starting,
    TypingBack,
)
from ui.desk.terms import TermsViewModel, derive_terms_props
from ui.desk.unlocking import UnlockingViewModel, derive_unlocking_props


def page_of(scene: Scene) -> Place:
    """The page of the place on the rail, whatever lies over it."""
    match scene.state.rail:
        case Rail.TODAY:
            return _today(scene)
        case Rail.CONSULTATION if scene.consultation is not None:
            props = derive_consultation_props(scene, scene.consultation)
            return Place("consultation", "ConsultationPage", ConsultationViewModel, props)
        case Rail.LANGUAGES if scene.consultation is not None:
            rows = derive_languages_props(scene, scene.consultation)
            return Place("languages", "LanguagesPage", LanguagesViewModel, rows)
        case Rail.RESULTS if scene.state.opened is not None and scene.state.opened.is_closed:
            return _results(scene, scene.state.opened)
        case Rail.STICKS if not isinstance(scene.state.today, Starting):
            return errand_place(scene)
        case Rail.SAFETY:
            return _safety(scene)
        case _:
            return _empty(scene)


def _empty(scene: Scene) -> Place:
    return Place(f"empty-{scene.state.rail}", "EmptyPage", EmptyViewModel, derive_empty_props(scene))


def _today(scene: Scene) -> Place:
    today = scene.state.today
    match today:
        case Starting():
            return _empty(scene)
        case Choosing():
            return Place("choosing", "ChoosingPage", ChoosingViewModel, derive_choosing_props(scene))
        case Examined():
            found = derive_problems_props(scene, today)
            return Place("problems", "ProblemsPage", ProblemsViewModel, found)
        case Setting():
            return Place("terms", "TermsPage", TermsViewModel, derive_terms_props(scene, today))
        case Noting():
            props = derive_passphrase_props(scene, today)
            return Place("noting", "PassphrasePage", PassphraseViewModel, props)
        case TypingBack():
            props = derive_passphrase_props(scene, today)
            return Place("typing-back", "TypeBackPage", PassphraseViewModel, props)
        case Standing(opened, is_closing):
            props_ = derive_standing_props(scene, opened)
            name = "closing" if is_closing else "closed" if opened.is_closed else "day"
            file = {"closing": "ClosingPage", "closed": "ClosedPage", "day": "DayPage"}[name]
            return Place(name, file, StandingViewModel, props_)
    assert_never(today)


def _results(scene: Scene, opened: Opened) -> Place:
    match scene.state.results:
        case Reading(is_exporting=True) as reading:
            props = derive_exporting_props(scene, reading)
            return Place("exporting", "ExportingPage", ExportingViewModel, props)
        case Reading(is_moderating=True) as reading:
            waiting = derive_proposals_props(scene, reading)
            return Place("proposals", "ProposalsPage", ProposalsViewModel, waiting)
        case Reading(findings):
            found = derive_findings_props(scene, findings)
            return Place("findings", "FindingsPage", FindingsViewModel, found)
        case _:
            asked = derive_unlocking_props(scene, opened)
            return Place("unlocking", "UnlockingPage", UnlockingViewModel, asked)


def _safety(scene: Scene) -> Place:
    files = {Safe.OVERVIEW: "SafetyPage", Safe.KEY: "KeyPage", Safe.PIN: "PinPage"}
    safe = scene.state.safe if scene.state.opened is not None else Safe.OVERVIEW
    return Place(f"safety-{safe}", files[safe], SafetyViewModel, derive_safety_props(scene))


def cover_of(scene: Scene) -> Place | None:
    """What lies over the page, if anything."""
    match scene.state.cover:
        case None:
            return None
        case Speaking():
            return Place("interface", "InterfacePage", InterfaceViewModel, derive_interface_props(scene))
        case Browsing() as browsing:
            return Place(
                "browsing", "BrowsingPage", BrowsingViewModel, derive_browsing_props(scene, browsing)
            )
