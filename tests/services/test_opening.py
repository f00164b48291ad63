import json
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

import pytest

from icc_consult.domain.consultation import Policy
from icc_consult.packs import write_pack
from icc_consult.services.errors import (
    NotEmpty,
    PassphraseTooWeak,
    PinDoesNotFit,
    RehearsalFailed,
    WrongPassphrase,
)
from icc_consult.services.opening import change_pin, open_consultation
from icc_consult.services.premises import Desk, NewKey, Opening, Terms

from tests.builders import NOW, PASSPHRASE, PIN, QuickVault, desk_over, opened
from tests.sketches import pack_drawn

PACK = pack_drawn()


def open_with(desk: Desk, **changes: object) -> Opening:
    given: dict[str, object] = {
        "consultation": PACK.consultation,
        "copy_pack": partial(write_pack, PACK),
        "terms": Terms(Policy.DISCARD, "City", "desk@example.org"),
        "passphrase": PASSPHRASE,
        "pin": PIN,
    }
    return open_consultation(desk, **(given | changes))  # type: ignore[arg-type]


def test_an_opening_says_what_was_opened_under_which_terms(place: Path) -> None:
    opening = open_with(desk_over(place, PACK))
    assert (opening.consultation, opening.fingerprint) == ("sketch", PACK.fingerprint)
    assert opening.terms == Terms(Policy.DISCARD, "City", "desk@example.org")
    assert (opening.opened_at, opening.is_closed) == (NOW, False)
    assert desk_over(place, PACK).directory.opening() == opening


def test_every_opening_has_a_key_and_a_name_of_its_own(tmp_path: Path) -> None:
    one, other = (open_with(desk_over(tmp_path / name, PACK)) for name in "ab")
    assert one.id != other.id
    assert one.public_key != other.public_key


def test_the_private_key_is_in_no_file_but_the_locked_one(place: Path) -> None:
    desk = opened(place, PACK)
    private = desk.directory.locked_key().partition(b"|")[2]
    assert [path.name for path in place.iterdir() if private in path.read_bytes()] == ["key.age"]


@dataclass(frozen=True)
class Weak(QuickVault):
    def new_key(self, passphrase: str) -> NewKey:  # noqa: ARG002
        raise PassphraseTooWeak(16)


@dataclass(frozen=True)
class Unfit(QuickVault):
    def hash_pin(self, pin: str) -> str:  # noqa: ARG002
        raise PinDoesNotFit(4, 12)


@dataclass(frozen=True)
class Forgetful(QuickVault):
    def new_key(self, passphrase: str) -> NewKey:
        return replace(super().new_key(passphrase), public=super().new_key(passphrase).public)


@pytest.mark.parametrize(
    ("vault", "rule"),
    [(Weak(), PassphraseTooWeak), (Unfit(), PinDoesNotFit), (Forgetful(), RehearsalFailed)],
)
def test_an_opening_that_fails_leaves_nothing_behind(
    place: Path, vault: QuickVault, rule: type[Exception]
) -> None:
    with pytest.raises(rule):
        open_with(replace(desk_over(place, PACK), vault=vault))
    assert list(place.parent.iterdir()) == []


def test_a_pack_that_cannot_be_copied_leaves_nothing_behind(place: Path) -> None:
    def full(path: Path) -> None:
        path.write_bytes(b"half")
        raise OSError(28, "No space left on device")

    with pytest.raises(OSError, match="No space"):
        open_with(desk_over(place, PACK), copy_pack=full)
    assert list(place.parent.iterdir()) == []


def test_a_directory_is_opened_once(place: Path) -> None:
    first = open_with(desk_over(place, PACK))
    with pytest.raises(NotEmpty):
        open_with(desk_over(place, PACK))
    assert desk_over(place, PACK).directory.opening() == first


def test_a_forgotten_pin_is_changed_with_the_passphrase(place: Path) -> None:
    desk = opened(place, PACK)
    desk.directory.pin().save(replace(desk.directory.pin().load(), misses=7, blocked_until=1e9))
    change_pin(desk, passphrase=PASSPHRASE, pin="9876")
    record = desk.directory.pin().load()
    assert (record.hashed, record.misses, record.blocked_until) == ("9876", 0, 0.0)


def test_without_the_passphrase_the_pin_stays(place: Path) -> None:
    desk = opened(place, PACK)
    with pytest.raises(WrongPassphrase):
        change_pin(desk, passphrase="another", pin="9876")
    assert desk.directory.pin().load().hashed == PIN


def test_the_opening_file_can_be_read_by_anybody(place: Path) -> None:
    open_with(desk_over(place, PACK))
    document = json.loads((place / "opening.json").read_text())
    assert document["format"] == "icc-consult-opening"
    assert (document["state"], document["policy"], document["closed_at"]) == ("open", "discard", None)
    assert len(bytes.fromhex(document["public_key"])) == 32
