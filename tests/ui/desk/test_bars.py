"""What results tell of small groups: nothing that could be worked out."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ui.desk.bars import card, in_tens
from ui.desk.findings import derive_findings_props

from tests.ui.desk.scenes import asked, findings, item, scene, state

Q1 = asked("q01")
CODES = [choice.code for choice in Q1.choices]  # type: ignore[union-attr]


def bars_of(counts: list[int], **states: int) -> tuple[dict[str, Any], list[dict[str, Any]]]:
    given_counts = dict(zip(CODES, counts, strict=False))
    shown: dict[str, Any] = dict(card(scene(state()), item(Q1, given_counts, sum(counts), **states)))
    return shown, list(shown["bars"])


def test_large_groups_are_told_exactly_with_their_base() -> None:
    shown, bars = bars_of([40, 30, 10, 10, 10])
    assert shown["base"] == "100 people answered."
    assert [bar["number"] for bar in bars] == [
        "40 of 100",
        "30 of 100",
        "10 of 100",
        "10 of 100",
        "10 of 100",
    ]
    assert (bars[0]["percent"], bars[0]["least"], bars[0]["most"]) == ("40 %", 0.4, 0.4)


def test_one_small_group_puts_every_number_of_the_question_into_tens() -> None:
    shown, bars = bars_of([40, 30, 10, 11, 9])
    assert shown["base"].startswith("100 to 109 people answered.")
    assert [bar["number"] for bar in bars] == [
        "40 to 49",
        "30 to 39",
        "10 to 19",
        "10 to 19",
        "fewer than 10",
    ]
    assert all(bar["percent"] == "" for bar in bars)
    assert bars[0]["least"] < 0.4 < bars[0]["most"]


def test_fewer_than_ten_answers_show_nothing_at_all() -> None:
    shown, bars = bars_of([5, 4, 0, 0, 0])
    assert shown["base"] == "Fewer than 10 people answered, so nothing is shown."
    assert bars == []


def test_those_who_passed_a_question_by_are_told_in_tens() -> None:
    shown, _ = bars_of([40, 30, 10, 10, 10], skipped=12, refused=3)
    assert shown["states"] == "passed it by: 10 to 19 · prefer not to answer: fewer than 10"


def test_own_words_are_counted_and_not_shown() -> None:
    written = asked("q12")
    shown = card(scene(state()), item(written, {}, 25))
    assert shown["base"] == "25 people wrote something. Their words are in the files you export."
    assert shown["bars"] == []


def test_a_ballot_paper_says_that_several_answers_were_possible() -> None:
    paper = asked("topics")
    shown = card(scene(state()), item(paper, dict.fromkeys((t.id for t in paper.topics), 12), 20))  # type: ignore[union-attr]
    assert str(shown["base"]).endswith("Several answers were possible.")


@given(st.lists(st.integers(0, 60), min_size=5, max_size=5))
def test_no_number_below_ten_can_be_worked_out(counts: list[int]) -> None:
    found = item(Q1, dict(zip(CODES, counts, strict=True)), sum(counts))
    shown = card(scene(state()), found)
    exact = [bar for bar in shown["bars"] if bar["percent"]]  # type: ignore[attr-defined]
    if any(count < 10 for count in counts):
        assert in_tens(found)
        assert exact == []
        assert not str(shown["base"]).startswith(f"{sum(counts)} people")
    else:
        assert len(exact) == 5


@given(st.lists(st.integers(0, 60), min_size=5, max_size=5))
def test_the_true_share_lies_within_its_bar(counts: list[int]) -> None:
    _, bars = bars_of(counts)
    for bar, count in zip(bars, counts, strict=False):
        assert 0 <= bar["least"] <= count / sum(counts) <= bar["most"] <= 1


def test_languages_and_wishes_are_told_in_tens_by_their_own_names() -> None:
    props = derive_findings_props(scene(state()), findings())
    languages, ended, wished = ([(e["text"], e["number"]) for e in f["entries"]] for f in props.facts)  # type: ignore[attr-defined]
    assert languages == [("العربية", "30 to 39"), ("English", "20 to 29"), ("বাংলা", "fewer than 10")]
    assert ended[0] == ("came to the end", "50 to 59")
    assert [number for _, number in wished] == ["10 to 19", "fewer than 10"]
    assert props.lead == "60 responses were read. 3 could not be opened."


@pytest.mark.parametrize("tag", ["fa", "bn"])
def test_numbers_of_results_are_written_in_the_digits_of_the_desk(tag: str) -> None:
    shown = card(scene(state(language=tag)), item(Q1, dict.fromkeys(CODES, 20), 100))
    assert not any(digit in str(bar["number"]) for bar in shown["bars"] for digit in "0123456789")  # type: ignore[attr-defined]
