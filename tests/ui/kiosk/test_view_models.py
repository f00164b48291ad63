"""A view model stores first and then announces exactly what changed; its presses become acts."""

from collections.abc import Callable, Mapping
from dataclasses import fields, replace
from typing import Any

import pytest

from icc_consult.domain.ballot import Vote

from PySide6.QtCore import QObject

from ui.kiosk.bar import BarProps
from ui.kiosk.journey import (
    Admitting,
    Comfort,
    Gone,
    Helping,
    Idling,
    Journey,
    Leaving,
    Promised,
    Promising,
    Routing,
    Staffing,
    Switching,
    Thanked,
    Troubled,
    Welcome,
    Wishing,
)
from ui.kiosk.kiosk import KioskViewModel
from ui.kiosk.page import PageViewModel
from ui.kiosk.paging import Place, cover_of, page_of
from ui.kiosk.scene import Acts

from tests.ui.kiosk.houses import House
from tests.ui.kiosk.scenes import EN, PROMISE, RECEIPT, answering, scene_of


class Hearing:
    """Acts that are heard and not done."""

    def __init__(self) -> None:
        self.heard: list[tuple[str, tuple[object, ...]]] = []

    def __getattr__(self, name: str) -> Callable[..., None]:
        assert name in vars(Acts), f"a page asks for {name}, which nobody promised"
        return lambda *given: self.heard.append((name, given))


def place(journey: Journey) -> Place:
    """The page that is seen."""
    scene = scene_of(journey)
    return cover_of(scene) or page_of(scene)


FRESH = Journey(EN)
PLACES = [
    place(journey)
    for journey in (
        FRESH,
        FRESH.at(Welcome()),
        FRESH.at(Wishing()),
        FRESH.at(Promising()),
        FRESH.at(Routing()),
        FRESH.at(Thanked(RECEIPT)),
        FRESH.at(Gone(has_deleted=True)),
        *(answering(item) for item in ("q1", "q3", "s1", "topics", "")),
        *(
            answering("q1").under(cover)
            for cover in (Switching(), Helping(), Leaving(), Idling(9), Staffing(), Troubled("full"))
        ),
    )
]


def made(place: Place, acts: object = None) -> PageViewModel[Any]:
    """The view model of a page."""
    return place.kind(place.props, acts or Hearing())


def other(value: object) -> object:
    """Something of the same kind that is not the same."""
    match value:
        case bool():
            return not value
        case int():
            return value + 1
        case str():
            return f"{value}!"
        case Mapping():
            return {**value, "other": True}
        case tuple():
            return (*value, "other")
    raise TypeError(value)


def camel(name: str) -> str:
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


def listening(to: QObject) -> list[str]:
    """Collects the name of every signal of ours that is emitted from now on."""
    heard: list[str] = []
    for name in [name for name in dir(type(to)) if name.endswith("Changed") and name != "objectNameChanged"]:
        getattr(to, name).connect(lambda name=name: heard.append(name))
    return heard


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_each_field_is_announced_by_its_own_signal_and_no_other(qapp: object, place: Place) -> None:
    view_model = made(place)
    heard = listening(view_model)
    for field in fields(place.props):
        view_model.show(place.props)
        heard.clear()
        view_model.show(replace(place.props, **{field.name: other(getattr(place.props, field.name))}))
        assert heard == [f"{camel(field.name)}Changed"]


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_the_same_again_announces_nothing(qapp: object, place: Place) -> None:
    view_model = made(place)
    heard = listening(view_model)
    view_model.show(replace(place.props))
    assert heard == []


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_qml_reads_every_field(qapp: object, place: Place) -> None:
    view_model = made(place)
    for field in fields(place.props):
        shown, kept = view_model.property(camel(field.name)), getattr(place.props, field.name)
        if isinstance(kept, tuple):
            assert shown == [dict(one) if isinstance(one, Mapping) else one for one in kept]
        else:
            assert shown == (dict(kept) if isinstance(kept, Mapping) else kept)


