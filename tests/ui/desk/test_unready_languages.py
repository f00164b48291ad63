"""Before a language is opened that residents cannot read, the desk says so and asks once more."""

from copy import deepcopy
from typing import Any

from icc_consult.domain.consultation import Policy
from icc_consult.languages import isolated
from icc_consult.packs import Pack, pack_of

from ui.desk.state import Field, Noting, Setting
from ui.desk_window import DeskWindow

from tests.builders import PIN
from tests.ui.desk.hands import Hands, rest
from tests.ui.desk.scenes import pack, state


def lacking(*tags: str) -> Pack:
    """The ready consultation, its title missing in these languages."""
    document: Any = deepcopy(dict(pack().document))
    for tag in tags:
        del document["title"][tag]
    return pack_of(document)


def at_terms(window: DeskWindow, chosen: Pack) -> Hands:
    window.shell.view.resize(1280, 800)
    filled = state(today=Setting(chosen, Policy.KEEP)).with_text(Field.CONTROLLER, "City")
    window.host.become(filled.with_text(Field.PIN, PIN).with_text(Field.PIN_AGAIN, PIN))
    rest()
    return Hands(window.shell.view, window)


def test_languages_that_cannot_be_read_are_named_and_asked_about_once(window: DeskWindow) -> None:
    hands = at_terms(window, lacking("ar", "uk"))
    hands.click("agree")
    assert f"{isolated('Українська')}, {isolated('العربية')}" in window.view_model.remark
    assert isinstance(window.host.state.today, Setting)
    hands.click("agree")
    assert isinstance(window.host.state.today, Noting)


def test_a_mistake_in_the_terms_is_told_first(window: DeskWindow) -> None:
    hands = at_terms(window, lacking("ar"))
    window.host.become(window.host.state.with_text(Field.PIN_AGAIN, "0000"))
    hands.click("agree")
    today = window.host.state.today
    assert isinstance(today, Setting)
    assert not today.is_warned


def test_drafts_are_opened_without_a_question(window: DeskWindow) -> None:
    at_terms(window, pack()).click("agree")
    assert isinstance(window.host.state.today, Noting)
