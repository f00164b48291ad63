"""What a press on a ballot paper does to the journey, and how a host steps through grades and pairs."""

from dataclasses import replace
from typing import Any

import pytest

from icc_consult.domain.response import Answered, Compared, Dotted, Duel, Graded, Ranked
from icc_consult.domain.session import Draw
from icc_consult.services.drawing import Urn

from ui.kiosk import casting
from ui.kiosk.journey import Answering, Journey
from ui.kiosk.steps import is_decided, steps_of

from tests.papers import ballots
from tests.ui.kiosk.houses import House
from tests.ui.kiosk.papers import drawn, on, standing
from tests.ui.kiosk.scenes import EN

PACK = ballots()


def at(page: str) -> Journey:
    return standing(PACK, page, Journey(EN))


def value(journey: Journey, item: str) -> Any:
    """What is given on one paper; nothing where nothing is."""
    assert journey.session is not None
    answer = journey.session.answers.get(item)
    return answer.value if isinstance(answer, Answered) else None


def stage(journey: Journey) -> Answering:
    assert isinstance(journey.stage, Answering)
    return journey.stage


def ranked(journey: Journey, *codes: str) -> Journey:
    for code in codes:
        journey = casting.rank(journey, code=code)
    return journey


def dotted(journey: Journey, *topics: str) -> Journey:
    for topic in topics:
        journey = casting.dot(journey, topic=topic, change=1)
    return journey


def bought(journey: Journey, *topics: str) -> Journey:
    for topic in topics:
        journey = casting.buy(journey, topic=topic)
    return journey


@pytest.mark.parametrize(
    ("page", "codes"), [("ranks", ("t4", "t1", "t6")), ("order", ("work", "health", "housing"))]
)
def test_each_tap_gives_the_next_place_and_another_tap_closes_the_gap(
    page: str, codes: tuple[str, ...]
) -> None:
    full = ranked(at(page), *codes)
    assert value(full, page) == Ranked(codes)
    assert value(ranked(full, codes[0]), page) == Ranked(codes[1:])
    assert value(ranked(full, *codes), page) is None


def test_a_place_too_many_changes_nothing_and_is_remembered() -> None:
    full = ranked(at("ranks"), "t1", "t2", "t3")
    over = ranked(full, "t5")
    assert value(over, "ranks") == value(full, "ranks")
    assert (stage(over).is_full, stage(over).refused) == (True, "t5")
    after = ranked(over, "t1")
    assert (stage(after).is_full, stage(after).refused) == (False, "")


def test_every_topic_has_one_grade_in_the_order_of_the_paper() -> None:
    second = casting.grade(on(at("words"), 1), code="well")
    both = casting.grade(on(second, -1), code="badly")
    assert value(both, "words") == Graded((("t1", "badly"), ("t2", "well")))  # type: ignore[arg-type]
    again = casting.grade(both, code="very_well")
    assert value(again, "words") == Graded((("t1", "very_well"), ("t2", "well")))  # type: ignore[arg-type]


def test_dots_come_and_go_one_by_one() -> None:
    laid = dotted(at("dots"), "t2", "t2", "t1")
    assert value(laid, "dots") == Dotted((("t1", 1), ("t2", 2)))  # type: ignore[arg-type]
    less = casting.dot(casting.dot(laid, topic="t1", change=-1), topic="t2", change=-1)
    assert value(less, "dots") == Dotted((("t2", 1),))  # type: ignore[arg-type]
    assert value(casting.dot(less, topic="t2", change=-1), "dots") is None


@pytest.mark.parametrize("topics", [["t1"] * 4, ["t1", "t2", "t3", "t4", "t5", "t6"]])
def test_no_more_dots_than_there_are_and_than_may_lie_on_one_topic(topics: list[str]) -> None:
    full = dotted(at("dots"), *topics)
    over = dotted(full, "t1")
    assert value(over, "dots") == value(full, "dots")
    assert stage(over).refused == "t1"


def test_the_purse_holds_what_it_holds_and_money_can_be_taken_back() -> None:
    full = bought(at("money"), "t5", "t6")
    over = bought(full, "t2")
    assert value(over, "money") == value(full, "money")
    assert stage(over).refused == "t2"
    lighter = bought(over, "t6", "t2")
    assert value(lighter, "money").topics == ("t2", "t5")
    assert stage(lighter).refused == ""


def test_a_pair_is_recorded_with_its_sides_and_decided_anew_by_another_press() -> None:
    [(first, second), *_] = drawn(PACK).duels["pairs"]
    once = casting.prefer(at("pairs"), topic=second)
    assert value(once, "pairs") == Compared((_duel(first, second, second),))
    assert value(casting.prefer(once, topic=""), "pairs") == Compared((_duel(first, second, None),))
    assert casting.prefer(once, topic="t6") == once


def _duel(first: str, second: str, preferred: str | None) -> Any:
    return Duel(first, second, preferred)  # type: ignore[arg-type]


def test_a_press_that_does_not_belong_to_the_paper_changes_nothing() -> None:
    ranks, dots = at("ranks"), at("dots")
    assert casting.grade(ranks, code="well") == ranks
    assert casting.dot(ranks, topic="t1", change=1) == ranks
    assert casting.buy(ranks, topic="t1") == ranks
    assert casting.prefer(ranks, topic="t1") == ranks
    assert casting.rank(dots, code="t1") == dots


def test_a_step_is_decided_by_its_own_topic_or_pair() -> None:
    graded = casting.grade(at("words"), code="well")
    assert is_decided(graded.stage)
    assert not is_decided(on(graded, 1).stage)
    first = drawn(PACK).duels["pairs"][0][0]
    preferred = casting.prefer(at("pairs"), topic=first)
    assert is_decided(preferred.stage)
    assert not is_decided(on(preferred, 1).stage)


def test_a_host_goes_topic_by_topic_keeps_each_and_comes_back_the_same_way() -> None:
    house = House(PACK.consultation)
    host = house.host
    host.become(at("words"))
    assert host.journey.session is not None
    assert steps_of(host.journey.session) == 6
    host.fold(lambda journey: casting.grade(journey, code="well"))
    host.go_on()
    assert stage(host.journey).step == 1
    assert house.notebook.acts[-1] == "keep"
    for _ in range(5):
        host.go_on()
    assert host.journey.session.page is not None
    host.back()
    assert (stage(host.journey).session.page.id, stage(host.journey).step) == ("words", 5)  # type: ignore[union-attr]
    for _ in range(5):
        host.back()
    assert stage(host.journey).step == 0
    host.back()
    assert stage(host.journey).session.page.id == "ranks"  # type: ignore[union-attr]


def test_a_full_disk_stops_a_step_and_says_so() -> None:
    house = House(PACK.consultation)
    house.host.become(at("words"))
    house.notebook.is_full = True
    house.host.go_on()
    assert stage(house.host.journey).step == 0
    assert house.host.journey.overlay is not None


def test_pairs_that_were_never_drawn_are_one_empty_step() -> None:
    journey = at("pairs")
    assert journey.session is not None
    assert steps_of(journey.session) == 3
    bare = standing(PACK, "pairs", Journey(EN)).session
    assert bare is not None
    assert steps_of(replace(bare, draw=Draw())) == 1


def test_chance_puts_each_topic_on_either_side() -> None:
    urn = Urn()
    firsts = {pair[0] for _ in range(30) for pair in urn.draw(PACK.consultation).duels["pairs"]}
    assert firsts == {f"t{number}" for number in range(1, 7)}