@pytest.mark.parametrize("place", PLACES, ids=lambda place: place.name)
def test_qml_is_told_of_each_property_by_its_own_signal(qapp: object, place: Place) -> None:
    told = made(place).metaObject()
    properties = [told.property(told.indexOfProperty(camel(field.name))) for field in fields(place.props)]
    assert [one.notifySignal().name().toStdString() for one in properties] == [
        f"{camel(field.name)}Changed" for field in fields(place.props)
    ]


@pytest.mark.parametrize(
    ("journey", "press", "given", "act"),
    [
        (FRESH, "start", (), ("go_on", ())),
        (answering("q1").under(Switching()), "touch", ("ar",), ("touch_language", ("ar",))),
        (answering("q1").under(Switching()), "pick", ("ar",), ("pick_language", ("ar",))),
        (answering("q1").under(Switching()), "wish", (), ("open_wishes", ())),
        (FRESH.at(Wishing()), "wish", ("ti",), ("wish", ("ti",))),
        (FRESH.at(Wishing("ti")), "pickAgain", (), ("pick_again", ())),
        (answering("q1"), "toggle", ("good",), ("choose", ("good",))),
        (answering("q1"), "learnMore", (), ("learn", ("",))),
        (answering("q3"), "takeKeyboard", (), ("take_keyboard", ())),
        (answering("q3"), "putAway", (), ("put_keyboard_away", ())),
        (answering("q3"), "press", (1, 2), ("press_at", (1, 2))),
        (answering("q3"), "pick", (1,), ("pick_at", (1,))),
        (answering("s1"), "agree", (), ("vote", (Vote.AGREE,))),
        (answering("s1"), "disagree", (), ("vote", (Vote.DISAGREE,))),
        (answering("s1"), "beUnsure", (), ("vote", (Vote.UNSURE,))),
        (answering("topics"), "toggle", ("t1",), ("mark", ("t1",))),
        (answering("topics"), "learnMore", ("t1",), ("learn", ("t1",))),
        (answering(""), "change", ("q1", -1), ("change", ("q1", -1))),
        (answering("q1"), "listen", ("a.ogg",), ("listen", ("a.ogg",))),
        (FRESH.at(Routing()), "pick", ("short",), ("pick_way", ("short",))),
        (FRESH.at(Thanked(RECEIPT)), "showReceipt", (), ("show_receipt", ())),
        (FRESH.at(Thanked(RECEIPT)), "finish", (), ("finish", ())),
        (FRESH.at(Gone(has_deleted=True)), "finish", (), ("finish", ())),
        (answering("q1").under(Leaving()), "send", (), ("send_and_leave", ())),
        (answering("q1").under(Leaving()), "askToDelete", (), ("cover", (Leaving(confirms_deletion=True),))),
        (answering("q1").under(Leaving()), "deleteAll", (), ("delete_and_leave", ())),
        (answering("q1").under(Leaving()), "stay", (), ("cover", (None,))),
        (answering("q1").under(Idling(9)), "stay", (), ("cover", (None,))),
        (answering("q1").under(Helping()), "close", (), ("cover", (None,))),
        (answering("q1").under(Promised()), "close", (), ("cover", (None,))),
        (answering("q1").under(Troubled("full")), "tryAgain", (), ("try_again", ())),
        (answering("q1").under(Troubled("full")), "leave", (), ("finish", ())),
        (FRESH.under(Staffing()), "press", ("7",), ("type_pin", ("7",))),
        (FRESH.under(Staffing()), "endDay", (), ("end_day", ())),
        (FRESH.under(Staffing()), "letIn", (), ("let_in", ())),
        (FRESH.under(Admitting()), "press", ("7",), ("type_voucher", ("7",))),
        (FRESH.under(Admitting()), "close", (), ("cover", (None,))),
        (FRESH.under(Staffing()), "close", (), ("cover", (None,))),
    ],
)
def test_a_press_becomes_one_act(
    qapp: object, journey: Journey, press: str, given: tuple[object, ...], act: tuple[str, tuple[object, ...]]
) -> None:
    hearing = Hearing()
    getattr(made(place(journey), hearing), press)(*given)
    assert hearing.heard == [act]


