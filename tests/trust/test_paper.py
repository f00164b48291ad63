"""What was printed comes back when it is typed, and a slip is found in its line."""

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from icc_consult.services.errors import KeyDamaged
from icc_consult.services.key_errors import PaperContradicts, PaperDiffers, PaperLacks, PaperMistyped
from icc_consult.trust.crockford import CHECKS
from icc_consult.trust.paper import MOST_BYTES, key_from, lines_of

KEY = b"age-encryption.org/v1\n" + random.Random(4).randbytes(600)  # noqa: S311
LINES = lines_of(KEY)


def typed(*lines: str) -> str:
    return "\n".join(lines)


@given(st.binary(min_size=1, max_size=2_000))
def test_every_key_comes_back_from_its_paper(key: bytes) -> None:
    assert key_from(typed(*lines_of(key))) == key


def test_a_key_that_repeats_itself_takes_fewer_lines() -> None:
    assert len(lines_of(KEY * 3)) < 2 * len(LINES)
    assert key_from(typed(*lines_of(KEY * 3))) == KEY * 3


@given(st.permutations(LINES), st.sampled_from([str.lower, str.upper]))
def test_order_case_spaces_and_lines_typed_twice_do_not_matter(lines: list[str], case: object) -> None:
    loose = [line.lower().replace(" ", "-").replace("0", "o").replace("1", "l") for line in lines]
    assert key_from(typed("", *loose, "  ", LINES[2])) == KEY


@given(st.data())
def test_one_wrong_letter_is_found_in_its_line(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(LINES) - 1))
    line = list(LINES[place].replace(" ", ""))
    spot = data.draw(st.integers(0, len(line) - 1))
    line[spot] = data.draw(st.sampled_from([letter for letter in CHECKS if letter != line[spot]]))
    wrong = [*LINES[:place], "".join(line), *LINES[place + 1 :]]
    with pytest.raises(PaperMistyped) as caught:
        key_from(typed(*wrong))
    assert caught.value.lines == (place + 1,)


@given(st.data())
def test_neighbours_that_changed_places_are_found(data: st.DataObject) -> None:
    place = data.draw(st.integers(0, len(LINES) - 1))
    line = list(LINES[place].replace(" ", ""))
    spots = [spot for spot in range(len(line) - 2) if line[spot] != line[spot + 1]]
    spot = data.draw(st.sampled_from(spots))
    line[spot], line[spot + 1] = line[spot + 1], line[spot]
    with pytest.raises(PaperMistyped):
        key_from(typed(*LINES[:place], "".join(line), *LINES[place + 1 :]))


@pytest.mark.parametrize("change", [lambda line: line[:-1], lambda line: line + "0", lambda _: "my key"])
def test_a_letter_too_few_or_too_many_is_found(change) -> None:
    with pytest.raises(PaperMistyped) as caught:
        key_from(typed(*LINES[:4], change(LINES[4]), *LINES[5:7], change(LINES[7]), *LINES[8:]))
    assert str(caught.value.lines) == "5, 8"


@given(st.sets(st.integers(0, len(LINES) - 1), min_size=1, max_size=5))
def test_lines_that_were_left_out_are_named_by_their_numbers(left: set[int]) -> None:
    with pytest.raises(PaperLacks) as caught:
        key_from(typed(*(line for place, line in enumerate(LINES) if place not in left)))
    lacking = {place + 1 for place in left}
    assert set(caught.value.lines) == ({1} if 1 in lacking else lacking)


def test_lines_of_two_papers_are_not_mixed() -> None:
    other = lines_of(bytes(range(256)) * 2 + random.Random(5).randbytes(110))  # noqa: S311
    with pytest.raises(PaperContradicts):
        key_from(typed(*LINES, other[3]))
    with pytest.raises(PaperDiffers):
        key_from(typed(*LINES[:6], *other[6:10], *LINES[10:]))


@given(st.text(max_size=300))
def test_any_text_is_refused_without_falling_over(text: str) -> None:
    with pytest.raises((PaperMistyped, PaperLacks, PaperDiffers)):
        key_from(text)


def test_what_is_no_key_by_its_size_is_not_printed() -> None:
    with pytest.raises(KeyDamaged):
        lines_of(bytes(MOST_BYTES + 1))
