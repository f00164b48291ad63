"""A value behaves as a frozen dataclass does, only sooner."""

from dataclasses import FrozenInstanceError, field, fields, replace

import pytest

from icc_consult.values import value


@value
class Seat:
    """Where somebody sits."""

    row: int
    name: str = ""
    bags: tuple[str, ...] = field(default_factory=tuple)


@value
class Chair:
    """Has the same fields and is something else."""

    row: int
    name: str = ""
    bags: tuple[str, ...] = field(default_factory=tuple)


def test_fields_are_given_by_place_by_name_or_not_at_all() -> None:
    seat = Seat(1, bags=("red",))
    assert (seat.row, seat.name, seat.bags) == (1, "", ("red",))
    assert [one.name for one in fields(seat)] == ["row", "name", "bags"]


def test_two_are_one_value_where_kind_and_every_field_agree() -> None:
    assert Seat(1) == Seat(1, "", ())
    assert len({Seat(1), Seat(1), Seat(2), Chair(1)}) == 3
    assert Seat(1) != Seat(1, "Ada")


def test_what_is_replaced_leaves_the_first_as_it_was() -> None:
    seat = Seat(1)
    assert replace(seat, row=2) == Seat(2)
    assert seat.row == 1


def test_nothing_is_changed_or_taken_away() -> None:
    seat = Seat(1)
    with pytest.raises(FrozenInstanceError):
        seat.row = 2  # type: ignore[misc]
    with pytest.raises(FrozenInstanceError):
        del seat.row
    assert repr(seat) == "Seat(row=1, name='', bags=())"


@pytest.mark.parametrize(
    ("given", "named"), [((), {}), ((1, "a", (), 4), {}), ((1,), {"row": 2}), ((1,), {"age": 3})]
)
def test_a_field_that_is_missing_given_twice_or_unknown_is_refused(
    given: tuple[object, ...], named: dict[str, object]
) -> None:
    with pytest.raises(TypeError):
        Seat(*given, **named)  # type: ignore[arg-type]


def test_a_pattern_takes_it_apart() -> None:
    match Seat(3, "Ada"):
        case Seat(row, name="Ada"):
            assert row == 3
        case _:
            pytest.fail("no pattern fits")