def test_everything_a_page_may_ask_is_asked_by_some_page() -> None:
    promised = {name for name in vars(Acts) if not name.startswith("_")}
    rows = next(mark.args[1] for mark in test_a_press_becomes_one_act.pytestmark if "act" in mark.args[0])
    assert {act for *_, (act, _) in rows} | {"fold"} == promised  # test_ballots_by_touch folds every paper


def kiosk_of(house: House) -> KioskViewModel:
    """The view model of the whole screen, told of every change."""
    view_model = KioskViewModel(house.host, lambda: PROMISE)
    house.host.when_changed = view_model.refresh
    return view_model


def test_the_kiosk_announces_the_page_the_language_and_the_way_only_when_they_change(qapp: object) -> None:
    house = House()
    view_model = kiosk_of(house)
    heard = listening(view_model)
    house.host.go_on()
    assert set(heard) == {"isBareChanged", "canGoBackChanged", "canLeaveChanged", "pageChanged"}
    heard.clear()
    house.host.pick_language("ar")
    assert {"languageChanged", "pageChanged", "nextLabelChanged"} <= set(heard)
    heard.clear()
    house.host.make_comfortable(Comfort(2))
    assert heard == ["comfortChanged"]


def test_a_page_of_the_same_kind_is_turned_and_not_built_anew(qapp: object) -> None:
    house = House()
    view_model = kiosk_of(house)
    host = house.seat_somebody()
    page, turned = view_model.pageViewModel, []
    view_model.pageTurned.connect(lambda: turned.append(view_model.page_name))
    heard = listening(view_model)
    host.go_on()
    assert (turned, view_model.pageViewModel) == (["q2"], page)
    host.go_on()
    assert "pageChanged" in heard
    assert view_model.pageViewModel is not page


def test_the_kiosk_shows_every_field_of_its_bar(qapp: object) -> None:
    house = House()
    view_model = kiosk_of(house)
    house.seat_somebody()
    for field in fields(BarProps):
        held = getattr(view_model.props, field.name)
        assert view_model.property(camel(field.name)) == (list(held) if isinstance(held, tuple) else held)


def test_the_tools_change_how_the_screen_looks_and_lay_covers_over_it(qapp: object) -> None:
    house = House()
    view_model = kiosk_of(house)
    house.seat_somebody()
    sizes = [view_model.property("textStep") for _ in range(4) if view_model.nextTextSize() is None]
    schemes = [view_model.property("scheme") for _ in range(3) if view_model.nextScheme() is None]
    assert (sizes, schemes) == ([2, 3, 1, 2], ["dark", "strong", "light"])
    covers = []
    for press in (view_model.help, view_model.hide, view_model.switchLanguage, view_model.leave):
        press()
        covers.append(view_model.property("coverFile"))
        view_model.goBack()
    assert covers == ["HelpPage.qml", "HiddenPage.qml", "LanguagePage.qml", "LeavePage.qml"]
    assert view_model.property("coverFile") == ""


def test_the_strongest_contrast_stands_still(qapp: object) -> None:
    house = House()
    view_model = kiosk_of(house)
    assert view_model.property("motion")
    house.host.make_comfortable(Comfort(scheme="strong"))
    assert not view_model.property("motion")
    house.host.make_comfortable(Comfort(motion=False))
    assert not view_model.property("motion")


def test_no_thank_you_and_the_staff_door_reach_the_host(qapp: object) -> None:
    house = House()
    view_model = kiosk_of(house)
    house.host.go_on()
    house.host.pick_language("en")
    view_model.decline()
    assert house.host.journey.stage == Gone(has_deleted=False)
    view_model.openStaffDoor()
    assert view_model.property("coverFile") == "StaffPage.qml"
