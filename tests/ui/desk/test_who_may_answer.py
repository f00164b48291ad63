"""Who may answer is decided at the desk, before the opening."""

from pathlib import Path

import pytest

from icc_consult.domain.admission import AdmissionRule
from icc_consult.domain.consultation import Policy

from PySide6.QtQuick import QQuickItem

from ui.desk.state import Setting
from ui.desk.sticks import derive_sticks_props
from ui.desk_window import DeskWindow

from tests.ui.desk.hands import Hands, rest
from tests.ui.desk.offices import fill, host_at, quick_office
from tests.ui.desk.scenes import pack, scene, state


@pytest.mark.parametrize("rule", list(AdmissionRule))
def test_the_press_decides_who_may_answer(window: DeskWindow, rule: AdmissionRule) -> None:
    window.host.become(state(today=Setting(pack(), Policy.KEEP, admission=AdmissionRule.STAFF)))
    rest()
    hands = Hands(window.shell.view, window)
    hands.click(f"admission-{rule.value}")
    assert isinstance(window.host.state.today, Setting)
    assert window.host.state.today.admission is rule
    chosen = [one for one in AdmissionRule if _is_chosen(hands.find(f"admission-{one.value}"))]
    assert chosen == [rule]


def _is_chosen(tile: QQuickItem) -> bool:
    return bool(tile.property("chosen"))


@pytest.mark.parametrize("rule", list(AdmissionRule))
def test_it_is_opened_as_it_was_decided(tmp_path: Path, rule: AdmissionRule) -> None:
    host = host_at(quick_office(tmp_path))
    host.days.when_started = lambda day: day.kiosk.store.release() if day.kiosk.store else None
    host.openings.choose_ready()
    host.openings.set_admission(rule.value)
    fill(host, controller="City of Sketches", pin="2468", pin_again="2468")
    host.openings.agree()
    host.openings.noted()
    fill(host, words=host.state.today.words)  # type: ignore[union-attr]
    host.openings.open()
    host.days.look()
    assert host.state.opened is not None
    assert host.state.opened.seen.opening.terms.admission is rule
    errands = {row["name"] for row in derive_sticks_props(scene(host.state)).errands}
    assert ("vouchers" in errands) == (rule is AdmissionRule.VOUCHERS)
