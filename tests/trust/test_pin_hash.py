import pytest

from icc_consult.services.premises import PinRecord
from icc_consult.trust.pin import PinDoor, hash_pin

from tests.trust.test_pin import Shelf


@pytest.mark.parametrize(
    ("pin", "is_right"), [("4711", True), ("4712", False), ("", False), ("47110", False)]
)
def test_only_the_pin_that_was_hashed_matches(pin: str, is_right: bool) -> None:
    assert PinDoor(Shelf(PinRecord(hash_pin("4711")))).try_pin(pin).is_right is is_right


def test_the_same_pin_never_hashes_the_same() -> None:
    assert hash_pin("4711") != hash_pin("4711")
