"""Cards are dealt onto sheets: every card once, in order, nowhere cut, and the question in sight."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from PySide6.QtCore import QObject
from PySide6.QtQml import QQmlComponent, QQmlEngine

from ui.shell import ROOT

HARNESS = b"""
import QtQuick
import ui.components

Sheets {
    id: sheets

    property var talls: []
    property real headTall: 0
    property real smallestHead: 0
    property real leastHead: 10000
    property real leastCard: 10000

    cards: talls.length
    gap: 10
    tallOf: (card, width, room) => Math.min(room, talls[card])
    shareIn: (width, room) => room >= leastCard ? 1 : 0

    delegate: Item {
        required property int index
    }
    heading: Item {
        property real room: 0

        function leastAt(width: real): real {
            return sheets.leastHead;
        }

        function tallAt(width: real, room: real): real {
            return room >= sheets.headTall ? sheets.headTall : Math.max(sheets.smallestHead, room);
        }
    }
}
"""


@dataclass(frozen=True)
class Case:
    """A page to deal: its size, its cards, its heading."""

    talls: list[float] = field(default_factory=list)
    head: float = 100
    smallest_head: float = 80
    least_head: float = 10_000
    least_card: float = 10_000
    width: float = 1000
    height: float = 600
    columns: int = 1
    fewest: int = 1
    equal: bool = False
    flows: bool = False
    stretch: float = 1


Deal = Callable[[Case], dict[str, Any]]


@pytest.fixture(scope="module")
def deal(qapp: object) -> Iterator[Deal]:
    """Deals the cards of a case; the plan that came out of it."""
    engine = QQmlEngine()
    engine.addImportPath(str(ROOT))
    component = QQmlComponent(engine)
    component.setData(HARNESS, "")
    sheets = component.create()
    assert sheets, component.errorString()

    def plan(case: Case) -> dict[str, Any]:
        _set(sheets, case)
        found: dict[str, Any] = sheets.property("plan").toVariant()
        return found

    yield plan
    sheets.deleteLater()


def _set(sheets: QObject, case: Case) -> None:
    sheets.setProperty("talls", [])
    sheets.setProperty("headTall", case.head)
    sheets.setProperty("smallestHead", case.smallest_head)
    sheets.setProperty("leastHead", case.least_head)
    sheets.setProperty("leastCard", case.least_card)
    sheets.setProperty("width", case.width)
    sheets.setProperty("height", case.height)
    sheets.setProperty("columns", case.columns)
    sheets.setProperty("fewestColumns", case.fewest)
    sheets.setProperty("equal", case.equal)
    sheets.setProperty("flows", case.flows)
    sheets.setProperty("stretch", case.stretch)
    sheets.setProperty("talls", case.talls)


def sheets_of(plan: dict[str, Any]) -> list[int]:
    return [int(place["sheet"]) for place in plan["places"]]


def test_what_fits_stands_on_one_sheet_under_the_heading(deal: Deal) -> None:
    plan = deal(Case([80, 80, 80]))
    assert sheets_of(plan) == [0, 0, 0]
    assert [place["y"] for place in plan["places"]] == [0, 90, 180]
    assert plan["heading"]["top"] == 110


def test_what_does_not_fit_is_turned_and_makes_room_for_the_turner(deal: Deal) -> None:
    plan = deal(Case([200] * 4))
    assert plan["count"] == 2
    assert plan["width"] < 1000


def test_the_heading_stays_where_that_costs_no_sheet(deal: Deal) -> None:
    assert deal(Case([200] * 4))["stays"]
    assert not deal(Case([170] * 5, head=250))["stays"]


def test_a_heading_shrinks_before_it_stands_alone(deal: Deal) -> None:
    shrunk = deal(Case([300] * 2, head=400, smallest_head=250))
    assert sheets_of(shrunk)[0] == 0
    assert shrunk["heading"]["tall"] == 290
    alone = deal(Case([300] * 2, head=400, smallest_head=350))
    assert sheets_of(alone)[0] == 1
    assert alone["heading"]["isAlone"]


def test_a_heading_gives_way_to_a_second_card_where_it_stays_large_enough(deal: Deal) -> None:
    gives_way = deal(Case([200] * 3, head=300, least_head=180))
    assert sheets_of(gives_way) == [0, 0, 1]
    assert gives_way["heading"]["tall"] == 180
    stays = deal(Case([200] * 3, head=300, least_head=181))
    assert sheets_of(stays)[:2] == [0, 1]
    assert stays["heading"]["tall"] == 300


def test_two_cards_share_a_sheet_where_they_stay_large_enough(deal: Deal) -> None:
    assert sheets_of(deal(Case([500] * 4, least_card=295))) == [0, 1, 1, 2]
    assert sheets_of(deal(Case([500] * 4, least_card=296)))[:3] == [0, 1, 2]


def test_two_cards_and_the_heading_share_a_sheet_where_all_stay_large_enough(deal: Deal) -> None:
    plan = deal(Case([400] * 4, head=300, least_head=180, least_card=200))
    assert sheets_of(plan) == [0, 0, 1, 1]
    assert {place["height"] for place in plan["places"]} == {200}


def test_two_columns_are_taken_only_where_they_spare_a_sheet(deal: Deal) -> None:
    def columns(case: Case) -> set[float]:
        return {place["track"] for place in deal(case)["places"]}

    assert columns(Case([100] * 3, columns=2)) == {0}
    assert columns(Case([50] * 9, columns=2, head=50)) == {0}
    assert columns(Case([50] * 12, columns=2)) == {0, 1}


def test_equal_cards_are_as_high_as_the_highest(deal: Deal) -> None:
    assert {place["height"] for place in deal(Case([50, 90, 60], equal=True))["places"]} == {90}


def test_cards_grow_into_the_room_that_is_left_but_not_beyond_their_stretch(deal: Deal) -> None:
    assert {place["height"] for place in deal(Case([50, 50], stretch=1.5))["places"]} == {75}
    assert {place["height"] for place in deal(Case([220, 220], stretch=2))["places"]} == {240}


def test_a_page_of_lines_flows_down_one_column_and_then_the_next(deal: Deal) -> None:
    plan = deal(Case([100] * 6, columns=2, fewest=2, flows=True))
    assert [(place["track"], place["y"]) for place in plan["places"]] == [
        *((0, 0), (0, 110), (0, 220), (0, 330)),
        *((1, 0), (1, 110)),
    ]


def test_no_cards_need_no_sheet_more_than_one(deal: Deal) -> None:
    plan = deal(Case([]))
    assert (plan["count"], plan["places"], plan["firsts"]) == (1, [], [0, 0])


cases = st.builds(
    Case,
    talls=st.lists(st.integers(20, 300).map(float), max_size=20),
    head=st.integers(0, 500).map(float),
    smallest_head=st.integers(0, 200).map(float),
    least_head=st.integers(0, 600).map(float),
    least_card=st.integers(0, 600).map(float),
    width=st.integers(500, 2000).map(float),
    height=st.integers(420, 1500).map(float),
    columns=st.integers(1, 3),
    equal=st.booleans(),
    flows=st.booleans(),
    stretch=st.sampled_from([1, 1.5]),
)


@given(case=cases)
def test_every_card_stands_once_in_order_inside_its_sheet_and_beside_no_other(deal: Deal, case: Case) -> None:
    plan = deal(case)
    places = plan["places"]
    assert len(places) == len(case.talls)
    assert sheets_of(plan) == sorted(sheets_of(plan))
    assert plan["count"] == (max(sheets_of(plan)) + 1 if places else 1)
    assert plan["firsts"][:-1] == [
        next((card for card, place in enumerate(places) if place["sheet"] >= sheet), len(places))
        for sheet in range(int(plan["count"]))
    ]
    seen: set[tuple[float, float, float]] = set()
    bottoms: dict[tuple[float, float], float] = {}
    for place in places:
        top = plan["heading"]["top"] if plan["stays"] or place["sheet"] == 0 else 0
        assert place["y"] + place["height"] + top <= case.height + 1
        column = (place["sheet"], place["track"])
        assert place["y"] >= bottoms.get(column, 0) - 0.5
        bottoms[column] = place["y"] + place["height"] + 10
        assert (*column, place["y"]) not in seen
        seen.add((*column, place["y"]))
