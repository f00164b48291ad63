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


@pytest.mark.parametrize("hashed", ["", "4711", "x" * 300, "$argon2id$v=19$m=65536,t=2,p=1$"])
def test_a_damaged_hash_opens_to_nobody(hashed: str) -> None:
    assert not PinDoor(Shelf(PinRecord(hashed))).try_pin("4711").is_right
